using AccountRules.Evaluation;
using AccountRules.Expressions;
using AccountRules.Queries;

namespace AccountRules.Tests.Basics;

/// <summary>Everything that keeps something for each standing has room for all of them, so that one more cannot overflow into another.</summary>
public sealed class StandingsTests
{
    private static readonly Standing[] All = Enum.GetValues<Standing>();

    [Fact]
    public void Standings_OfTheEnum_AreNumberedFromNoughtAndFitWhereTheyAreKept()
    {
        Assert.Equal(Enumerable.Range(0, All.Length), All.Select(s => (int)s));
        Assert.Equal(All.Length, Standings.Count);
        Assert.True(
            Standings.Count <= Standings.Room,
            $"A tally has room for {Standings.Room} standings, and there are {Standings.Count}: raise Standings.Room.");
        Assert.True(Standings.Count <= 64, "A set of standings has 64 bits.");
        Assert.True(PackedCounts.Most >= 1);
    }

    [Fact]
    public void Tally_OfEachStanding_CountsItUnderItsNameAlsoInQueries() => Assert.All(All, standing =>
    {
        var tally = default(Tally).With(standing);
        Assert.Equal(1, tally[standing]);
        Assert.Equal(1, (int)(typeof(Tally).GetProperty(standing.ToString())?.GetValue(tally) ?? 0));
        Assert.Equal(standing == Standing.NotApplicable ? 0 : 1, tally.Total);
        Assert.NotNull(typeof(TallyRow<DateOnly>).GetProperty(standing.ToString()));
    });

    [Fact]
    public void PackedCounts_OfAsManyFactsAsTheyHold_SpillIntoNoOtherStanding() => Assert.All(All, standing =>
    {
        var counts = new long[Standings.Count];
        PackedCounts.AddTo(counts, (ulong)PackedCounts.Most * PackedCounts.One(standing));
        Assert.Equal(All.Select(s => s == standing ? PackedCounts.Most : 0L), counts);
    });

    [Fact]
    public void StandingSet_OfOneThatIsNone_IsRefusedInsteadOfMeaningAnother()
    {
        Assert.All(All, standing => Assert.Equal([standing], All.Where(s => new StandingSet([standing]).Contains(s))));
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => Entity.Rule.FindAll([], Rules.Dated.Start, [(Standing)66]));
        Assert.Contains("There is no standing 66: take one of Undetermined,", thrown.Message, StringComparison.Ordinal);
    }
}
