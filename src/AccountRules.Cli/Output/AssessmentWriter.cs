namespace AccountRules.Cli.Output;

/// <summary>Writes assessments as they come.</summary>
internal abstract class AssessmentWriter : IDisposable
{
    /// <summary>Whether it writes an assessment when it comes, not when all are there.</summary>
    public virtual bool IsStreaming => true;

    /// <summary>Writes one assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public abstract void Write(Assessment assessment);

    /// <summary>There are no more.</summary>
    public abstract void Complete();

    /// <summary>Lets go of what it writes with.</summary>
    public abstract void Dispose();
}
