namespace AccountRules.Cli.Tests;

/// <summary>Bad files and bad rows: one clear line each, the other rows assessed, and the exit code.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string KeyFrom100 = """{ "keyAccount": { "entryThreshold": 100 } }""";
    private const string Good = "1,ACME,2026-04-01,,2\n";
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void AMissingFile_FailsAndTheOthersAreAssessed()
    {
        var good = tool.File("fte-orders.csv", Tool.Orders + Good);

        var result = tool.Assess(good, tool.PathOf("registry-items.csv"));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal("registry-items.csv: does not exist.\n", result.Error);
        Assert.Single(result.Json);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n\n")]
    public void AnEmptyFile_FailsWithTheExpectedHeader(string content)
    {
        var result = tool.Assess(tool.File("fte-orders.csv", content));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal(
            "fte-orders.csv: is empty: expected the header OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.\n",
            result.Error);
        Assert.Empty(result.Json);
    }

    [Fact]
    public void AHeaderAlone_IsNoFacts()
    {
        var result = tool.Assess(tool.File("fte-orders.csv", Tool.Orders));

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Empty(result.Json);
    }

    [Theory]
    [InlineData(
        "OrderId,OrderedOn,Headcount",
        "its header misses AccountId, FulfilledOn; found `OrderId,OrderedOn,Headcount`; "
        + "expected OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.")]
    [InlineData(
        "OrderId;AccountId;OrderedOn;FulfilledOn",
        "its header misses OrderId, AccountId, OrderedOn, FulfilledOn; found `OrderId;AccountId;OrderedOn;FulfilledOn`; "
        + "expected OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn "
        + "(the file seems to be separated by `;`, and a comma is needed).")]
    [InlineData("OrderId,AccountId,OrderedOn,orderid,FulfilledOn", "its header has `OrderId` 2 times; allowed: each column once.")]
    [InlineData(
        "Order\"Id,AccountId,OrderedOn,FulfilledOn",
        "its header is not quoted well; expected OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.")]
    public void AWrongHeader_FailsTheFile(string header, string expected)
    {
        var result = tool.Assess(tool.File("fte-orders.csv", header + "\n" + Good));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal($"fte-orders.csv: {expected}\n", result.Error);
    }

    [Fact]
    public void AHeader_InAnyOrderAndCase_WithAnUnknownColumn_IsRead()
    {
        var result = tool.Assess(tool.File("fte-orders.csv", "\uFEFFfulfilledon,Note,ACCOUNTID,orderedOn,OrderId\n,hello,ACME,2026-04-01,7\n"));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "fte-orders.csv: ignores the unknown column `Note`; "
            + "known columns are OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.\n",
            result.Error);
        Assert.Equal("Order 7 is open for 30 of 90 days, due 2026-06-30.", result.Json[0].GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("2,ACME,2026-02-30,,", ":2:3: OrderedOn: found `2026-02-30`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.")]
    [InlineData("2,ACME,01/02/2026,,", ":2:3: OrderedOn: found `01/02/2026`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.")]
    [InlineData(
        "2,ACME, 2026-04-01,,",
        ":2:3: OrderedOn: found ` 2026-04-01`; allowed: a date as yyyy-MM-dd, such as 2026-05-31 without blanks around it, or nothing.")]
    [InlineData(
        "2,ACME,2026-04-01,2026-04-31T00:00,", ":2:4: FulfilledOn: found `2026-04-31T00:00`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.")]
    [InlineData("2,ACME,2026-04-01,,2.5", ":2:5: Headcount: found `2.5`; allowed: a whole number such as 3, or nothing.")]
    [InlineData(",ACME,2026-04-01,,2", ":2:1: OrderId: found nothing; allowed: a value, because it says what the row is about.")]
    [InlineData("  ,ACME,2026-04-01,,2", ":2:1: OrderId: found `  `; allowed: a value, because it says what the row is about.")]
    [InlineData("2,ACME,2026-04-01,", ":2:4: found 4 fields; allowed: 5, as in the header.")]
    [InlineData(
        "2,ACME,2026-04-01,,1,234",
        ":2:6: found 6 fields; allowed: 5, as in the header; a number is written 1234.5 without thousands separators, and a text with a comma goes in quotes.")]
    [InlineData(
        "2,AC\"ME,2026-04-01,,",
        ":2: found `2,AC\"ME,2026-04-01,,`; allowed: a quote only around a whole field; a quote inside a text is written \"\", and the text goes in quotes.")]
    [InlineData(
        "2,\"AC\"ME,2026-04-01,,",
        ":2: found `2,\"AC\"ME,2026-04-01,,`; allowed: nothing between a closing quote and the next comma; a quote inside a text is written \"\".")]
    [InlineData("2,ACME,`\t\u0007\u202e,,", ":2:3: OrderedOn: found `\\`\\t\\u0007\\u202E`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.")]
    public void ABadRow_IsToldWithItsPlace_AndTheOthersAreAssessed(string row, string expected)
    {
        var result = tool.Assess(tool.File("fte-orders.csv", $"{Tool.Orders}{row}\n{Good}"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal($"fte-orders.csv{expected}\n", result.Error);
        Assert.Equal("1", Assert.Single(result.Json).GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData("\"1,234.5\"", "found `1,234.5`; allowed: a number such as 1234.5, with . before its decimals and no thousands separators, or nothing.")]
    [InlineData("\"1,5\"", "found `1,5`; allowed: a number such as 1234.5, with . before its decimals and no thousands separators, or nothing.")]
    [InlineData("12 ", "found `12 `; allowed: a number such as 1234.5 without blanks around it, or nothing.")]
    [InlineData("1e-29", "found `1e-29`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData("--5", "found `--5`; allowed: a number such as 1234.5, or nothing.")]
    [InlineData("1.2.3", "found `1.2.3`; allowed: a number such as 1234.5, or nothing.")]
    [InlineData("e5", "found `e5`; allowed: a number such as 1234.5, or nothing.")]
    [InlineData("NaN", "found `NaN`; allowed: a number such as 1234.5, or nothing.")]
    [InlineData("NULL", "found `NULL`; allowed: a number such as 1234.5, or nothing.")]
    [InlineData("€5", "found `€5`; allowed: a number such as 1234.5, or nothing.")]
    [InlineData(
        "0.12345678901234567890123456789", "found `0.12345678901234567890123456789`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData("79228162514264337593543950336", "found `79228162514264337593543950336`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    public void ABadNumber_IsToldAndNeverRounded(string number, string expected)
    {
        var result = tool.Assess(
            tool.File("account-revenue.csv", $"AccountId,Period,Revenue\nACME,2026-01,{number}\nBOLT,2026-01,5\n"),
            "--rule", "key-account", "--policy",
            tool.File("policy.json", KeyFrom100));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal($"account-revenue.csv:2:3: Revenue: {expected}", result.ErrorLines[0]);

        // What was not corrected by a later row comes last.
        Assert.Equal(
            ["BOLT ", "ACME NoAmount"], result.Json.Select(a => $"{a.GetProperty("subject")} {(a.TryGetProperty("cause", out var cause) ? cause : "")}"));
    }

    [Fact]
    public void AllProblemsOfARow_AreTold()
    {
        var result = tool.Assess(tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual,Direction,Weight\n,,2026-13,x,y,sideways,z\n"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
        [
            "kpi-results.csv:2:1: EmployeeId: found nothing; allowed: a value, because it says what the row is about.",
            "kpi-results.csv:2:2: Kpi: found nothing; allowed: a value, because it says what the row is about.",
            "kpi-results.csv:2:3: Period: found `2026-13`; allowed: a period as 2026, 2026-H1, 2026-Q2, 2026-05, 2026-W14, 2026-04/2027-03 or "
                + "2026-04-01/2026-04-15.",
            "kpi-results.csv:2:4: Target: found `x`; allowed: a number such as 1234.5, or nothing.",
            "kpi-results.csv:2:5: Actual: found `y`; allowed: a number such as 1234.5, or nothing.",
            "kpi-results.csv:2:6: Direction: found `sideways`; allowed: higher, lower, or nothing, which is higher.",
            "kpi-results.csv:2:7: Weight: found `z`; allowed: a number such as 1234.5, or nothing.",
        ], result.ErrorLines);
    }

    [Fact]
    public void MissingDatesAndNumbers_AndANegativeTarget_AreUndetermined()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,,,,\n");
        var kpis = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-01,-1,5\nE,L,2026-01,,5\nE,M,2026-01,5,\n");

        var result = tool.Assess(orders, kpis);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            ["Undetermined NoStart", "Undetermined TargetNotPositive", "Undetermined NoTarget", "Undetermined NoActual", "Undetermined NoResult"],
            result.Json.Select(a => $"{a.GetProperty("standing")} {a.GetProperty("cause")}"));
    }

    [Theory]
    [InlineData(
        "fte-orders", "OrderId,AccountId,OrderedOn,FulfilledOn", "1,A,2026-01-01,", "1,B,2026-02-01,",
        ":3:1: OrderId: found `1` again; allowed: each OrderId once.")]
    [InlineData(
        "registry-items", "ItemId,AccountId,AddedOn,ClosedOn", "1,A,2026-01-01,", "1,B,2026-02-01,",
        ":3:1: ItemId: found `1` again; allowed: each ItemId once.")]
    [InlineData(
        "kpi-results", "EmployeeId,Kpi,Period,Target,Actual", "E,K,2026-01,1,1", "E,K,2026-01,2,2",
        ":3:1: EmployeeId: found `E`, `K`, `2026-01` again; allowed: each EmployeeId, Kpi, Period once.")]
    [InlineData(
        "account-revenue", "AccountId,Period,Revenue", "A,2026-Q1,1", "A,2026-Q1,1",
        ":3:1: AccountId: found `A`, `2026-Q1` again; allowed: each AccountId, Period once.")]
    [InlineData(
        "performance-pay", "EmployeeId,Period,Target,Actual,CommittedPay", "E,2026,1,1,1", "E,2026,1,1,1",
        ":3:1: EmployeeId: found `E`, `2026` again; allowed: each EmployeeId, Period once.")]
    [InlineData(
        "improvement-plans", "EmployeeId,StartedOn,EndsOn,CompletedOn,Target,Actual", "E,2026-01-01,2026-02-01,,1,1", "E,2026-01-01,2026-03-01,,1,1",
        ":3:1: EmployeeId: found `E`, `2026-01-01` again; allowed: each EmployeeId, StartedOn once.")]
    [InlineData(
        "invoices", "InvoiceId,AccountId,DueOn,IssuedOn,PaidOn,Amount", "1,A,2026-01-01,,,", "1,B,2026-02-01,,,",
        ":3:1: InvoiceId: found `1` again; allowed: each InvoiceId once.")]
    [InlineData(
        "employments", "EmployeeId,Role,RoleSince", "E,Account Manager,2024-01-01", "E,Key Account Manager,2026-01-01",
        ":3:1: EmployeeId: found `E` again; allowed: each EmployeeId once.")]
    public void ADuplicate_IsABadRow(string kind, string header, string first, string second, string expected)
    {
        var result = tool.Assess(tool.File($"{kind}.csv", $"{header}\n{first}\n{second}\n"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal($"{kind}.csv{expected}", result.ErrorLines[0]);
    }

    [Fact]
    public void ARejectedRow_LeavesWhatItIsPartOfUndetermined()
    {
        var kpis = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-01,1,1\nE,L,2026-01,1,bad\nF,K,2026-01,1,1\n");
        var revenue = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,100\nA,2026-02,bad\nA,2026-03,100\n");

        var result = tool.Assess(kpis, revenue, "--rule", "kpi-month", "--rule", "key-account", "--policy", tool.File("policy.json", KeyFrom100));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            ["E 2026-01 Undetermined", "F 2026-01 Met", "A 2026-01 Graded", "A 2026-02 Undetermined", "A 2026-03 Graded"],
            result.Json.Select(a => $"{a.GetProperty("subject")} {a.GetProperty("period")} {a.GetProperty("standing")}"));
        Assert.Equal("Stayed", result.Json[^1].GetProperty("movement").GetString());
    }

    [Theory]
    [InlineData(
        "E,K,2026-01,1,1\nE,K,2026-01,1,0.5\nE,L,2026-01,1,1", "Undetermined", "but K came more than once, and the standing hangs on which one is right")]
    [InlineData(
        "E,K,2026-01,1,0.5\nE,L,2026-01,1,1\nE,K,2026-01,1,1", "Undetermined", "but K came more than once, and the standing hangs on which one is right")]
    [InlineData("E,K,2026-01,1,1\nE,K,2026-01,1,0.5\nE,L,2026-01,1,0.5", "Missed", "1 missed, the first of K, which came more than once")]
    [InlineData("E,K,2026-01,1,1\nE,K,2026-01,1,1\nE,L,2026-01,1,1", "Met", "2 of 2 met, the first of K, which came more than once")]
    public void AKpiThatComesTwice_LeavesTheMonthUndeterminedWhereItHangsOnWhichIsRight(string rows, string standing, string reason)
    {
        var kpis = tool.File("kpi-results.csv", $"EmployeeId,Kpi,Period,Target,Actual\n{rows}\n");

        var result = tool.Assess(kpis, "--rule", "kpi-month");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        var month = Assert.Single(result.Json);
        Assert.Equal(standing, month.GetProperty("standing").GetString());
        Assert.Contains(reason, month.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ASharesColumns_ProrateTargetAndPay()
    {
        var pay = tool.File(
            "performance-pay.csv",
            "EmployeeId,Period,Target,Actual,CommittedPay,Share,ShareOf,TargetShare,TargetShareOf,NoActualCause,NoActualKpi\n"
            + "E,2026-01,3100,1280,3100,16,31,16,31,,\nF,2026-01,3100,1280,3100,,,16,,,\nG,2026-01,1,,3100,,,,,NoKpiResult,visits\n");
        var kpis = tool.File(
            "kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual,TargetShare,TargetShareOf\nE,K,2026-01,3100,1360.01,16,31\nF,K,2026-01,3100,1360,16,31\n");

        var result = tool.Assess(pay, kpis, "--rule", "performance-pay", "--rule", "kpi-attainment");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            ["E Met", "F Missed", "E Graded", "F Undetermined", "G Undetermined"],
            result.Json.Select(a => $"{a.GetProperty("subject")} {a.GetProperty("standing")}"));
        Assert.Equal(960m, result.Json[2].GetProperty("payable").GetDecimal());
        Assert.Equal(
            "Employee G in 2026-01 has no achievement: KPI visits has no result, and the plan names it.", result.Json[4].GetProperty("reason").GetString());
    }

    [Fact]
    public void ARevenueThatComesTwice_IsARowOfTheTrackToo()
    {
        var revenue = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,1\nA,2026-01,200\nA,2026-02,200\n");

        var result = tool.Assess(revenue, "--rule", "key-account", "--policy", tool.File("policy.json", KeyFrom100));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            ["2026-01 Graded", "2026-01 Undetermined", "2026-02 Graded"],
            result.Json.Select(a => $"{a.GetProperty("period")} {a.GetProperty("standing")}"));
    }

    [Fact]
    public void TheSameIdInTwoFilesOfAKind_IsADuplicate()
    {
        var one = tool.File("one.csv", Tool.Orders + Good);
        var two = tool.File("two.csv", Tool.Orders + Good);

        var result = tool.Assess($"fte-orders={one}", $"fte-orders={two}");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal("two.csv:2:1: OrderId: found `1` again; allowed: each OrderId once.\n", result.Error);
    }

    [Fact]
    public void FactsThatDifferInPartOfTheirIdentity_AreNotDuplicates()
    {
        var kpis = tool.File(
            "kpi-results.csv",
            "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-01,1,1\nE,K,2026-02,1,1\nE,L,2026-01,1,1\nF,K,2026-01,1,1\nE,K,2026,1,1\nE,K,2026-Q1,1,1\n");
        var pay = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\nE,2026-01,1,1,1\nE,2026,1,1,1\nE,2026-Q1,1,1,1\n");

        var result = tool.Assess(kpis, pay, "--rule", "kpi-attainment", "--rule", "performance-pay");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "performance-pay: 2026 of E holds 2026-01, which is there too, so that its days are paid twice; 2 periods overlap in all: leave one of them out.\n",
            result.Error);
        Assert.Equal(9, result.Json.Length);
    }

    [Fact]
    public void PayOfPeriodsOfAllKinds_IsTold_WhereTheyHaveADayInCommon()
    {
        var pay = tool.File(
            "performance-pay.csv",
            "EmployeeId,Period,Target,Actual,CommittedPay\nE,2026-W14,1,1,1\nE,2026-04-06/2026-04-19,1,1,1\nF,2026-04/2027-03,1,1,1\nE,2026-04,1,1,1\n"
                + "F,2026-03-01/2026-03-31,1,1,1\nF,2026-03,1,1,1\n");

        var result = tool.Assess(pay, "--rule", "performance-pay");

        Assert.Equal(
            "performance-pay.csv:7:1: EmployeeId: found `F`, `2026-03` again; allowed: each EmployeeId, Period once.\n"
                + "performance-pay: 2026-04 of E has days of 2026-W14, which is there too, so that its days are paid twice: leave one of them out.\n",
            result.Error);
    }

    [Fact]
    public void QuotesAndNewlinesInFields_AreKept_AndLinesAreCountedAsTheyAre()
    {
        var result = tool.Assess(tool.File("fte-orders.csv", Tool.Orders + "\"1\r\n2\",\"A \"\"B\"\", C\",2026-04-01,,2\r\n\r\n3,ACME,bad,,2\r\n"));

        Assert.Equal("fte-orders.csv:5:3: OrderedOn: found `bad`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.\n", result.Error);
        var order = Assert.Single(result.Json);
        Assert.Equal("1\r\n2", order.GetProperty("subject").GetString());
        Assert.Equal("A \"B\", C", order.GetProperty("account").GetString());
    }

    [Fact]
    public void AFieldOf20Megabytes_RejectsItsRowOnly()
    {
        var long20 = new string('x', 20_000_000);

        var result = tool.Assess(tool.File("fte-orders.csv", $"{Tool.Orders}{long20},ACME,2026-04-01,,2\n{Good}3,\"{long20}\",2026-04-01,,2\n"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
        [
            "fte-orders.csv:2:1: OrderId: found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` (20,000,000 characters); allowed: at most 10,000 characters.",
            "fte-orders.csv:4:2: AccountId: found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` (20,000,000 characters); allowed: at most 10,000 characters.",
        ], result.ErrorLines);
        Assert.Equal("1", Assert.Single(result.Json).GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData(10_000, 0)]
    [InlineData(10_001, 4)]
    public void AField_MayHave10000Characters(int length, int expected) =>
        Assert.Equal(expected, (int)tool.Assess(tool.File("fte-orders.csv", $"{Tool.Orders}{new string('ü', length)},ACME,2026-04-01,,2\n")).Code);

    [Fact]
    public void AQuoteNeverClosed_RejectsItsRowWithItsLine()
    {
        var result = tool.Assess(tool.File("fte-orders.csv", $"{Tool.Orders}{Good}2,\"ACME,2026-04-01,,2\n3,ACME,2026-04-01,,2\n"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            "fte-orders.csv:3: found `2,\"ACME,2026-04-01,,2\\n3,ACME,2026-04-01,…` (43 characters); allowed: a quote that is closed; "
            + "everything after it is read as part of this row.\n",
            result.Error);
        Assert.Single(result.Json);
    }

    [Fact]
    public void AQuoteNeverClosed_InAHugeFile_FailsTheFileBeforeItEatsTheMemory()
    {
        var path = tool.PathOf("fte-orders.csv");
        using (var writer = new StreamWriter(path))
        {
            writer.Write(Tool.Orders + Good + "2,\"ACME,2026-04-01,,2\n");
            for (var i = 0; i < 1_100_000; i++)
                writer.Write("0000000,ACME,2026-04-01,2026-04-02,2\n");
        }

        var result = tool.Assess(path);

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal(
            "fte-orders.csv: line 3 begins a row of more than 32 MiB, most likely a quote that is never closed; nothing from there on is read.\n",
            result.Error);
        Assert.Single(result.Json);
    }

    [Fact]
    public void TextInAnotherEncoding_IsNotTakenForText()
    {
        var result = tool.Assess(
            tool.File("fte-orders.csv", [.. System.Text.Encoding.UTF8.GetBytes(Tool.Orders), (byte)'M', 0xFC, .. ",ACME,2026-04-01,,2\n"u8.ToArray()]));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal("fte-orders.csv:2:1: OrderId: found `M\uFFFD`; allowed: text in UTF-8.\n", result.Error);
    }

    [Fact]
    public void ManyBadRows_AreCountedPastThe20th()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},ACME,bad,bad,2\n"));

        var result = tool.Assess(tool.File("fte-orders.csv", Tool.Orders + rows));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(21, result.ErrorLines.Length);
        Assert.Equal("fte-orders.csv: … and 4,990 more rows rejected.", result.ErrorLines[^1]);
    }

    /// <summary>A pattern that goes back over the digits took a third of a second for each such number, and then gave up the run.</summary>
    [Theory]
    [InlineData("{0}x", "a number such as 1234.5, or nothing.")]
    [InlineData("{0}.{0}x", "a number such as 1234.5, or nothing.")]
    [InlineData("1e{0}x", "a number such as 1234.5, or nothing.")]
    [InlineData("{0}", "a number of up to 28 digits, so that none of them is lost.")]
    [InlineData("-{0}.{0}e-{0}", "a number of up to 28 digits, so that none of them is lost.")]
    public void LongBadNumbers_AreToldAtOnce(string form, string allowed)
    {
        var number = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, new string('7', form.Length > 4 ? 3_000 : 9_999));
        var rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"A{i},2026-01,{number}\n"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var result = tool.Assess(
            tool.File("account-revenue.csv", $"AccountId,Period,Revenue\n{rows}B,2026-01,5\n"), "--rule", "key-account", "--policy",
            tool.File("policy.json", KeyFrom100));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        Assert.Equal((ExitCode.RowsRejected, 301), (result.Code, result.Json.Length));
        Assert.EndsWith($"allowed: {allowed}", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("account-revenue.csv: … and 280 more rows rejected.", result.ErrorLines[20]);
    }

    [Fact]
    public void ARejectedRow_DoesNotClaimItsId_SoThatTheCorrectedOneIsTaken()
    {
        var result = tool.Assess(tool.File("fte-orders.csv", Tool.Orders + "7,ACME,2026-02-30,,2\n7,ACME,2026-03-02,,2\n7,ACME,2026-03-03,,2\n"));

        Assert.Equal(
        [
            "fte-orders.csv:2:3: OrderedOn: found `2026-02-30`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.",
            "fte-orders.csv:4:1: OrderId: found `7` again; allowed: each OrderId once.",
        ], result.ErrorLines);
        Assert.Equal("Order 7 is open for 60 of 90 days, due 2026-05-31.", Assert.Single(result.Json).GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("e1 ")]
    [InlineData(" e1")]
    [InlineData("e1\u00A0")]
    [InlineData("\u200Be1")]
    [InlineData("e1\u200D")]
    [InlineData("\u2060e1")]
    [InlineData("e1\uFEFF")]
    [InlineData("e1\u202F")]
    [InlineData("e1\u3000")]
    [InlineData("e1\u3164")]
    [InlineData("e1\u2800")]
    [InlineData("e1\u0000")]
    [InlineData("e1\u00AD")]
    [InlineData("e1\uFE0F")]
    [InlineData("e1\U000E0020")]
    public void AnIdWithSomethingUnseenAroundIt_IsRefused_LikeADateWithBlanks(string id)
    {
        var kpis = tool.File(
            "kpi-results.csv", $"EmployeeId,Kpi,Period,Target,Actual\ne1,calls,2026-01,100,90\n{id},sales,2026-01,100,90\ne1,{id},2026-01,100,90\n");
        var orders = tool.File("fte-orders.csv", $"{Tool.Orders}1,{id},2026-04-01,,2\n");

        var result = tool.Assess(kpis, orders);

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            ["fte-orders.csv:2:2: AccountId", "kpi-results.csv:3:1: EmployeeId", "kpi-results.csv:4:2: Kpi"],
            result.ErrorLines.Select(l => l[..l.IndexOf(": found", StringComparison.Ordinal)]));
        Assert.All(result.ErrorLines, l => Assert.EndsWith("; allowed: a text without blanks or invisible characters around it.", l, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Rene\u0301")]                 // é in two
    [InlineData("a\u0331\u0301")]              // a mark between
    [InlineData("\u1112\u1161\u11AB")]         // Hangul in its parts
    [InlineData("\uAC00\u11A8")]
    [InlineData("\u212Bngstr\u00F6m")]          // the sign of the unit for the letter
    [InlineData("\u304B\u3099")]               // a Japanese voicing mark
    [InlineData("\u0627\u0653")]               // alef and madda
    public void AnIdThatIsNotInComposedForm_IsRefused(string id)
    {
        var result = tool.Assess(tool.File("fte-orders.csv", $"{Tool.Orders}{id},ACME,2026-04-01,,2\n"));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.EndsWith(
            "; allowed: a text in Unicode's composed form (NFC), in which é is one character; this one looks like it and is another.\n",
            result.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ren\u00E9")]
    [InlineData("\u00C5ngstr\u00F6m")]
    [InlineData("\u1ED8")]
    [InlineData("x\u0302")]                    // has no form in one
    [InlineData("\u1ECD\u0301")]               // Yoruba: nor has this
    [InlineData("\u0915\u093C")]               // Hindi qa: in composed form it is two
    [InlineData("\u0995\u09BE")]               // Bengali ka
    [InlineData("\uD55C\uAE00")]
    [InlineData("\u064A\u064F")]
    [InlineData("a\u200Cb")]
    [InlineData("\U0001F468\u200D\U0001F469")]
    [InlineData("A B")]
    public void AnIdOfAnyScriptInComposedForm_IsTaken(string id)
    {
        var result = tool.Assess(tool.File("fte-orders.csv", $"{Tool.Orders}{id},ACME,2026-04-01,,2\n"));

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(id, Assert.Single(result.Json).GetProperty("subject").GetString());
    }

    [Fact]
    public void IdsThatDifferOnlyInCase_AreTwo_AndARemarkSaysSoOnce()
    {
        var result = tool.Assess(
            tool.File(
                "fte-orders.csv", $"{Tool.Orders}a1,ACME,2026-04-01,,2\nA1,acme,2026-04-01,,2\nÄ,Acme,2026-04-01,,2\nä,X,2026-04-01,,2\n10,X,2026-04-01,,2\n"));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
        [
            "fte-orders.csv: OrderId has `A1` in another case too; case counts, so these are two.",
            "fte-orders.csv: AccountId has `acme` in another case too; case counts, so these are two.",
        ], result.ErrorLines);
        Assert.Equal(5, result.Json.Length);
    }

    [Fact]
    public void AFolderWithoutFactFiles_FailsWithTheNames()
    {
        tool.File("orders.csv", Tool.Orders);

        var result = tool.Assess(tool.Folder);

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.EndsWith(
            $": holds no fact file; looked for {string.Join(", ", Tool.FactNames.Select(name => name + ".csv"))}, and the same names with .json.\n",
            result.Error,
            StringComparison.Ordinal);
    }
}
