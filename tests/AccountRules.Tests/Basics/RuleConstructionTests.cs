using System.Linq.Expressions;

namespace AccountRules.Tests.Basics;

public sealed class RuleConstructionTests
{
    private static readonly Band Lowest = Band.Lowest("A", Standing.Met).Open(Standing.OnTrack);
    private static readonly Stage New = new("New", Standing.OnTrack, "is new");
    private static readonly Stage Old = new("Old", Standing.Met, "is old");

    [Fact]
    public void Deadline_WithACutThatIsNoWholeDay_CannotBeMade()
    {
        Refuses("Band `B` begins above 1.5, and a deadline's cuts are whole days", () => Ticket.Deadline(Lowest, Late(Band.Above(1.5m, "B"))));
        Refuses("Band `B` begins above -1, and a deadline's cuts are whole days", () => Ticket.Deadline(Lowest, Late(Band.Above(-1, "B"))));
        Refuses("Band `B` begins above 3652059, and a deadline's cuts are whole days", () => Ticket.Deadline(Lowest, Late(Band.Above(3_652_059, "B"))));
        Assert.NotNull(Ticket.Deadline(Lowest, Late(Band.Above(3_652_058, "B"))));
    }

    [Fact]
    public void Deadline_WithoutAStandingWhileOpen_CannotBeMade() =>
        Refuses("Band `B` has no standing while open: add .Open(", () => Ticket.Deadline(Lowest, Band.Above(1, "B", Standing.Late)));

    [Fact]
    public void Deadline_WithTwoCutsOnOneDay_CannotBeMade()
    {
        Refuses("Bands `B` (above 5) and `C` (from 6) begin on the same day", () => Ticket.Deadline(Lowest, Late(Band.Above(5, "B")), Late(Band.From(6, "C"))));
        Assert.NotNull(Ticket.Deadline(Lowest, Late(Band.From(5, "B")), Late(Band.Above(5, "C"))));
    }

    [Fact]
    public void Deadline_OfAnotherMeasure_CannotBeMade() => Refuses("A deadline measures days, and this measure is of Ratio",
        () => new DeadlineRule<Ticket>(Ticket.Info, Ticket.Ratio, new(Lowest), Ticket.Shape));

    [Fact]
    public void Attainment_OfAnotherMeasure_CannotBeMade() => Refuses("An attainment measures a ratio, and this measure is of Days",
        () => new AttainmentRule<Ticket>(Ticket.Info, Ticket.Days, new(Lowest), Ticket.Shape));

    [Fact]
    public void Tier_ThatPaysWithABandWithoutFactor_CannotBeMade() => Refuses("Band `B` has no factor, and the tier pays",
        () => new TierRule<Ticket>(
            Ticket.Info, Ticket.Amount, new(Band.Lowest("A").Pays(0), Band.Above(1, "B")), Ticket.Shape, new(t => t.Done)));

    [Fact]
    public void Tier_WithAStandingWhileOpenOfFactsWithoutAPeriod_CannotBeMade() => Refuses("Band `A` has a standing while open, and the facts of rule",
        () => new TierRule<Ticket>(Ticket.Info, Ticket.Amount, new(Band.Lowest("A").Open(Standing.OnTrack)), Ticket.Shape));

