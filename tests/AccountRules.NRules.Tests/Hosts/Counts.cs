namespace AccountRules.NRules.Tests.Hosts;

/// <summary>What a host's rule counted, each time that it fired.</summary>
public sealed class Counts
{
    public IList<int> Seen { get; } = [];
}
