using System.Globalization;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;
using AccountRules.Reference;

namespace AccountRules.Cli.Tests;

/// <summary><c>assess --verify</c>: what is said is compared with the second reading of the policy.</summary>
public sealed class ReferenceTests : IDisposable
{
    private const string Results = "EmployeeId,Kpi,Period,Target,Actual\nann,calls,2026-01,100,90\nann,calls,2026-02,100,85\nbob,calls,2026-01,100,90\n";
    private const string Revenues = "AccountId,Period,Revenue\nA,2026-01,200\nB,2026-01,10\nB,2026-02,100\n";

    /// <summary>Day 119, 90 and 26 of 90.</summary>
    private const string Orders = Tool.Orders + "1,ACME,2026-01-02,,2\n2,BETA,2026-01-31,,2\n4,BETA,2026-04-05,,2\n";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void SampleData_ByEveryRule_IsTheSame_AndTheOutputTooIs()
    {
        string[] run = ["assess", Tool.Northwind, "--policy", Path.Combine(Tool.Northwind, "policies"), "--as-of", "1998-05-06", "--format", "csv"];
        var (plain, verified) = (tool.Run(run), tool.Run([.. run, "--verify"]));

        Assert.Equal((ExitCode.Done, plain.Out), (verified.Code, verified.Out));
        var rows = plain.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.All(Policy.Default.Rules, rule => Assert.Contains(rows, row => row.StartsWith(rule.Id + ",", StringComparison.Ordinal)));
        Assert.True(rows.Length >= 7_449, $"{rows.Length}");   // a rule more adds some, and none may get lost
        var said = string.Create(CultureInfo.InvariantCulture, $"Verified: {rows.Length:N0} answers by the reference evaluator, all the same.");
        Assert.Equal(said, verified.ErrorLines[^1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ann,sales,2026-01,1000,nine\n")]      // the rejected row counts as unmeasured
    [InlineData("ann,calls,2026-01,100,10\n")]         // a duplicate, which the month hangs on
    public void Rows_ThatAreRejectedOrCameTwice_AreReadByBoth(string row)
    {
        var result = Verify(tool.File("kpi-results.csv", Results + row));
        Assert.Equal(row.Length > 0 ? ExitCode.RowsRejected : ExitCode.Done, result.Code);
        Assert.Equal("Verified: 6 answers by the reference evaluator, all the same.", result.ErrorLines[^1]);
    }

    [Fact]
    public void Rows_ThatMayBeOfAnybody_LeaveTheRuleOut_AndItSaysSo()
    {
        var result = Verify(tool.File("kpi-results.csv", Results + "ann,sa\"les,2026-01,1000,990\n"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            ["kpi-month: not compared with the reference evaluator, which takes rows that can be read, each once: mend the rows that are told.",
                "Verified: 3 answers by the reference evaluator, all the same; 1 rule was left out."],
            result.ErrorLines[^2..]);
    }

    [Fact]
    public void Account_ThatIsThereTwice_LeavesRulesOnRowsOut()
    {
        var result = tool.Run(
            "assess", tool.File("account-revenue.csv", Revenues + "A,2026-01,300\n"), "--as-of", "2026-05-01", "--rule", "revenue-growth", "--verify");
        Assert.Equal(
            ["revenue-growth: not compared with the reference evaluator, which takes rows that can be read, each once: mend the rows that are told.",
                "Not verified: nothing was compared with the reference evaluator."],
            result.ErrorLines[^2..]);
    }

    [Fact]
    public void Facts_ThatTheReferenceReadsOtherwise_AreToldByNameAndEndWithSeven()
    {
        // By 120 days the first is at risk, and the second on track; the third is so by both.
        var (code, error) = RunWith(new FteFulfillmentTerms { LimitDays = 120, AtRiskFromDay = 100 }, "fte-orders.csv", Orders, "fte-fulfillment");

        Assert.Equal(ExitCode.NotProven, code);
        Assert.Equal(
            [
                "NOT THE SAME: fte-fulfillment of 1: Standing is Overdue, by the reference AtRisk.",
                "NOT THE SAME: fte-fulfillment of 1: Band is OverLimit, by the reference NearLimit.",
                "NOT THE SAME: fte-fulfillment of 2: Standing is AtRisk, by the reference OnTrack.",
                "NOT THE SAME: fte-fulfillment of 2: Band is NearLimit, by the reference Clear.",
                "Not verified: of 3 answers by the reference evaluator 2 are another.",
            ], error);
    }

    [Fact]
    public void Months_ThatTheReferenceReadsOtherwise_AreToldUpToFive()
    {
        var more = string.Concat(Enumerable.Range(1, 9).Select(i => $"e{i},calls,2026-01,100,90\n"));
        var (code, error) = RunWith(new KpiAttainmentTerms { Above = 0.95m }, "kpi-results.csv", Results + more, "kpi-month");

        Assert.Equal(ExitCode.NotProven, code);
        Assert.Equal("NOT THE SAME: kpi-month of ann in 2026-01: Standing is Met, by the reference Missed.", error[0]);
        Assert.Equal("NOT THE SAME: kpi-month of ann in 2026-01: Streak is 1, by the reference 0.", error[1]);
        Assert.Equal("Not verified: of 12 answers by the reference evaluator 11 are another; the first 5 are above.", error[^1]);
        Assert.Equal(6, error.Length);
    }

    [Fact]
    public void RowsOfManyFacts_ThatTheReferenceReadsOtherwise_AreTold() => Assert.Equal(
        ["NOT THE SAME: revenue-growth of B in 2026-02: Standing is Met, by the reference Missed.",
            "NOT THE SAME: revenue-growth of B in 2026-02: Band is Grown, by the reference NotGrown.",
            "Not verified: of 4 answers by the reference evaluator 1 is another."],
        RunWith(new RevenueGrowthTerms { Benchmark = 10 }, "account-revenue.csv", Revenues, "revenue-growth").Error);

    [Fact]
    public void FileWithAHeaderAlone_IsNotSaidToBeVerified() =>
        Assert.Equal("Not verified: nothing was compared with the reference evaluator.", Verify(tool.File("fte-orders.csv", Tool.Orders)).ErrorLines[^1]);

    [Fact]
    public void Build_IsToldThatAllIsTheSame_OrWhatIsNot()
    {
        var junit = tool.Run("assess", tool.File("fte-orders.csv", Orders), "--as-of", "2026-05-01", "--verify", "--format", "junit");
        Assert.Contains("<testcase name=\"the same\" classname=\"second-reading\"", junit.Out, StringComparison.Ordinal);

        var other = new Policy(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 120, AtRiskFromDay = 100 }));
        var check = new ReferenceCheck(new ReferenceEvaluator(other), new(2026, 5, 1));
        check.Take(Policy.Default.FteFulfillment.Assess(new() { OrderId = "1", OrderedOn = new(2026, 1, 2) }, new(2026, 5, 1)));
        Assert.Equal(
            [(Builds.FindingKind.Failure, "fte-fulfillment of 1", "fte-fulfillment of 1: Standing is Overdue, by the reference AtRisk."),
                (Builds.FindingKind.Failure, "fte-fulfillment of 1", "fte-fulfillment of 1: Band is OverLimit, by the reference NearLimit.")],
            check.Findings.Select(f => (f.Kind, f.Name, f.Message)));
    }

    private Result Verify(string file) => tool.Run("assess", file, "--as-of", "2026-05-01", "--verify");

    /// <summary>Assesses by the documents' own terms, and reads by others.</summary>
    private (ExitCode Code, string[] Error) RunWith<TTerms>(TTerms others, string name, string content, string rule)
        where TTerms : class
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var asOf = new DateOnly(2026, 5, 1);
        var request = new AssessmentRequest(Policy.Default, asOf, new HashSet<string> { rule }, new HashSet<Standing>(), new HashSet<Standing>())
        {
            Reference = new(new ReferenceEvaluator(new Policy(new PolicyTerms().With(others))), asOf),
        };
        using var writer = new CsvOutput<Assessment>(output, AssessmentFields.All, forExcel: false);
        var files = FactFiles.Find([tool.File(name, content)], Tool.FactNames, "assess");
        var code = new AssessmentRun(request, new Totals(), writer, new Terminal(output, error)).Assess(files);
        return (code, error.ToString().TrimEnd().Split('\n'));
    }
}
