namespace AccountRules.Benchmarks.Objects;

/// <summary>One rule over facts and over a host's objects, by hand and by the library.</summary>
internal abstract class Workload
{
    public abstract void HandVerdicts(int from, int to);

    public abstract void HandCount();

    public abstract void Verdicts(int threads);

    public abstract StandingCounts Count();

    public abstract void MappedVerdicts();

    public abstract StandingCounts MappedCount();

    public abstract void Check();

    public long[] HandCounts { get; } = new long[9];
}
