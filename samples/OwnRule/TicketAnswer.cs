using AccountRules;

/// <summary>A fact of our own: a support ticket.</summary>
internal sealed record Ticket
{
    public static FactShape<Ticket> Shape { get; } = new(t => t.Number) { Name = "tickets", Account = t => t.Customer };

    public required string Number { get; init; }

    public string? Customer { get; init; }

    public required DateOnly? OpenedOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }
}

/// <summary>What the policy document may say about it.</summary>
internal sealed record TicketAnswerTerms
{
    public int LimitDays { get; init; } = 5;
}

/// <summary>A rule of our own, declared as the library declares its rules.</summary>
internal static class TicketAnswerDeclaration
{
    public static TermSection<TicketAnswerTerms> Section { get; } = new TermSection<TicketAnswerTerms>("ticketAnswer", new())
        .Whole(
            "limitDays", "The last day, counted from opening the ticket, on which an answer is in time.",
            t => t.LimitDays, (t, days) => t with { LimitDays = days }, min: 2, max: 90);

    public static RuleDeclaration<DeadlineRule<Ticket>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("ticket-answer")
        {
            Title = "Ticket answer",
            Says = "A ticket is answered within five days.",
            Noun = "Ticket",
            Done = "answered",
            Citation = new("Support handbook", "4.2"),
        },
        Section,
        (info, terms, _) => new DeadlineRule<Ticket>(
            info,
            Measure.Days<Ticket>(t => t.OpenedOn, t => t.AnsweredOn),
            new Scale(
                Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack),
                Band.From(terms.LimitDays - 1, "LastDays", Standing.Met).Open(Standing.AtRisk),
                Band.Above(terms.LimitDays, "TooLate", Standing.Late).Open(Standing.Overdue)),
            Ticket.Shape));

    extension(Policy policy)
    {
        public DeadlineRule<Ticket> TicketAnswer => policy.Rule(Rule);
    }
}
