namespace AccountRules.Tests.Language;

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
        () => new DeadlineRule<Ticket>(Ticket.Info, Ticket.Ratio, new(Lowest), Ticket.Facets));

    [Fact]
    public void Attainment_OfAnotherMeasure_CannotBeMade() => Refuses("An attainment measures a ratio, and this measure is of Days",
        () => new AttainmentRule<Ticket>(Ticket.Info, Ticket.Days, new(Lowest), Ticket.Facets));

    [Fact]
    public void Tier_ThatPaysWithABandWithoutFactor_CannotBeMade() => Refuses("Band `B` has no factor, and the tier pays",
        () => new TierRule<Ticket>(
            Ticket.Info, Ticket.Amount, new(Band.Lowest("A").Pays(0), Band.Above(1, "B")), Ticket.Facets, new(t => t.Done, 2, MidpointRounding.ToEven)));

    [Fact]
    public void Payment_WithPlacesOrRoundingOutOfRange_CannotBeMade()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Payment<Ticket>(t => t.Done, -1, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Payment<Ticket>(t => t.Done, 29, MidpointRounding.ToEven));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Payment<Ticket>(t => t.Done, 2, MidpointRounding.ToPositiveInfinity));
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

    private static Band Late(Band band) => band.Open(Standing.Overdue);

    private static void Refuses(string because, Func<object> make) =>
        Assert.StartsWith(because, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