    [Fact]
    public void Payment_WithPlacesOrRoundingOutOfRange_CannotBeMade()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { Decimals = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { Decimals = 29 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { Rounding = (MidpointRounding)5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { Increment = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { Increment = 0.125m }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { Kind = (PayTableKind)2 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { AtLeast = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Paying(new() { AtLeast = 2, AtMost = 1 }));
        Assert.Throws<ArgumentException>(() => Paying(new() { Currency = " " }));

        static Payment<Ticket> Paying(PaySettings settings) => new(t => t.Done, settings);
    }

    [Fact]
    public void Lifecycle_WithoutStages_CannotBeMade() => Refuses("The lifecycle has no stage", () => new Lifecycle<Ticket>([], []));

    [Fact]
    public void Lifecycle_WithAStageTwice_CannotBeMade() => Refuses("The stage name `New` is used more than once", () => new Lifecycle<Ticket>([New, New], []));

    [Fact]
    public void Lifecycle_WithATransitionToAnUnknownStage_CannotBeMade()
    {
        Refuses(
            "A transition names stage `Gone`, which is not one of New, Old",
            () => new Lifecycle<Ticket>([New, Old], [new("New", (t, d) => true, "Old"), new("Old", (t, d) => true, "Gone")]));
        Refuses("A transition names stage `Gone`, which is not one of New, Old", () => new Lifecycle<Ticket>([New, Old], [new("Gone", (t, d) => true, "Old")]));
    }

    [Fact]
    public void Lifecycle_WithAStageThatNothingLeadsTo_CannotBeMade() =>
        Refuses("No transition leads to stage `Old`", () => new Lifecycle<Ticket>([New, Old], []));

    [Fact]
    public void Lifecycle_ThatReadsTheEvaluationDateItself_CannotBeMade()
    {
        RefusesToRead("(asOf.Year == 2026)", (c, asOf) => asOf.Year == 2026);
        RefusesToRead("((asOf.DayNumber - c.DueOn.DayNumber) > 30)", (c, asOf) => asOf.DayNumber - c.DueOn.DayNumber > 30);
        RefusesToRead("(asOf.AddDays(-30) > c.DueOn)", (c, asOf) => c.Grace > 3 && asOf.AddDays(-30) > c.DueOn);
        RefusesToRead("(c.DueOn.CompareTo(asOf) < 0)", (c, asOf) => c.IsPriority || !(c.DueOn.CompareTo(asOf) < 0));
        RefusesToRead("c.DueOn.Equals(asOf)", (c, asOf) => c.DueOn.Equals(asOf));
        RefusesToRead("(asOf < IIF((asOf > c.DueOn), c.DueOn, c.DueOn.AddDays(3)))", (c, asOf) => asOf < (asOf > c.DueOn ? c.DueOn : c.DueOn.AddDays(3)));
        RefusesToRead("IsWeekend(asOf)", (c, asOf) => c.IsPriority ? c.Grace > 3 : IsWeekend(asOf));
        RefusesToRead("c.Id.Any(letter => (asOf > c.DueOn))", (c, asOf) => c.Id.Any(letter => asOf > c.DueOn));
    }

    [Fact]
    public void Lifecycle_WhoseGuardReadsTheEvaluationDateItself_CannotBeMade() => Assert.Equal(
        "Rule `odd` cannot tell on which days its guard NoTarget changes, because that reads the evaluation date in `(d.Month == 2)`: "
        + "compare the date itself, by <, <=, >, >=, == or !=, "
        + "with a date of the fact, as it is or with AddDays, AddMonths or AddYears of a constant or of a member, such as asOf > c.BeganOn.AddDays(30). "
        + "(Parameter 'Guards')",
        Assert.Throws<ArgumentException>(
            () => new LifecycleRule<Claim>(new("odd"), new([New], []), new(c => c.Id)) { Guards = [new((c, d) => d.Month == 2, Cause.NoTarget)] }).Message);

    [Fact]
    public void RollUp_ThatYieldsAnUnnamedStanding_SaysSo()
    {
        var rule = new RollUpRule<Ticket>(new("tickets"), Ticket.Deadline(Lowest), [Standing.Met], tally => Standing.Late);
        var thrown = Assert.Throws<InvalidOperationException>(() => rule.Judge(default(Tally).With(Standing.Met)));
        Assert.Equal("Roll-up `tickets` yields Late, which its outcomes do not name: add it to them.", thrown.Message);
    }

    [Fact]
    public void RuleInfo_WithoutAnId_CannotBeMade() => Assert.Throws<ArgumentException>(() => new RuleInfo(" "));

    [Fact]
    public void Judge_OfNoFact_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => Policy.Default.FteFulfillment.Judge(null!, DateOnly.MaxValue));
        Assert.Throws<ArgumentNullException>(() => Policy.Default.KpiMonth.Assess(null!, DateOnly.MaxValue));
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static void RefusesToRead(string what, Expression<Func<Claim, DateOnly, bool>> when) => Refuses(
        $"Rule `odd` cannot tell on which days its transition from New to Old changes, because that reads the evaluation date in `{what}`: ",
        () => new LifecycleRule<Claim>(new("odd"), new([New, Old], [new("New", when, "Old")]), new(c => c.Id)));

    private static Band Late(Band band) => band.Open(Standing.Overdue);

    private static void Refuses(string because, Func<object> make) =>
        Assert.StartsWith(because, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
