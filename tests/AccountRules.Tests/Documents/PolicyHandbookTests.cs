using AccountRules.Documents;

namespace AccountRules.Tests.Documents;

public class PolicyHandbookTests
{
    private static readonly string Handbook = PolicyHandbook.Write(Policy.Default);

    [Theory]
    [InlineData("| Partial | above 60 % up to 80 % | Graded | 60 % |  |")]
    [InlineData("| Pip | up to 35 % | Graded | 0 % | PIP |")]
    [InlineData("| NearLimit | from 76 days up to 90 days | AtRisk | Met |")]
    [InlineData("| OverLimit | above 90 days | Overdue | Late |")]
    [InlineData("| `registryClosure.focusQuarters` | 2, 3 | The quarters whose items are in focus. |")]
    [InlineData("| Met | above 85 % | Met |")]
    [InlineData("| TerminationReview | Missed |")]
    [InlineData("Source: key-account-manager, PLP table.")]
    public void Handbook_OfTheDefaultPolicy_HasTheLine(string line) => Assert.Contains(line, Handbook, StringComparison.Ordinal);

    [Fact]
    public void Handbook_HasEveryRuleWithItsCitation()
    {
        foreach (var rule in Policy.Default.Rules)
            Assert.Contains($"(`{rule.Id}`)\n\n> {rule.Info.Says}\n\nSource: {rule.Info.Citation}.", Handbook, StringComparison.Ordinal);
    }
}
