namespace AccountRules.Cli.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void ALongRun_SaysHowFarItIsHowLongItTakesYetAndWhatIsRejected()
    {
        var orders = tool.File(
            "fte-orders.csv", Tool.Orders + "x,ACME,soon,,2\n" + string.Concat(Enumerable.Range(0, 99_999).Select(i => $"{i:000000},ACME,2026-04-01,,2\n")));

        var error = tool.Run(t => t with { IsErrorScreen = true, Time = new Clock() }, "assess", orders, "--format", "csv").Error;

        var lines = error.Split("\r\e[K").Where(line => line.StartsWith("fte-orders.csv: ", StringComparison.Ordinal) && line.Contains('%')).ToArray();
        Assert.InRange(lines.Length, 10, 25);
        Assert.Matches(@"^fte-orders\.csv: \d+ %, \d+ (s|min) left, [\d,]+ rows, 1 rejected$", lines[0]);
        Assert.EndsWith(" s left, 98,303 rows, 1 rejected", lines[^1]);
    }

    [Fact]
    public void AShortRun_ShowsNoProgress()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "A1,ACME,2026-04-01,,2\n");

        Assert.Equal("", tool.Run(t => t with { IsErrorScreen = true, Time = new Clock() }, "assess", orders, "--format", "csv").Error);
    }

    /// <summary>Each look at the clock takes a second.</summary>
    private sealed class Clock : TimeProvider
    {
        private long seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => seconds++;
    }
}
