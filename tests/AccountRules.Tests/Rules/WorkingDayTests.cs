using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>
/// "A deadline counts calendar days, or working days by a calendar in the terms (weekend days, holidays, named and versioned; several by key). Day 0, the due
/// date, the margin and ChangesOn follow." The holidays of 2026 are those of the law of each country.
/// </summary>
public sealed class WorkingDayTests
{
    private static readonly CalendarTerms Germany = new()
    {
        Name = "DE",
        Version = "2026.1",
        Holidays = [
            new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 14), new(2026, 5, 25), new(2026, 10, 3), new(2026, 12, 25),
            new(2026, 12, 26),
        ],
    };

    private static readonly CalendarTerms France = new()
    {
        Name = "FR",
        Holidays = [
            new(2026, 1, 1), new(2026, 4, 6), new(2026, 5, 1), new(2026, 5, 8), new(2026, 5, 14), new(2026, 5, 25), new(2026, 7, 14), new(2026, 8, 15),
            new(2026, 11, 1), new(2026, 11, 11), new(2026, 12, 25),
        ],
    };

    private static readonly CalendarTerms America = new()
    {
        Name = "US",
        Holidays = [
            new(2026, 1, 1), new(2026, 1, 19), new(2026, 2, 16), new(2026, 5, 25), new(2026, 6, 19), new(2026, 7, 3), new(2026, 9, 7), new(2026, 10, 12),
            new(2026, 11, 11), new(2026, 11, 26), new(2026, 12, 25),
        ],
    };

    /// <summary>Twenty working days by the German calendar; orders may go by another.</summary>
    private static readonly Policy Policy = new(new PolicyTerms()
        .With(new WorkingDaysTerms { Calendars = [Germany, France, America] })
        .With(new FteFulfillmentTerms { LimitDays = 20, AtRiskFromDay = 16, Calendar = "DE" })
        .With(new ActionItemTerms { ActWithinDays = 5, Calendar = "DE" })
        .With(new PaymentTerms { Calendar = "DE" }));

    /// <summary>
    /// Of 365 days of 2026, which begins on a Thursday, 104 are on weekends. Of the holidays, two in Germany (3 October, 26 December), two in France
    /// (15 August, 1 November) and none of those in America fall on one.
    /// </summary>
    [Theory]
    [InlineData("DE", 365 - 104 - 7)]
    [InlineData("FR", 365 - 104 - 9)]
    [InlineData("US", 365 - 104 - 11)]
    public void Year_OfACountry_HasItsWorkingDays(string country, int days)
    {
        var calendar = Policy.DaysBy(country).Standard!;
        Assert.Equal(days, calendar.Days().Last().Number);
        Assert.Equal(days, calendar.DaysBetween(new(2026, 1, 1), new(2026, 12, 31)));
        Assert.Equal(days, calendar.Days().Count(d => calendar.IsWorkingDay(d.Date)));
    }

    // Thursday 2 April: then Good Friday, the weekend and Easter Monday, so that Tuesday 7 April is day 1 in Germany. France works on Good Friday.
    [Theory]
    [InlineData("DE", "2026-04-02", 0)]
    [InlineData("DE", "2026-04-06", 0)]
    [InlineData("DE", "2026-04-07", 1)]
    [InlineData("DE", "2026-04-10", 4)]
    [InlineData("DE", "2026-04-12", 4)]
    [InlineData("FR", "2026-04-03", 1)]
    [InlineData("FR", "2026-04-06", 1)]
    [InlineData("FR", "2026-04-07", 2)]
    [InlineData("US", "2026-04-06", 2)]
    [InlineData("DE", "2026-04-01", -1)]
    [InlineData("DE", "2026-03-30", -3)]
    [InlineData("DE", "2026-03-29", -4)]
    public void Days_FromAThursdayBeforeEaster_AreTheWorkingDaysBetween(string country, string end, int days) =>
        Assert.Equal(days, Policy.DaysBy(country).Standard!.DaysBetween(new(2026, 4, 2), Dated.Day(end)));

    [Theory]
    [InlineData("2026-04-02", 0, "2026-04-02")]
    [InlineData("2026-04-04", 0, "2026-04-04")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-04", 1, "2026-04-07")]
    [InlineData("2026-04-02", 5, "2026-04-13")]
    public void DayAfter_OfACalendar_IsAWorkingDay(string start, int count, string day) =>
        Assert.Equal(Dated.Day(day), Policy.DaysBy("DE").Standard!.DayAfter(Dated.Day(start), count));

    /// <summary>Ordered on Monday 2 March, of which the twentieth working day is Monday 30 March and the next one Tuesday 31.</summary>
    [Theory]
    [InlineData("2026-03-23", Standing.OnTrack, 15)]
    [InlineData("2026-03-24", Standing.AtRisk, 16)]
    [InlineData("2026-03-28", Standing.AtRisk, 19)]
    [InlineData("2026-03-29", Standing.AtRisk, 19)]
    [InlineData("2026-03-30", Standing.AtRisk, 20)]
    [InlineData("2026-03-31", Standing.Overdue, 21)]
    [InlineData("2026-04-05", Standing.Overdue, 23)]
    public void FteOrder_OpenOnAWorkingDay_StandsByIt(string asOf, Standing standing, int days)
    {
        var assessment = Policy.FteFulfillment.Assess(Order(new(2026, 3, 2)), Dated.Day(asOf));
        Assert.Equal((standing, days, new DateOnly(2026, 3, 30)), (assessment.Standing, (int)assessment.Value!, assessment.DueOn!.Value));
    }

    [Fact]
    public void FteOrder_DueOnAFriday_ChangesOnTheNextWorkingDay()
    {
        // Friday 27 February + 20 working days is Friday 27 March; nothing changes before Monday.
        var assessment = Policy.FteFulfillment.Assess(Order(new(2026, 2, 27)), new(2026, 3, 26));
        Assert.Equal((new(2026, 3, 27), new DateOnly(2026, 3, 30)), (assessment.DueOn!.Value, assessment.ChangesOn!.Value));
        Assert.Equal(Standing.Met, Policy.FteFulfillment.Assess(Order(new(2026, 2, 27)) with { FulfilledOn = new(2026, 3, 29) }, new(2026, 4, 30)).Standing);
        Assert.Equal(Standing.Late, Policy.FteFulfillment.Assess(Order(new(2026, 2, 27)) with { FulfilledOn = new(2026, 3, 30) }, new(2026, 4, 30)).Standing);
    }

    [Fact]
    public void FteOrder_ByACalendarOfItsOwn_IsCountedByIt()
    {
        // Ordered on Thursday 2 April: Germany is closed on Good Friday, Easter Monday and 1 May, France on the last two, America on none.
        var order = Order(new(2026, 4, 2));
        Assert.Equal(new(2026, 5, 5), Policy.FteFulfillment.Assess(order, new(2026, 4, 20)).DueOn);
        Assert.Equal(new(2026, 4, 30), Policy.FteFulfillment.Assess(order with { Calendar = "US" }, new(2026, 4, 20)).DueOn);
        Assert.Equal(new(2026, 5, 4), Policy.FteFulfillment.Assess(order with { Calendar = "FR" }, new(2026, 4, 20)).DueOn);
    }

    [Fact]
    public void FteOrder_ByACalendarThatThePolicyLacks_IsUndetermined()
    {
        var assessment = Policy.FteFulfillment.Assess(Order(new(2026, 4, 2)) with { Calendar = "IT" }, new(2026, 4, 20));
        Assert.Equal((Standing.Undetermined, Cause.UnknownCalendar), (assessment.Standing, assessment.Cause));
        Assert.Equal("Order 7 goes by calendar `IT`, and the policy has DE, FR and US.", assessment.Reason);
        Assert.Null(assessment.DueOn);
    }

    [Theory]
    [InlineData("2025-12-31", "2026-03-01", true)]
    [InlineData("2026-01-01", "2026-03-01", false)]
    [InlineData("2026-12-01", "2026-12-31", false)]
    [InlineData("2026-12-01", "2027-01-01", true)]
    public void FteOrder_OutsideOfTheCalendar_IsUndetermined(string start, string asOf, bool isOutside)
    {
        var assessment = Policy.FteFulfillment.Assess(Order(Dated.Day(start)), Dated.Day(asOf));
        Assert.Equal(isOutside, assessment.Cause == Cause.OutsideCalendar);
        if (isOutside)
            Assert.Equal("Order 7 has days that calendar DE 2026.1 does not know: it goes from 2026-01-01 to 2026-12-31.", assessment.Reason);
    }

    /// <summary>What is filled needs no count of days, and stays so.</summary>
    [Fact]
    public void FteAcquisition_FilledWhereTheCalendarEnds_StaysFilled()
    {
        var order = Order(new(2026, 12, 1)) with { Headcount = 2, FilledHeadcount = 2 };
        var assessment = Policy.FteAcquisition.Assess(order, new(2026, 12, 20));
        Assert.Equal((Standing.Met, null), (assessment.Standing, assessment.ChangesOn));
        Assert.Equal(Standing.Met, Policy.FteAcquisition.Assess(order with { Calendar = "IT" }, new(2027, 2, 1)).Standing);
        Assert.Equal(
            "Order 7 goes by calendar `IT`, and the policy has DE, FR and US.",
            Policy.FteAcquisition.Assess(order with { Calendar = "IT", FilledHeadcount = 1 }, new(2026, 12, 20)).Reason);
    }

    /// <summary>How a calendar says its days, and its version, change no answer.</summary>
    [Fact]
    public void Diff_OfTheSameDaysSaidOtherwise_IsEquivalent()
    {
        var said = new Policy(Policy.Terms.With(new WorkingDaysTerms
        {
            Calendars =
            [
                France,
                Germany with { Version = "2", Weekend = [DayOfWeek.Sunday, DayOfWeek.Saturday], Holidays = [new(2026, 5, 17), .. Germany.Holidays] },
                America,
            ],
        }));
        Assert.All(PolicyDiff.Between(Policy, said).Rules, r => Assert.Equal(DiffVerdict.Equivalent, r.Verdict));
    }

    [Fact]
    public void Margin_OfWorkingDays_SaysSo() => Assert.Equal(
        "4 working days left before OverLimit",
        Policy.FteFulfillment.Assess(Order(new(2026, 3, 2)), new(2026, 3, 24)).ToBandAbove?.ToString());

    [Fact]
    public void Invoice_DueOnAHolidayToCome_IsDueAndNotPast() => Assert.Equal(
        "Invoice I is due on 2026-04-04, with no working day before it. Working days are those of calendar DE 2026.1.",
        Policy.Payment.Assess(new Invoice { InvoiceId = "I", DueOn = new(2026, 4, 4) }, new(2026, 4, 2)).Reason);

    [Fact]
    public void FteOrder_OpenWhereTheCalendarEnds_ChangesOnTheDayAfter() =>
        Assert.Equal(new(2027, 1, 1), Policy.FteFulfillment.Assess(Order(new(2026, 12, 28)), new(2026, 12, 30)).ChangesOn);

    [Fact]
    public void Reason_OfWorkingDays_SaysSoAndByWhichCalendar()
    {
        var order = Order(new(2026, 3, 2));
        Assert.Equal(
            "Order 7 is open for 16 of 20 working days, due 2026-03-30. Working days are those of calendar DE 2026.1.",
            Policy.FteFulfillment.Assess(order, new(2026, 3, 24)).Reason);
        Assert.Equal(
            "Order 7 was fulfilled on working day 19 of 20, 2026-03-28; it was due 2026-03-30. Working days are those of calendar DE 2026.1.",
            Policy.FteFulfillment.Assess(order with { FulfilledOn = new(2026, 3, 28) }, new(2026, 4, 24)).Reason);
        var record = Policy.FteFulfillment.Assess(order, new(2026, 3, 24)).ToRecord();
        Assert.Equal("DE 2026.1", record.Inputs.Single(i => i.Name == "calendar").Value);
    }

    /// <summary>Agreed on Thursday 2 April, five working days: Monday 13 April is due; from three days before, Wednesday 8, at risk.</summary>
    [Theory]
    [InlineData("2026-04-07", Standing.OnTrack, -4)]
    [InlineData("2026-04-08", Standing.AtRisk, -3)]
    [InlineData("2026-04-12", Standing.AtRisk, -1)]
    [InlineData("2026-04-13", Standing.AtRisk, 0)]
    [InlineData("2026-04-14", Standing.Overdue, 1)]
    public void ActionItem_WithoutADateOfItsOwn_IsDueByWorkingDays(string asOf, Standing standing, int days)
    {
        var item = new ActionItem { ItemId = "T", AgreedOn = new(2026, 4, 2) };
        var assessment = Policy.ActionItem.Assess(item, Dated.Day(asOf));
        Assert.Equal((standing, days, new DateOnly(2026, 4, 13)), (assessment.Standing, (int)assessment.Value!, assessment.DueOn!.Value));
    }

    /// <summary>Due on Saturday 4 April: it is not past due before the next working day, Tuesday 7 April.</summary>
    [Theory]
    [InlineData("2026-04-04", Standing.OnTrack)]
    [InlineData("2026-04-06", Standing.OnTrack)]
    [InlineData("2026-04-07", Standing.Overdue)]
    public void Invoice_DueOnAHoliday_IsOverdueOnTheNextWorkingDay(string asOf, Standing standing) =>
        Assert.Equal(standing, Policy.Payment.Assess(new Invoice { InvoiceId = "I", DueOn = new(2026, 4, 4) }, Dated.Day(asOf)).Standing);

    [Fact]
    public void Document_WithCalendars_IsReadAndWrittenAgain()
    {
        const string json = """
            {
              "workingDays": { "calendars": [
                { "name": "DE", "version": "2026.1", "holidays": ["2026-01-01", "2026-04-03"] },
                { "name": "shop", "weekend": ["sunday", "monday"], "from": "2026-01-01", "until": "2026-12-31" }
              ] },
              "payment": { "calendar": "shop" }
            }
            """;
        var policy = Policy.Parse(json);
        Assert.Equal([DayOfWeek.Sunday, DayOfWeek.Monday], policy.Terms.WorkingDays.Calendars[1].Weekend);
        Assert.Equal("shop", policy.Payment.Days.Standard!.Name);
        Assert.Equal(policy, Policy.Parse(PolicyDocument.Write(policy)));
    }

    [Fact]
    public void Handbook_OfAPolicyWithCalendars_ListsThem()
    {
        var policy = new Policy(new PolicyTerms().With(new WorkingDaysTerms
        {
            Calendars =
            [
                new() { Name = "shop", Version = "3", Weekend = [DayOfWeek.Sunday, DayOfWeek.Monday], Holidays = [new(2026, 5, 1), new(2026, 12, 25)] },
            ],
        }));
        Assert.Contains(
            "shop (version 3, weekend sunday, monday, holidays 2026-05-01, 2026-12-25)", PolicyHandbook.Write(policy), StringComparison.Ordinal);
        Assert.DoesNotContain("## Working days", PolicyHandbook.Write(Policy.Default), StringComparison.Ordinal);
    }

    /// <summary>One holiday more moves every day after it: that is told as what it is, and not as regions on two counts.</summary>
    [Fact]
    public void Diff_OfAnotherCalendar_SaysThatDaysAreCountedOtherwise()
    {
        var terms = Policy.Terms;
        var more = new Policy(terms.With(new WorkingDaysTerms
        {
            Calendars = [Germany with { Holidays = [.. Germany.Holidays, new(2026, 6, 4)] }, France, America],
        }));
        var diff = PolicyDiff.Between(Policy, more).Rules.Single(r => r.RuleId == "fte-fulfillment");
        Assert.StartsWith(
            "regions not known, since days are counted otherwise: DE has other days", diff.Regions.Single().Where,
            StringComparison.Ordinal);
        var stricter = PolicyDiff.Between(Policy, new(terms.With(terms.FteFulfillment with { LimitDays = 18 }))).Rules
            .Single(r => r.RuleId == "fte-fulfillment");
        Assert.Equal(
            ["open on working day 19 to 20", "fulfilled on working day 19 to 20"], stricter.Regions.Select(r => r.Where));
    }

    [Fact]
    public void Document_WithCalendarsThatCannotBe_NamesEachProblem()
    {
        const string json = """
            {
              "workingDays": { "calendars": [
                { "name": "DE", "holidays": ["2026-01-01", "2026-01-01"] },
                { "name": "DE", "weekend": ["sunday", "sunday"] },
                { "name": "x", "from": "2026-05-01", "until": "2026-04-30" },
                { "name": "y", "from": "2026-01-01", "until": "2026-12-31", "holidays": ["2027-01-01"] },
                { "name": "z", "weekend": ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] }
              ] },
              "payment": { "calendar": "FR" },
              "fteFulfillment": { "calendar": "DE" }
            }
            """;
        var problems = Assert.Throws<PolicyException>(() => Policy.Parse(json)).Problems.Select(p => $"{p.Path}: {p.Found}; {p.Allowed}");
        Assert.Equal(
            [
                "$.payment.calendar: `FR`; the name of a calendar of workingDays: DE, DE, x, y, z",
                "$.workingDays.calendars[0].holidays[1]: 2026-01-01 again; each date once",
                "$.workingDays.calendars[1].name: `DE` again; a name that no other calendar has",
                "$.workingDays.calendars[1].weekend[1]: Sunday again; each day of the week once",
                "$.workingDays.calendars[2].until: 2026-04-30; a date from 2026-05-01 on, the first that the calendar knows",
                "$.workingDays.calendars[3].holidays[0]: 2027-01-01; a date from 2026-01-01 to 2026-12-31, which it knows",
                "$.workingDays.calendars[4].weekend: all days of the week; at least one working day in a week",
            ],
            problems.Order(StringComparer.Ordinal));
    }

    private static FteOrder Order(DateOnly ordered) => new() { OrderId = "7", AccountId = "A", OrderedOn = ordered };
}
