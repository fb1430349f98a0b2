namespace AccountRules.Tests.Basics;

public sealed class ScaleTests
{
    [Fact]
    public void Scale_WithoutBands_CannotBeMade() => Refuses("The scale is empty");

    [Fact]
    public void Scale_WhoseFirstBandHasACut_CannotBeMade() =>
        Refuses("The first band `A` begins above 1, so nothing covers what lies below", Band.Above(1, "A"));

    [Fact]
    public void Scale_WithABandWithoutCutInTheMiddle_CannotBeMade() =>
        Refuses("Band `B` has no cut, and only the lowest band may have none", Band.Lowest("A"), Band.Lowest("B"), Band.Above(1, "C"));

    [Fact]
    public void Scale_OutOfOrder_CannotBeMade()
    {
        Refuses("Band `C` begins above 1, not after band `B`, which begins above 2", Band.Lowest("A"), Band.Above(2, "B"), Band.Above(1, "C"));
        Refuses("Band `C` begins above 2.00, not after band `B`, which begins above 2", Band.Lowest("A"), Band.Above(2, "B"), Band.Above(2.00m, "C"));
        Refuses("Band `C` begins from 2, not after band `B`, which begins above 2", Band.Lowest("A"), Band.Above(2, "B"), Band.From(2, "C"));
    }

    [Fact]
    public void Scale_WithANameTwice_CannotBeMade() => Refuses("The band name `A` is used 2 times", Band.Lowest("A"), Band.Above(1, "B"), Band.Above(2, "A"));

    [Fact]
    public void Scale_WithFromAndAboveOnOneCut_HasABandForTheCutItself()
    {
        var scale = new Scale(Band.Lowest("A"), Band.From(2, "B"), Band.Above(2, "C"));
        Assert.Equal((3, "B", Cut.From(2)), (scale.Count, scale[1].Name, scale[1].Cut!.Value));
    }

    [Fact]
    public void Scales_WithTheSameBands_AreEqual()
    {
        Scale one = new(Band.Lowest("A"), Band.Above(2, "B"));
        Scale same = new(Band.Lowest("A"), Band.Above(2.0m, "B"));
        Scale other = new(Band.Lowest("A"), Band.From(2, "B"));
        Assert.True(one.Equals(same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.False(one.Equals(other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Band_WithoutAName_CannotBeMade(string name)
    {
        Assert.Throws<ArgumentException>(() => Band.Lowest(name));
        Assert.Throws<ArgumentException>(() => Band.Above(1, name));
        Assert.Throws<ArgumentException>(() => Band.From(1, name));
    }

    [Fact]
    public void Cut_InWords_NamesItsEdge() => Assert.Equal(("above 0.85", "from 100000"), (Cut.Above(0.85m).ToString(), Cut.From(100000).ToString()));

    [Fact]
    public void Cuts_OnOneNumber_AreOrderedFromBeforeAbove()
    {
        Assert.True(Cut.From(5) < Cut.Above(5));
        Assert.True(Cut.Above(5) > Cut.From(5));
        Assert.True(Cut.Above(5) < Cut.From(5.1m));
        Assert.True(Cut.Above(5) >= Cut.Above(5.0m) && Cut.Above(5) <= Cut.Above(5.0m));
    }

    [Fact]
    public void Cut_IsNeitherBeforeNorAfterItself_AndItsNeighboursAre()
    {
        Assert.False(Cut.Above(5) < Cut.Above(5.0m) || Cut.Above(5) > Cut.Above(5.0m));
        Assert.False(Cut.Above(5) <= Cut.From(5) || Cut.From(5) >= Cut.Above(5));
        Assert.False(Cut.From(5.1m) < Cut.Above(5) || Cut.From(5.1m) <= Cut.Above(5) || Cut.Above(5) > Cut.From(5.1m) || Cut.Above(5) >= Cut.From(5.1m));
    }

    private static void Refuses(string because, params Band[] bands) =>
        Assert.StartsWith(because, Assert.Throws<ArgumentException>(() => new Scale(bands)).Message, StringComparison.Ordinal);
}
