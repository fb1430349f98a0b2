namespace AccountRules.Reports;

/// <summary>What needs attention as judged: what is waived is kept apart from what is not, and never lost.</summary>
/// <param name="most">How many of each it keeps.</param>
internal sealed class Attention(int most)
{
    private MostUrgent? waived;

    public MostUrgent Worst { get; } = new(most);

    /// <summary>Made when it is first asked for: most accounts have none.</summary>
    public MostUrgent Waived => waived ??= new(most);

    public void Add(in Assessment assessment) => (assessment.Waiver is null ? Worst : Waived).Add(assessment);

    public void Add(Attention other)
    {
        Worst.Add(other.Worst);
        if (other.waived is { } more)
            Waived.Add(more);
    }
}
