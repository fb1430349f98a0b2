using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Calendars of working days in policies, and the calendars and pauses of facts.</summary>
internal static class WorkingDays
{
    private static readonly CalendarTerms[] Calendars =
    [
        new()
        {
            Name = "three years",
            Version = "1",
            Holidays = [new(2023, 1, 1), new(2024, 2, 29), new(2024, 5, 1), new(2024, 12, 25), new(2025, 12, 31)],
        },
        new() { Name = "friday", Weekend = [DayOfWeek.Friday, DayOfWeek.Saturday], From = new(2015, 1, 1), Until = new(2035, 12, 31) },
        new() { Name = "every day", Weekend = [], Holidays = [new(2024, 3, 1), new(2024, 3, 2), new(2024, 3, 3), new(2024, 6, 1)] },
        new()
        {
            Name = "monday",
            Weekend = [.. Enum.GetValues<DayOfWeek>().Where(day => day != DayOfWeek.Monday)],
            From = new(1990, 1, 1),
            Until = new(2030, 12, 31),
        },
    ];

    /// <summary>Every calendar that policies may have.</summary>
    public static IEnumerable<WorkingCalendar> All =>
        new Policy(new PolicyTerms().With(new WorkingDaysTerms { Calendars = [.. Calendars] })).DaysBy("monday").Named;

    /// <summary>The same terms, some with calendars by which some of the deadlines count.</summary>
    public static Gen<PolicyTerms> In(PolicyTerms terms, Reach reach) => !reach.HasWorkingDays ? Gen.Constant(terms) : Gen.Frequency(
        (1, Gen.Constant(terms)),
        (2, Gen.Elements([null, null, .. Calendars.Select(c => c.Name)]).ArrayOf(9).Select(names => terms
            .With(new WorkingDaysTerms { Calendars = [.. Calendars] })
            .With(terms.FteFulfillment with { Calendar = names[0] })
            .With(terms.RegistryClosure with { Calendar = names[1] })
            .With(terms.UpdateAcknowledgement with { Calendar = names[2] })
            .With(terms.UpdateImplementation with { Calendar = names[3] })
            .With(terms.BcpProtocol with { Calendar = names[4] })
            .With(terms.InteractionDocumentation with { Calendar = names[5] })
            .With(terms.ActionItem with { Calendar = names[6] })
            .With(terms.Payment with { Calendar = names[7] })
            .With(terms.Escalation with { Calendar = names[8] }))));

    /// <summary>What a fact says of its days: mostly nothing.</summary>
    public static Gen<(Pauses? Pauses, string? Calendar)> OfFact(DateOnly asOf, Reach reach) => !reach.HasWorkingDays
        ? Gen.Constant(((Pauses?)null, (string?)null))
        : from count in Gen.Frequency((6, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
          from pauses in Pause(asOf, reach).ListOf(count)
          from name in Gen.Frequency(
              (6, Gen.Constant<string?>(null)), (3, Gen.Elements<string?>([.. Calendars.Select(c => c.Name)])), (1, Gen.Constant<string?>("none")))
          select (count == 0 || !reach.HasPauses ? null : (Pauses?)[.. pauses], name);

    private static Gen<Pause> Pause(DateOnly asOf, Reach reach) =>
        from before in Gen.Choose(-10, 130)
        from length in Gen.Frequency((8, Gen.Choose(0, 20).Select(n => (int?)n)), (2, Gen.Constant<int?>(null)), (1, Gen.Constant<int?>(-1)))
        let begin = Dates.Shift(asOf, -before, reach)
        select new Pause(begin, length is { } days ? Dates.Shift(begin, days, reach) : null, "away; or so");
}
