namespace AccountRules.NRules.Tests;

public sealed class SampleTests
{
    [Fact]
    public void Sample_Run_PrintsWhatIsRecorded()
    {
        var (console, output) = (Console.Out, new StringWriter { NewLine = "\n" });
        Console.SetOut(output);
        try
        {
            System.Reflection.Assembly.Load("KeyAccountAlerts").EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        Approved.Matches("samples/NRules/expected.txt", output.ToString());
        string[] alerts = [.. output.ToString().Split('\n').Where(l => l.Contains("fired", StringComparison.Ordinal)).Select(l => l.Split("): ")[1])];
        Assert.Equal(
            [
                "no alerts", "1042 of ACME, due 2026-11-12", "1042 of ACME, due 2026-11-12; 1043 of ACME, due 2026-11-19", "1043 of ACME, due 2026-11-19",
                "no alerts",
            ],
            alerts);
    }
}
