namespace AccountRules.Reports;

/// <summary>Counts the facts of a kind that belong to no account: once, however many rules are on them.</summary>
internal sealed class LeftOutCount(string kind, bool namesAccounts, bool counts)
{
    private long count;

    public void Add() => count += counts ? 1 : 0;

    public LeftOutFacts Facts => new() { Facts = kind, Count = count, LackAccount = namesAccounts };
}
