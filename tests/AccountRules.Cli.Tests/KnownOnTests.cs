using System.Globalization;
using System.IO.Pipes;
using System.Text;

namespace AccountRules.Cli.Tests;

/// <summary>
/// What was known when: of the rows of one fact the newest that was known on a day counts. By the documents 101 % pays 1100.00 of 1000, 90 % pays 1000.00, 79 %
/// 600.00; a KPI is met above 85 %.
/// </summary>
public sealed class KnownOnTests : IDisposable
{
    private const string Pay = "EmployeeId,Period,Target,Actual,CommittedPay,KnownOn\n";
    private const string Kpis = "EmployeeId,Kpi,Period,Target,Actual,KnownOn\n";

    private const string Restated = Pay
        + "ann,2026-07,100,101,1000,\n"
        + "bob,2026-07,100,90,1000,2026-07-31\n"
        + "ann,2026-07,100,79,1000,2026-08-10\n"
        + "cy,2026-07,100,90,1000,2026-08-10\n";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData(null, "bob 1000.00, ann 600.00, cy 1000.00", "1 row superseded by a later one.")]
    [InlineData("2026-08-10", "bob 1000.00, ann 600.00, cy 1000.00", "1 row superseded by a later one.")]
    [InlineData("2026-08-09", "ann 1100.00, bob 1000.00", "2 rows not known by 2026-08-09.")]
    [InlineData("2026-07-31", "ann 1100.00, bob 1000.00", "2 rows not known by 2026-07-31.")]
    [InlineData("2026-07-30", "ann 1100.00", "3 rows not known by 2026-07-30.")]
    public void APay_IsThatOfTheNewestRowKnownOnTheDay_AndTheOthersAreSaid(string? knownOn, string paid, string said)
    {
        var result = Assess(tool.File("performance-pay.csv", Restated), knownOn);

        Assert.Equal((ExitCode.Done, paid), (result.Code, Paid(result)));
        Assert.Equal([$"performance-pay: {said}"], result.ErrorLines);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void AFileThatIsNotInUtf8_IsReadAsAnyOther(string encoding)
    {
        var of = Encoding.GetEncoding(encoding);
        var result = Assess(tool.File("performance-pay.csv", [.. of.GetPreamble(), .. of.GetBytes(Restated)]), null);
        Assert.Equal((ExitCode.Done, "bob 1000.00, ann 600.00, cy 1000.00"), (result.Code, Paid(result)));
    }

    [Fact]
    public void AHeaderThatGoesOverLines_IsReadToItsEnd()
    {
        var file = tool.File("performance-pay.csv", Restated.Replace("CommittedPay,KnownOn", "CommittedPay,\"a\nnote\",KnownOn", StringComparison.Ordinal)
            .Replace(",1000,", ",1000,,", StringComparison.Ordinal));
        Assert.Equal("bob 1000.00, ann 600.00, cy 1000.00", Paid(Assess(file, null)));
    }

    [Fact]
    public void ANameThatIsEscaped_IsFound_WhereADayIsGiven()
    {
        var file = tool.File("performance-pay.json", """
            [{"EmployeeId":"ann","Period":"2026-07","Target":100,"Actual":101,"CommittedPay":1000},
             {"EmployeeId":"ann","Period":"2026-07","Target":100,"Actual":79,"CommittedPay":1000,"\u004bnownOn":"2026-08-10"}]
            """);
        Assert.Equal((ExitCode.Done, "ann 600.00"), (Assess(file, "2026-08-10").Code, Paid(Assess(file, "2026-08-10"))));
        Assert.Equal("ann 1100.00", Paid(Assess(file, "2026-08-09")));
    }

    [Fact]
    public void RowsThatAreSuperseded_AndRowsThatAreNotKnown_AreSaidInOneLine()
    {
        var file = tool.File(
            "performance-pay.csv", Restated + "bob,2026-07,100,79,1000,2026-08-01\nbob,2026-07,100,101,1000,2026-08-02\nann,2026-06,100,90,1000,2026-08-09\n");

        var result = Assess(file, "2026-08-09");

        Assert.Equal(["performance-pay: 2 rows superseded by later ones, 2 not known by 2026-08-09."], result.ErrorLines);
        Assert.Equal("ann 1100.00, bob 1100.00, ann 1000.00", Paid(result));
    }

    [Fact]
    public void APaidPay_ThatIsRestated_IsFoundAgainAsItWasPaid_AndCorrectedBySettling()
    {
        var ledger = tool.PathOf("ledger.jsonl");
        var file = tool.File("performance-pay.csv", Pay + "ann,2026-07,100,101,1000,\nbob,2026-07,100,90,1000,2026-07-31\n");
        var paid = Settle("2026-08-01", "--new-ledger", "--append");
        tool.File("performance-pay.csv", Restated);

        var then = Settle("2026-08-12", "--known-on", "2026-07-31");
        var now = Settle("2026-08-12", "--append");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (paid.Code, then.Code, now.Code));
        Assert.DoesNotContain("Corrected", then.Out, StringComparison.Ordinal);
        Assert.Contains("performance-pay: 2 rows not known by 2026-07-31.", then.ErrorLines);
        Assert.Equal(
            ["ann Corrected 1100.00 600.00 -500.00", "cy New  1000.00 1000.00"], Fields(now, "subject", "kind", "before", "now", "difference"));

        Result Settle(string asOf, params string[] more) => tool.Run(["settle", ledger, file, "--as-of", asOf, "--format", "csv", .. more]);
    }

    /// <summary>The row that says e1's calls anew, in time or not, and what is made of the month; e1's calls were 90 %, and so met.</summary>
    [Theory]
    [InlineData("e1,calls,2026-07,100,80,2026-07-31", "Missed")]
    [InlineData("e1,calls,2026-07,100,80,2026-08-01", "Met")]
    [InlineData("e1,calls,2026-07,100,many,2026-07-31", "Undetermined")]
    [InlineData("e1,calls,2026-07,100,many,2026-08-01", "Met")]
    [InlineData("e1,calls,2026-07,100,80,soon", "Undetermined")]
    [InlineData("e1,calls,2026-07,100,many,soon", "Undetermined")]
    [InlineData("e1,calls,2026-07,100,80", "Undetermined")]                                     // which of its values stand in their columns is not known
    [InlineData("e1,,2026-07,100,80,2026-08-01,1", "Undetermined")]                             // nor which of them says when
    [InlineData("e1,calls,July,100,80,2026-07-31", "Undetermined")]                             // of any month of e1's
    [InlineData("e1,calls,July,100,80,2026-08-01", "Met")]
    [InlineData("e1,calls,2026-07,100,many,2026-07-30\ne1,calls,2026-07,100,90,2026-07-31", "Met")]
    [InlineData("e1,calls,2026-07,100,many,2026-07-31\ne1,calls,2026-07,100,90,2026-07-30", "Undetermined")]
    [InlineData("e1,calls,2026-07,100,90,2026-07-31\ne1,calls,2026-07,100,80,2026-07-31", "Undetermined")]
    [InlineData("e1,calls,2026-07,100,80,2026-07-30\ne1,calls,2026-07,100,90,2026-07-30\ne1,calls,2026-07,100,90,2026-07-31", "Met")]
    public void AMonth_IsMadeOfWhatWasKnown_AndARowThatCannotBeReadIsNotPassedOver(string rows, string standing)
    {
        var file = tool.File("kpi-results.csv", Kpis + "e1,calls,2026-07,100,90,2026-07-01\n" + rows + "\ne2,calls,2026-07,100,90,\n");

        var result = tool.Run("assess", file, "--rule", "kpi-month", "--format", "csv", "--as-of", "2026-09-01", "--known-on", "2026-07-31");

        Assert.Equal([$"e1 {standing}", "e2 Met"], Fields(result, "subject", "standing"));
    }

    [Fact]
    public void AFactByItself_WhoseNewestRowCannotBeRead_IsNotAssessedByAnOlderOne_AndIsHeldWhereItIsSettled()
    {
        var file = tool.File("performance-pay.csv", Restated.Replace("79,1000,2026-08-10", "x,1000,2026-08-10", StringComparison.Ordinal));

        var result = Assess(file, knownOn: null);

        Assert.Equal((ExitCode.RowsRejected, "bob 1000.00, cy 1000.00"), (result.Code, Paid(result)));
        Assert.Equal(
            ["performance-pay.csv:4:4: Actual: found `x`; allowed: a number such as 1234.5, or nothing.", "performance-pay: 1 row superseded by a later one."],
            result.ErrorLines);
        Assert.Equal("ann 1100.00, bob 1000.00", Paid(Assess(file, "2026-07-31")));

        var ledger = tool.PathOf("ledger.jsonl");
        tool.Run("settle", ledger, file, "--as-of", "2026-08-12", "--known-on", "2026-07-31", "--new-ledger", "--append");
        var settled = tool.Run("settle", ledger, file, "--as-of", "2026-08-12", "--format", "csv");
        Assert.Contains("ann Held", Fields(settled, "subject", "kind"));
    }

    [Fact]
    public void RowsOfOneDay_AreDuplicates_AndTheFirstCounts()
    {
        var file = tool.File("performance-pay.csv", Restated + "ann,2026-07,100,90,1000,2026-08-10\nann,2026-07,100,90,1000,\n");

        var result = Assess(file, knownOn: null);

        Assert.Equal((ExitCode.RowsRejected, "bob 1000.00, ann 600.00, cy 1000.00"), (result.Code, Paid(result)));
        Assert.Equal(
            [
                "performance-pay.csv:6:1: EmployeeId: found `ann`, `2026-07`, `2026-08-10` again; allowed: each EmployeeId, Period, KnownOn once.",
                "performance-pay.csv:7:1: EmployeeId: found `ann`, `2026-07` again; allowed: each EmployeeId, Period once.",
                "performance-pay: 1 row superseded by a later one.",
            ],
            result.ErrorLines);
    }

    [Fact]
    public void AFileWithoutTheColumn_IsReadAsBefore_AndAKnownOnDaySaysThatAllOfItCounts()
    {
        var file = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\nann,2026-07,100,101,1000\nann,2026-07,100,79,1000\n");
        var again = "performance-pay.csv:3:1: EmployeeId: found `ann`, `2026-07` again; allowed: each EmployeeId, Period once.";

        Assert.Equal([again], Assess(file, knownOn: null).ErrorLines);
        var result = Assess(file, "2026-07-31");
        Assert.Equal("ann 1100.00", Paid(result));
        Assert.Equal(
            [again, "--known-on 2026-07-31: none of the rows says when it became known (KnownOn), so all of them count as known."], result.ErrorLines);
    }

    [Fact]
    public void SeveralFilesOfAKind_AreOne_AlsoWhereOnlyTheLastSaysWhen()
    {
        var first = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\nann,2026-07,100,101,1000\nbob,2026-07,100,90,1000\n");
        var second = tool.File(
            "restated.json",
            """[{ "employeeId": "ann", "period": "2026-07", "target": 100, "actual": 79, "committedPay": 1000, "knownOn": "2026-08-10" }]""");

        var result = tool.Run("assess", first, $"performance-pay={second}", "--as-of", "2026-09-01", "--format", "csv");

        Assert.Equal("bob 1000.00, ann 600.00", Paid(result));
        Assert.Equal(["performance-pay: 1 row superseded by a later one."], result.ErrorLines);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void Json_MaySayItInALaterObjectFirst_InAnyEncoding(string encoding)
    {
        const string rest = """ "Period": "2026-07", "Target": 100, "CommittedPay": 1000""";
        var many = string.Concat(Enumerable.Range(0, 3000).Select(i => $$"""{ "EmployeeId": "e{{i}}", "Actual": 90,{{rest}} },"""));
        var text = $$"""[{{many}}{ "EmployeeId": "e0", "Actual": 79,{{rest}}, "KnownOn": "2026-08-10" }]""";
        var unicode = Encoding.GetEncoding(encoding);

        var result = Assess(tool.File("performance-pay.json", [.. unicode.GetPreamble(), .. unicode.GetBytes(text)]), knownOn: null);

        Assert.Equal((ExitCode.Done, 3000), (result.Code, Fields(result, "subject").Length));
        Assert.Equal("e0 600.00", Fields(result, "subject", "payable")[^1]);
    }

    [Fact]
    public void WhatCannotBeForeseen_FailsTheFile_AndIsReadWithADay()
    {
        var file = tool.File(
            "performance-pay.json",
            """[{ "EmployeeId": "ann", "Period": "2026-07", "Target": 100, "Actual": 79, "CommittedPay": 1000, "\u004bnownOn": "2026-08-10" }]""");

        var result = Assess(file, knownOn: null);

        Assert.Equal((ExitCode.Failed, ""), (result.Code, Paid(result)));
        Assert.Contains("performance-pay.json: has KnownOn, and cannot be looked through before it is read", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void APipe_IsReadOnce_AndNeedsADayWhereItSaysWhen()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var (untold, told) = (Through(Restated, null), Through(Restated, "2026-07-31"));
        var unreadable = Through(Pay + "ann,2026-07,100,101,1000,\nann,2026-07,100,79,1000,soon\n", null);
        var without = Through(Restated.Replace(",KnownOn", ",Other", StringComparison.Ordinal), null);

        Assert.Equal(ExitCode.Failed, untold.Code);
        Assert.Contains("has KnownOn, and cannot be looked through before it is read, as from a pipe", untold.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failed, unreadable.Code);
        Assert.Equal((ExitCode.Done, "ann 1100.00, bob 1000.00"), (told.Code, Paid(told)));
        Assert.Equal("ann 1100.00, bob 1000.00, cy 1000.00", Paid(without));

        Result Through(string rows, string? knownOn)
        {
            using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.None);
            using var end = pipe.ClientSafePipeHandle;
            pipe.Write(Encoding.UTF8.GetBytes(rows));
            pipe.Dispose();
            return Assess(string.Create(CultureInfo.InvariantCulture, $"performance-pay=/proc/self/fd/{end.DangerousGetHandle()}"), knownOn);
        }
    }

    [Fact]
    public void PlansWithoutAStart_AreToldApartByNothing_AndAllStay()
    {
        var file = tool.File(
            "improvement-plans.csv",
            "EmployeeId,StartedOn,EndsOn,CompletedOn,Target,Actual,KnownOn\nann,,,,100,90,\nann,,,,100,90,2026-07-01\nann,2026-05-01,2026-07-30,,100,90,\n"
            + "ann,2026-05-01,2026-07-30,,100,20,2026-07-31\n");

        Assert.Equal(3, Fields(Assess(file, "2026-07-31"), "subject").Length);
    }

    [Fact]
    public void Records_KeepWhenTheFactBecameKnown_AndAreTheSameWhenVerified()
    {
        var file = tool.File("performance-pay.csv", Restated);
        var records = tool.Run("assess", file, "--as-of", "2026-09-01", "--format", "records", "--known-on", "2026-07-31").Out;

        Assert.Contains("\"KnownOn\":\"2026-07-31\"", records, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-08-10", records, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, tool.Run("verify", tool.File("records.jsonl", records)).Code);
    }

    [Fact]
    public void FactsThatAreTakenTogether_AreThoseThatWereKnown()
    {
        tool.File("accounts.csv", "AccountId,StartedOn,ManagerId,KnownOn\nACME,2026-01-01,ann,\nACME,2026-01-01,bob,2026-08-10\n");
        var policy = tool.File("policy.json", """{ "progressUpdate": { "everyDays": 30 } }""");
        tool.File("progress-updates.csv", "AccountId,SentOn,KnownOn\nACME,2026-07-01,2026-07-01\nACME,2026-07-30,2026-08-10\n");

        Assert.Equal(["ACME Overdue"], Standings("--known-on", "2026-07-31"));
        Assert.Equal(["ACME OnTrack"], Standings());

        string[] Standings(params string[] more) => Fields(
            tool.Run(["assess", tool.Folder, "--policy", policy, "--as-of", "2026-08-15", "--rule", "progress-update", "--format", "csv", .. more]),
            "subject", "standing");
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("agenda")]
    [InlineData("report")]
    [InlineData("impact", "--new", "policy.json")]
    [InlineData("curve", "--term", "performancePay.bands[Full].above", "--from", "0.7", "--to", "0.9")]
    public void EveryVerbOverFacts_TakesWhatWasKnown(string verb, params string[] more)
    {
        tool.File("policy.json", "{}");
        var file = tool.File("performance-pay.csv", Restated);

        var result = tool.Run([verb, file, "--as-of", "2026-09-01", "--known-on", "2026-07-31", .. more.Select(m => m == "policy.json" ? tool.PathOf(m) : m)]);

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("performance-pay: 2 rows not known by 2026-07-31.", result.ErrorLines);
    }

    /// <summary>docs/time.md: its file, its two commands as typed, and what it says that they say.</summary>
    [Fact]
    public void ThePage_SaysWhatItsCommandsDo()
    {
        var page = File.ReadAllText(Path.Combine(Tool.Northwind, "..", "..", "docs", "time.md"));
        var blocks = page.Split("### What was known, on the command line")[1].Split("```\n");
        var (file, commands, said) = (blocks[1], blocks[3].Split('\n', StringSplitOptions.RemoveEmptyEntries), blocks[5]);
        tool.File("performance-pay.csv", file);
        Typed("settle pay.jsonl performance-pay.csv --as-of 2026-08-01 --known-on 2026-07-31 --new-ledger --append");

        var (then, now) = (Typed(commands[0] + " --format csv"), Typed(commands[1] + " --format csv"));

        Assert.Equal("ann 1100.00, bob 1000.00", Paid(then));
        Assert.Equal(["Corrected ann -500.00"], Fields(now, "kind", "subject", "difference"));
        Assert.Equal(said, then.ErrorLines[0] + "\n" + now.ErrorLines[0] + "\n");

        Result Typed(string command) => tool.Run(
            [.. command.Replace("accountrules ", "", StringComparison.Ordinal).Split(' ').Select(w => w.Contains(".jsonl", StringComparison.Ordinal)
                || w.Contains(".csv", StringComparison.Ordinal) ? tool.PathOf(w) : w)]);
    }

    [Fact]
    public void ADayThatIsNone_IsToldAsOne()
    {
        var result = Assess(tool.File("performance-pay.csv", Restated), "31.07.2026");

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("--known-on", result.Error, StringComparison.Ordinal);
    }

    private Result Assess(string file, string? knownOn) =>
        tool.Run(["assess", file, "--as-of", "2026-09-01", "--format", "csv", .. knownOn is null ? [] : new[] { "--known-on", knownOn }]);

    private static string Paid(Result result) => string.Join(", ", Fields(result, "subject", "payable"));

    private static string[] Fields(Result result, params string[] names)
    {
        var lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToArray();
        int[] columns = [.. names.Select(name => Array.IndexOf(lines[0], name))];
        return [.. lines.Skip(1).Select(line => string.Join(' ', columns.Select(c => line[c])))];
    }
}
