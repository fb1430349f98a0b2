namespace AccountRules.Cli.Tests;

/// <summary>A period that has not ended, and periods that overlap, on the command line.</summary>
public sealed class RunningPeriodTests : IDisposable
{
    private const string Header = "EmployeeId,Period,Target,Actual,CommittedPay\n";
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void PayPeriod_ThatRuns_IsProvisionalInJsonCsvAndTable()
    {
        var pay = tool.File("performance-pay.csv", Header + "7,2026-05,100,30,1000\n8,2026-04,100,30,1000\n");

        var json = tool.Run("assess", pay, "--as-of", "2026-05-05", "--format", "json").Json;
        Assert.Equal(("OnTrack", "Pip", true, "2026-06-01"), (
            json[0].GetProperty("standing").GetString(), json[0].GetProperty("band").GetString(), json[0].GetProperty("provisional").GetBoolean(),
            json[0].GetProperty("changesOn").GetString()));
        Assert.False(json[0].TryGetProperty("payable", out _) || json[0].TryGetProperty("programme", out _) || json[0].TryGetProperty("factor", out _));
        Assert.Equal(("Graded", "PIP", false), (
            json[1].GetProperty("standing").GetString(), json[1].GetProperty("programme").GetString(), json[1].TryGetProperty("provisional", out _)));

        var csv = tool.Run("assess", pay, "--as-of", "2026-05-05", "--format", "csv").Out.Split('\n');
        var column = Array.IndexOf(csv[0].Split(','), "provisional") - csv[0].Split(',').Length;
        Assert.Equal("true", csv[1].Split(',')[^-column]);
        Assert.Equal("", csv[2].Split(',')[^-column]);

        Assert.Contains("until 2026-05-31", tool.Run("assess", pay, "--as-of", "2026-05-05", "--details").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Until", tool.Run("assess", pay, "--as-of", "2026-06-01", "--details").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void PayPeriods_ThatShareDays_AreToldOnceWithBothNames()
    {
        var pay = tool.File("performance-pay.csv", Header + "7,2026-Q1,100,90,1000\n7,2026-02,100,90,1000\n8,2026-03,100,90,1000\n7,2026-04,100,90,1000\n");
        foreach (var verb in new[] { "assess", "agenda" })
        {
            var result = tool.Run(verb, pay, "--as-of", "2026-05-05", "--format", "json");
            Assert.Equal(
                (ExitCode.Done, "performance-pay: 2026-02 of 7 lies in 2026-Q1, which is there too, so that its days are paid twice: leave one of them out.\n"),
                (result.Code, result.Error));
        }
    }
}
