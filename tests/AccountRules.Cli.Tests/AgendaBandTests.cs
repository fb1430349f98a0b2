using System.Text;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Tests;

/// <summary>What is overdue in one band after another, as the command line shows it.</summary>
public sealed class AgendaBandTests
{
    private static readonly DateOnly Due = new(2026, 3, 2);

    private static readonly DeadlineRule<Invoice> Aging = new(
        new RuleInfo("aging") { Noun = "Invoice", Done = "paid", Title = "Aging" },
        Measure.Days<Invoice>(i => i.DueOn, i => i.PaidOn),
        new Scale(
            Band.Lowest("NotLate", Standing.Met).Open(Standing.OnTrack),
            Band.Above(0, "Days1To30", Standing.Late).Open(Standing.Overdue),
            Band.Above(30, "Days31To60", Standing.Late).Open(Standing.Overdue),
            Band.Above(60, "Over60", Standing.Late).Open(Standing.Overdue)),
        new FactShape<Invoice>(i => i.Id));

    private static Agenda Agenda => AgendaAsOf(Due);

    [Fact]
    public void Table_OfChangesOfBand_ShowsTheBands()
    {
        var columns = AgendaColumns.For(Grouping.Rule).Where(c => c.Title is "Day" or "From" or "To").ToArray();
        var rows = Agenda.Entries().Select(e => string.Join(' ', columns.Select(c => Spectre.Console.Markup.Remove(c.Cell(e)))));
        Assert.Equal(["2026-03-03 OnTrack Overdue", "2026-04-02 Days1To30 Days31To60", "2026-05-02 Days31To60 Over60"], rows);
    }

    [Fact]
    public void Calendar_OfChangesOfBand_NamesTheBands() => Assert.Contains(
        @"DESCRIPTION:Aging: Overdue Days1To30 until 2026-04-01\, Overdue Days31To60 from 2026-04-02 on.", Calendar(Due), StringComparison.Ordinal);

    [Fact]
    public void ChangeOfBand_OnceAnEarlierOneHasCome_KeepsItsUid()
    {
        var (before, after) = (Uids(Calendar(Due)), Uids(Calendar(Due.AddDays(40))));
        Assert.Equal((3, before[2]), (before.Distinct(StringComparer.Ordinal).Count(), Assert.Single(after)));
    }

    [Fact]
    public void Standing_AskedFor_ShowsWhatChangesToItAndNotWhatStaysInIt()
    {
        var request = new AgendaRequest(Policy.Default, Due, 90, new HashSet<string>(), new HashSet<Standing> { Standing.Overdue }, Grouping.Rule);
        Assert.Equal([Due.AddDays(1)], request.Groups(Agenda).SelectMany(g => g).Select(e => e.On));
    }

    private static Agenda AgendaAsOf(DateOnly asOf) => new Agenda(asOf, days: 90).Add(Aging, [new Invoice("7", Due, null)]);

    private static string Calendar(DateOnly asOf)
    {
        using var output = new MemoryStream();
        using var calendar = new CalendarOutput(output, asOf);
        foreach (var entry in AgendaAsOf(asOf).Entries())
            calendar.Write(entry);

        calendar.Complete();
        return Encoding.UTF8.GetString(output.ToArray()).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private static string[] Uids(string calendar) => [.. calendar.Split("\r\n").Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];

    private sealed record Invoice(string Id, DateOnly? DueOn, DateOnly? PaidOn);
}
