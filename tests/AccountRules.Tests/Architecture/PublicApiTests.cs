namespace AccountRules.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void PublicApi_OfTheLibrary_IsTheRecordedOne() => Approved.Matches("tests/AccountRules.Tests/PublicApi.txt", PublicApi.Of(typeof(Policy).Assembly));
}
