using AccountRules;
using AccountRules.Documents;

// The documents' rules and our own: what a policy document may hold, and what a monitor watches.
RuleCatalogue rules = RuleCatalogue.Documents.With(TicketAnswerDeclaration.Rule);
Policy policy = Policy.Parse("""{ "version": "support 3", "ticketAnswer": { "limitDays": 4 } }""", rules);

var today = new DateOnly(2026, 11, 21);
Ticket[] tickets =
[
    new() { Number = "T-1", Customer = "ERNSH", OpenedOn = new(2026, 11, 18) },
    new() { Number = "T-2", Customer = "SAVEA", OpenedOn = new(2026, 11, 16) },
    new() { Number = "T-3", OpenedOn = new(2026, 11, 12), AnsweredOn = new(2026, 11, 13) },
];

foreach (Ticket ticket in tickets)
    Console.WriteLine(policy.TicketAnswer.Assess(ticket, today));

foreach (AgendaEntry entry in new Agenda(today, days: 7).Add(policy.TicketAnswer, tickets).Entries())
    Console.WriteLine(entry.Summary);

var monitor = new PolicyMonitor(policy, today);
monitor.AddRange(tickets);
foreach (StandingChange change in monitor.AdvanceTo(today.AddDays(2)))
    Console.WriteLine(change);

// A mistake in our section is told like any other; the schema and the handbook have the section too.
PolicyDocument.Read("""{ "ticketAnswer": { "limitDays": 0, "limit": 4 } }"""u8, out IReadOnlyList<PolicyProblem> problems, rules);
foreach (PolicyProblem problem in problems)
    Console.WriteLine(problem);

Console.WriteLine(PolicyDocument.Schema(rules).Contains("\"ticketAnswer\"", StringComparison.Ordinal));
Console.WriteLine(PolicyHandbook.Write(policy).Split('\n').Single(line => line.StartsWith("| TooLate", StringComparison.Ordinal)));
