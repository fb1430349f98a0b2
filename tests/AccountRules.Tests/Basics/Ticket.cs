namespace AccountRules.Tests.Basics;

/// <summary>A host's own fact: a positional record.</summary>
public sealed record Ticket(string Id, DateOnly? OpenedOn, DateOnly? ClosedOn, decimal? Done = null, decimal? Planned = null)
{
    public static FactShape<Ticket> Shape { get; } = new(t => t.Id);

    public static Measure<Ticket> Days { get; } = Measure.Days<Ticket>(t => t.OpenedOn, t => t.ClosedOn);

    public static Measure<Ticket> Ratio { get; } = Measure.Ratio<Ticket>(t => t.Done, t => t.Planned);

    public static Measure<Ticket> Amount { get; } = Measure.Amount<Ticket>(t => t.Done);

    public static RuleInfo Info { get; } = new("ticket") { Noun = "Ticket" };

    public static DeadlineRule<Ticket> Deadline(params Band[] bands) => new(Info, Days, new Scale(bands), Shape);
}
