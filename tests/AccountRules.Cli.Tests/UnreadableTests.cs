namespace AccountRules.Cli.Tests;

/// <summary>
/// Unreadable is not absent: what a row that cannot be read may belong to is not met, and has not left, for want of it; and the output says so.
/// </summary>
public sealed class UnreadableTests : IDisposable
{
    private const string Results = "EmployeeId,Kpi,Period,Target,Actual\ne1,calls,2026-01,100,90\ne2,calls,2026-01,100,90\n";
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("e1,sales,2026-01,1000")]          // the last comma left out, as Excel writes it
    [InlineData("e1,sales,2026-01,1,000,990")]     // an unquoted thousands separator
    [InlineData("e1,sales,2026-01,1000,990,")]     // one comma too many
    [InlineData("e1,sales,2026-01,1000,nine")]
    [InlineData("e1,sales,Jan-26,1000,990")]       // of a period that cannot be read: of any of the employee's
    [InlineData("e1,,2026-01,1000,990")]
    public void Month_WithARowThatCannotBeRead_IsUndetermined_AndTheOthersAreNot(string row)
    {
        Assert.Equal(["e1 Undetermined", "e2 Met"], Months(Results + row + "\n"));
    }

    [Theory]
    [InlineData("e1,sa\"les,2026-01,1000,990")]    // a stray quote: whose row it is cannot be told
    [InlineData(" ,sales,2026-01,1000,990")]
    public void Months_WithARowThatMayBeOfAnybody_AreUndetermined(string row) =>
        Assert.Equal(["e1 Undetermined", "e2 Undetermined"], Months(Results + row + "\n"));

    /// <summary>A row with another number of fields is about whom it names where the rest of it stands in its place; else it may be of anybody.</summary>
    [Theory]
    [InlineData("\"e1,sales,2026-01,1000,990\"")]              // in quotes as a whole
    [InlineData("e1;sales;2026-01;1000;990")]
    [InlineData("e1\tsales\t2026-01\t1000\t990")]
    [InlineData("7,e1,sales,2026-01,1000,990")]                // a column more before the others
    [InlineData("Smith, Ann,sales,2026-01,1000,990")]         // a comma in a name
    [InlineData("Smith,Ann,sales,2026-01,1000,990")]
    public void Months_WithARowWhoseFieldsAreNotInTheirPlaces_AreUndetermined(string row) =>
        Assert.Equal(["e1 Undetermined", "e2 Undetermined"], Months(Results + row + "\n"));

    /// <summary>A row that is rejected claims no id: the corrected one after it is the fact, and there is nothing more to be known.</summary>
    [Fact]
    public void Month_WhoseRejectedRowIsCorrectedAfterIt_IsJudgedByThat() => Assert.Equal(
        ["e1 Met", "e2 Undetermined"],
        Months(Results + "e1,sales,2026-01,1000,nine\ne2,sales,2026-01,1000\ne1,sales,2026-01,1000,990\n"));

    /// <summary>A row that cannot be read after one that could: which of the two is right is not known.</summary>
    [Fact]
    public void Month_WithARejectedRowAfterAGoodOne_IsUndetermined() =>
        Assert.Equal(["e1 Undetermined", "e2 Met"], Months(Results + "e1,calls,2026-01,100,nine\n"));

    [Fact]
    public void GatheredRow_OfACorrectedRow_IsThere()
    {
        const string Header = "RunId,AccountId,DueOn,CompletedOn\n";
        var runs = tool.File("protocol-runs.csv", Header + "1,A,2026-01-10\n1,A,2026-01-10,2026-01-20\n");

        var result = tool.Run("assess", runs, "--rule", "bcp-consistency", "--format", "csv", "--as-of", "2026-03-01");

        Assert.Equal(["A Missed"], Standings(result));
    }

    [Theory]
    [InlineData("\"B,2026-02,5000\"")]
    [InlineData("1,B,2026-02,5000")]
    public void Members_WithARowThatIsNotInItsPlaces_HaveNotLeft(string row)
    {
        var revenue = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,5000\nB,2026-01,5000\nA,2026-02,5000\n" + row + "\n");
        var policy = tool.File("p.json", """{ "keyAccount": { "entryThreshold": 100 } }""");

        var result = tool.Run(
            "assess", revenue, "--policy", policy, "--rule", "key-account", "--rule", "retention", "--format", "csv", "--as-of", "2026-03-01");

        Assert.DoesNotContain(",Left,", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("kept 1 of 2", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Month_ThatIsMissedAnyway_StaysMissed() =>
        Assert.Equal(["e1 Missed", "e2 Met"], Months(Results + "e1,faults,2026-01,100,10\ne1,sales,2026-01,1000\n"));

    /// <summary>Who reads the table alone sees that there is more than it has.</summary>
    [Theory]
    [InlineData("assess", "nothing to assess under 2 rules.\n\n1 row could not be read: what it says is missing here, or undetermined.\n")]
    [InlineData("agenda", "1 row could not be read: what it says is missing here, or undetermined.\n")]
    [InlineData("report", "Notes\n1 row could not be read: what it says is missing here, or undetermined.\n")]
    public void Table_OfFilesWithARowThatCannotBeRead_SaysSo(string verb, string said)
    {
        var orders = tool.File("fte-orders.csv", "OrderId,AccountId,OrderedOn,FulfilledOn\n1,A,2026-13-01,\n");

        Assert.Contains(said, tool.Run(verb, orders, "--as-of", "2026-06-01").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settle", "new.csv", "--new-ledger")]
    [InlineData("impact", "--new", "new.json")]
    [InlineData("curve", "--term", "performancePay.bands[Full].above", "--from", "0.7", "--to", "0.9")]
    public void Table_OfPayWithARowThatCannotBeRead_SaysSo(string verb, params string[] options)
    {
        tool.File("new.json", """{ "performancePay": { "decimals": 0 } }""");
        var pay = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\ne1,2026-01,100,90,1000\ne2,2026-01,100,x,1000\n");
        options = [.. options.Select(o => o.StartsWith("new.", StringComparison.Ordinal) ? tool.PathOf(o) : o)];
        string[] all = verb == "settle" ? [verb, options[0], pay, options[1], "--as-of", "2026-06-01"] : [verb, pay, .. options, "--as-of", "2026-06-01"];

        Assert.EndsWith("1 row could not be read: what it says is missing here, or undetermined.\n", tool.Run(all).Out, StringComparison.Ordinal);
        Assert.EndsWith(
            "1 row could not be read\\: what it says is missing here, or undetermined.\n\n", tool.Run([.. all, "--format", "markdown"]).Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Payroll_WithAPlanThatCannotBeRead_SaysSo()
    {
        tool.File("kpi-results.csv", Results);
        tool.File("pay-plans.csv", "EmployeeId,Period,CommittedPay\ne1,2026-01,1000\ne2,Jan,1000\n");

        var table = tool.Run("pay", tool.Folder, "--as-of", "2026-06-01");
        var json = tool.Run("pay", tool.Folder, "--as-of", "2026-06-01", "--format", "json");

        Assert.Contains("1 row could not be read: what it says is missing here, or undetermined.\n", table.Out, StringComparison.Ordinal);
        Assert.Contains("\"unread\":\"1 row could not be read", json.Out.Replace("\": \"", "\":\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfAFileAndRowsThatCannotBeRead_SaysSo() => Assert.Contains(
        "1 file and 2 rows could not be read: what they say is missing here, or undetermined.\n",
        tool.Run(
            "assess", tool.File("kpi-results.csv", Results + "e1,sales\ne1,faults\n"), $"kpi-results={tool.File("more.csv", "Employee,Kpi\ne1,sales\n")}",
            "--as-of", "2026-03-01").Out,
        StringComparison.Ordinal);

    [Fact]
    public void Months_OfASecondFileThatIsRefused_AreUndetermined()
    {
        var (first, second) = (tool.File("kpi-results.csv", Results), tool.File("more.csv", "Employee,Kpi\ne1,sales\n"));

        var result = tool.Run("assess", first, $"kpi-results={second}", "--rule", "kpi-month", "--format", "csv", "--as-of", "2026-03-01");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal(["e1 Undetermined", "e2 Undetermined"], Standings(result));
    }

    [Theory]
    [InlineData("B,Feb-26,5000")]
    [InlineData("B,2026-02,5.000,00")]
    [InlineData("B,2026-02")]
    public void Member_WhoseRowCannotBeRead_IsUndeterminedAndThenHasStayed(string row)
    {
        var policy = tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 1000 } }""");
        var revenue = tool.File(
            "account-revenue.csv", $"AccountId,Period,Revenue\nA,2026-01,5000\nB,2026-01,5000\nA,2026-02,5000\n{row}\nA,2026-03,5000\nB,2026-03,5000\n");

        var result = tool.Run("assess", revenue, "--policy", policy, "--rule", "key-account", "--format", "csv", "--as-of", "2026-04-01");
        var fields = result.Out.Split('\n')[0].Split(',');
        var (subject, standing, period, movement) = (
            Array.IndexOf(fields, "subject"), Array.IndexOf(fields, "standing"), Array.IndexOf(fields, "period"), Array.IndexOf(fields, "movement"));
        var rows = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','));

        Assert.Equal(
            ["2026-01 Graded Stayed", "2026-02 Undetermined ", "2026-03 Graded Stayed"],
            rows.Where(r => r[subject] == "B").Select(r => $"{r[period]} {r[standing]} {r[movement]}"));
    }

    private string[] Months(string csv)
    {
        var result = tool.Run("assess", tool.File("kpi-results.csv", csv), "--rule", "kpi-month", "--format", "csv", "--as-of", "2026-03-01");
        return Standings(result);
    }

    private static string[] Standings(Result result) =>
        [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Select(r => $"{r[1]} {r[2]}")];
}
