namespace AccountRules.Queries;

/// <summary>A row as a count needs it.</summary>
internal sealed record CountedRow
{
    public required Standing Standing { get; init; }
}
