using AccountRules.Shared;

namespace AccountRules.Cli.Tests.Browser;

/// <summary>A statement of pay as a browser shows it: nothing leaves the page or is hardly to be read, wide and narrow, light and dark.</summary>
public sealed class StatementPageTests : IDisposable
{
    private const string LongName = "an-employee-whose-id-goes-on-for-longer-than-a-narrow-window-has-room-for-and-has-no-blanks";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [BrowserFact]
    public void Statement_InABrowser_LooksRight()
    {
        var policy = tool.File("policy.json", """
            { "achievement": { "kpis": [
                { "name": "sales", "weight": 0.5 }, { "name": "AKpiWithAVeryLongNameThatNobodyWouldGiveItButSomebodyDoes", "weight": 0.5 } ] },
              "performancePay": { "currency": "EUR" } }
            """);
        tool.File("kpi-results.csv", $"""
            EmployeeId,Kpi,Period,Target,Actual
            {LongName},sales,2026-01,3,7
            {LongName},AKpiWithAVeryLongNameThatNobodyWouldGiveItButSomebodyDoes,2026-01,1234567890.12345,987654321.54321
            {LongName},sales,2026-02,3,7

            """);
        tool.File("pay-plans.csv", $"EmployeeId,Period,Frequency,CommittedPay\n{LongName},2026,monthly,123456789012.34\n");
        var result = tool.Run("pay", tool.Folder, "--policy", policy, "--as-of", "2026-03-15", "--statements", tool.PathOf("st"));
        Assert.Equal(ExitCode.Done, result.Code);
        var page = File.ReadAllText(Assert.Single(Directory.EnumerateFiles(tool.PathOf("st"))));

        foreach (var scheme in new[] { 0, 1 })
        {
            var (document, log) = Chromium.Run(
                Chromium.Measuring(("narrow", page, 400), ("wide", page, 1100)), tool.Folder, $"--blink-settings=preferredColorScheme={scheme}");
            var found = string.Join('\n', Chromium.Found(document));
            Assert.True(found == "measured", found);
            Assert.DoesNotContain("Refused to", log, StringComparison.Ordinal);
        }
    }
}
