using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary><c>accountrules curve</c>: what one threshold would do to the facts in files.</summary>
public sealed class CurveTests : IDisposable
{
    private const string Header = "EmployeeId,Period,Target,Actual,CommittedPay\n";
    private const string Rows = "e,2026-01,3,2,100\nf,2026-01,100,82,100\ng,2026-01,100,70,100\n";
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    /// <summary>Above the cut 100 is paid, up to it 60: two of three is passed at 2/3, the others at 0.7 and 0.82.</summary>
    [Fact]
    public void Curve_InCsv_HasALineForEachPlaceAndOutcome() => Assert.Equal(
        """
        rule,value,edge,begins,outcome,count,pay
        performance-pay,0.61,from,0.61,"Partial, 60 %",0,300.00
        performance-pay,0.61,from,0.61,"Full, 100 %",3,300.00
        performance-pay,0.67,from,2/3,"Partial, 60 %",1,260.00
        performance-pay,0.67,from,2/3,"Full, 100 %",2,260.00
        performance-pay,0.7,from,0.7,"Partial, 60 %",2,220.00
        performance-pay,0.7,from,0.7,"Full, 100 %",1,220.00
        performance-pay,0.82,from,0.82,"Partial, 60 %",3,180.00
        performance-pay,0.82,from,0.82,"Full, 100 %",0,180.00

        """.ReplaceLineEndings("\n"), Run("--format", "csv").Out);

    [Fact]
    public void Curve_InJson_HasPointsAndWhatIsMetAndCliffs()
    {
        var result = Run("--format", "json", "--budget", "200", "--share", "50%", "--in", "Full", "--within", "0.01");
        var curve = JsonDocument.Parse(result.Out).RootElement;
        var rule = curve.GetProperty("rules")[0];

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(("performancePay.bands[Full].above", 0.80m), (curve.GetProperty("term").GetString(), curve.GetProperty("current").GetDecimal()));
        Assert.Equal([300.00m, 260, 220, 180], rule.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("pay").GetDecimal()));
        Assert.Equal(
            ["from 0.82 to 0.95", "from 0.61 to below 0.7"],
            rule.GetProperty("met").EnumerateArray().Select(m => m.GetProperty("ranges")[0].GetProperty("where").GetString()!));
        Assert.Equal([0, 0, 0, 0], rule.GetProperty("cliffs").EnumerateArray().Select(c => c.GetProperty("within").GetInt32()));
    }

    [Fact]
    public void Curve_AsATable_ShowsWhatChanges()
    {
        var result = Run("--budget", "100");

        Assert.StartsWith(
            "performancePay.bands[Full].above from 0.61 to 0.95; in account-management documents it is 0.8\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("performance-pay: 3 facts, changes at 3 values\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("│  0.67 │ from 2/3  │             1 │           2 │ 260.00 │     +40.00 │", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("\nPay at most 100: at no value; nearest from 0.82, where pay is 180\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_WithALimit_ShowsAsManyAndSaysSo()
    {
        var result = Run("--limit", "2");

        Assert.DoesNotContain("2/3", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("showing 2 of 4, evenly spread; --limit 0 shows all\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_InMarkdown_IsATable() => Assert.Contains(
        "| Value | Begins | Partial, 60 % | Full, 100 % | Pay | Difference |\n| --: | --- | --: | --: | --: | --: |\n"
            + "| 0.61 | from 0.61 | 0 | 3 | 300.00 | +80.00 |\n",
        Run("--format", "markdown").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("--term", "performancePay.bands[Full].factor", "--term: found `performancePay.bands[Full].factor`, which is no threshold that facts are")]
    [InlineData("--from", "0.99", "--to: found 0.95; allowed: a value above 0.99, with which the range begins.\n")]
    [InlineData("--from", "0.5", "--from: found 0.5, with which performancePay.bands[3].above is above 0.5; allowed: bands in ascending order; band `Partial`")]
    [InlineData("--to", "much", "--to: found `much`; allowed: a number such as 0.85.\n")]
    [InlineData("--share", "120%", "--share: found `120%`; allowed: a share such as 80% or 0.8, at most all.\n")]
    [InlineData("--share", "80%", "--in: found `Met`; allowed: Graded, Pip, Low, Partial, Full, Over, OnTrack.\n")]
    [InlineData("--within", "-1", "--within: found `-1`; allowed: a number, 0 or more.\n")]
    public void Curve_OfWhatIsNone_IsWrongUsageThatSaysWhatIsAllowed(string option, string value, string expected)
    {
        string[] options = ["--term", "performancePay.bands[Full].above", "--from", "0.61", "--to", "0.95"];
        var index = Array.IndexOf(options, option);
        var result = tool.Run(["curve", File, .. index < 0 ? [.. options, option, value] : options.Select((o, i) => i == index + 1 ? value : o)]);

        Assert.Equal((ExitCode.Usage, ""), (result.Code, result.Out));
        Assert.StartsWith(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Curve_WithARowThatCannotBeRead_SaysSoAndEndsWithFour() => Assert.Equal(
        ExitCode.RowsRejected,
        tool.Run(
            "curve", tool.File("performance-pay.csv", Header + "e,2026-01,100,much,100\n"), "--term", "performancePay.bands[Full].above", "--from", "0.7",
            "--to", "0.9").Code);

    /// <summary>Of the rules that the cut of KPIs moves both are on the same file.</summary>
    [Fact]
    public void Curve_OfATermOfTwoRules_HasBoth() => Assert.Equal(
        "rule,value,edge,begins,outcome,count,pay\nkpi-attainment,0.8,from,0.8,Missed,0,\nkpi-attainment,0.8,from,0.8,Met,1,\n"
            + "kpi-attainment,0.88,from,0.88,Missed,1,\nkpi-attainment,0.88,from,0.88,Met,0,\n"
            + "kpi-month,0.8,from,0.8,Met,1,\nkpi-month,0.8,from,0.8,Missed,0,\nkpi-month,0.88,from,0.88,Met,0,\nkpi-month,0.88,from,0.88,Missed,1,\n",
        tool.Run(
            "curve", tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\ne,k,2026-01,100,88\n"), "--term", "kpiAttainment.above",
            "--from", "0.8", "--to", "0.9", "--format", "csv").Out);

    [Fact]
    public void Curve_IntoAFile_TakesItsPlace()
    {
        var path = tool.PathOf("curve.csv");

        Assert.Equal("", Run("--format", "csv", "--output", path).Out);
        Assert.StartsWith("rule,value,", System.IO.File.ReadAllText(path), StringComparison.Ordinal);
    }

    private string File => tool.File("performance-pay.csv", Header + Rows);

    private Result Run(params string[] more) =>
        tool.Run(["curve", File, "--term", "performancePay.bands[Full].above", "--from", "0.61", "--to", "0.95", .. more]);
}
