namespace AccountRules;

/// <summary>What <see cref="PolicyMonitor.TryAddRange"/> has done: the changes, and the facts that it has skipped. Immutable.</summary>
public sealed class LoadResult
{
    internal LoadResult(IReadOnlyList<StandingChange> changes, int taken, IReadOnlyList<LoadProblem> problems) =>
        (Changes, Taken, Problems) = (changes, taken, problems);

    /// <summary>
    /// The changes that the facts taken in cause, as <see cref="PolicyMonitor.AddRange"/> gives them, and what becomes undetermined for want of those skipped.
    /// </summary>
    public IReadOnlyList<StandingChange> Changes { get; }

    /// <summary>How many facts were taken in.</summary>
    public int Taken { get; }

    /// <summary>The facts that were skipped, in the order in which they were given; empty where all were taken in.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; }
}
