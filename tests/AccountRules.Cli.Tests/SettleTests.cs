using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>
/// Settling against a ledger in a file. By the documents January 1997 of the sample pays, at 1000 committed: 1 Full 1000.00 (86.8 %), 2 Low 400.00 (50.7 %), 3,
/// 4, 8 and 9 Over 1100.00, 5 and 6 nothing and programme PIP (0 and 25.9 %): 5800.00 in all.
/// </summary>
public sealed class SettleTests : IDisposable
{
    private const string Header = "EmployeeId,Period,Target,Actual,CommittedPay\n";
    private const string Two = Header + "a,2026-01,100,90,1000\nb,2026-01,100,79,1000\n";
    private readonly Tool tool = new();

    private string Ledger => tool.PathOf("ledger.jsonl");

    public void Dispose() => tool.Dispose();

    [Fact]
    public void January_OfTheSample_IsSettled_RestatedAndSettledAgain()
    {
        var rows = File.ReadAllLines(Path.Combine(Tool.Northwind, "performance-pay.csv"));
        var first = Settle(Tool.Northwind, "1998-07-20", "--period", "1997-01", "--new-ledger", "--append");

        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Equal(
            [$"{Number(rows.Length - 9)} facts in the files are of other periods, and not settled.", "ledger.jsonl: 8 lines appended."], first.ErrorLines);
        Assert.Equal("8 0 5800.00 5800.00", Sum(first, "total"));
        Assert.Equal(8, File.ReadAllLines(Ledger).Length);

        // 4: 4800 of 6099.2 is 78.7 %, 600.00; 6: 3000 of 5331.4 is 56.3 %, 400.00 and no programme; 9 is gone; 2 has no target; 7 is new with 90 %.
        var restated = rows.Where(r => !r.StartsWith("9,1997-01", StringComparison.Ordinal))
            .Select(r => r.Replace("4,1997-01,6099.2,23736.465", "4,1997-01,6099.2,4800", StringComparison.Ordinal)
                .Replace("6,1997-01,5331.4,1380", "6,1997-01,5331.4,3000", StringComparison.Ordinal)
                .Replace("2,1997-01,6037.68,", "2,1997-01,,", StringComparison.Ordinal)).Append("7,1997-01,100,90,1000");
        var second = Settle(
            tool.File("performance-pay.csv", string.Join('\n', restated) + "\n"), "1998-08-05", "--period", "1997-01", "--append");

        Assert.Equal(ExitCode.Done, second.Code);
        Assert.Equal(
            [
                "Held 2 400.00 0.00 400.00", "Corrected 4 1100.00 -500.00 600.00", "Corrected 6 0.00 400.00 400.00", "New 7 null 1000.00 1000.00",
                "Withdrawn 9 1100.00 -1100.00 null",
            ],
            Lines(second));
        Assert.Equal("9 5800.00 -200.00 5600.00", Sum(second, "total"));
        Assert.Equal("1 400.00 0.00 400.00", Text(Document(second).GetProperty("total").GetProperty("held")));
        Assert.Contains("1 fact that was settled is not in the files, and withdrawn.", second.ErrorLines);
        Assert.Equal("NoTarget", Document(second).GetProperty("lines")[0].GetProperty("cause").GetString());

        // Once more, nothing changes but what is held still: 7 lines of the 8 that stand settled are as they were.
        var third = Settle(tool.PathOf("performance-pay.csv"), "1998-08-06", "--period", "1997-01");
        Assert.Equal(["Held 2 400.00 0.00 400.00"], Lines(third));
        Assert.Equal("8 5600.00 0.00 5600.00", Sum(third, "total"));
        Assert.Equal(17, File.ReadAllLines(Ledger).Length);
    }

    [Fact]
    public void Table_ShowsWhatChanges_WhatIsTakenBackFirst_AndTotals()
    {
        Settle(tool.File("performance-pay.csv", Two), "2026-02-05", "--new-ledger", "--append");

        var result = tool.Run(
            t => t with { Width = 200 }, "settle", Ledger, tool.File("performance-pay.csv", Header + "b,2026-01,100,90,1000\nc,2026-01,100,10,1000\n"),
            "--as-of", "2026-03-05");

        Assert.Equal(
            [
                "1 fact that was settled is not in the files, and withdrawn: where the run is of some periods only, name them with --period.",
                "ledger.jsonl: a trial; --append appends the 3 lines.",
            ],
            result.ErrorLines);
        Assert.Matches(
            @"Withdrawn +│ a in 2026-01 +│ +Full 1000.00 +│ +-1000.00 +│ +│ a in 2026-01 was settled, and is not among the facts of this run\. +│\n"
            + @"│ Corrected +│ b in 2026-01 +│ +Partial 600.00 +│ +\+400.00 +│ +Full 1000.00 +│ .*\n"
            + @"│ New +│ c in 2026-01 +│ +│ +0.00 +│ +Pip 0.00 \(PIP\) +│",
            result.Out);
        Assert.Matches(@"PIP +│ +0 +│ +0.00 +│ +│ +│ +0.00 +│ +1 +│", result.Out);
        Assert.Matches(@"all +│ +1600.00 +│ +0.00 +│ +\+400.00 +│ +-1000.00 +│ +1000.00 +│ +3 +│", result.Out);
        Assert.Contains("As of 2026-03-05, by the policy account-management", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HasTheLinesThatChange_AndAllWithUnchanged()
    {
        var file = tool.File("performance-pay.csv", Two);
        Settle(file, "2026-02-05", "--new-ledger", "--append");

        var lines = tool.Run("settle", Ledger, file, "--as-of", "2026-02-06", "--format", "csv").Out.TrimEnd().Split('\n');
        var all = tool.Run("settle", Ledger, file, "--as-of", "2026-02-06", "--format", "csv", "--unchanged").Out.TrimEnd().Split('\n');

        Assert.StartsWith("kind,rule,subject,account,period,part,startedOn,before,difference,now,", Assert.Single(lines), StringComparison.Ordinal);
        Assert.StartsWith("Unchanged,performance-pay,a,,2026-01,,,1000.00,0.00,1000.00,Graded,Full,", all[1], StringComparison.Ordinal);
        Assert.Equal(3, all.Length);
    }

    [Fact]
    public void Trial_WritesNothing_AndNothingElseIsLeft()
    {
        var file = tool.File("performance-pay.csv", Two);

        var result = Settle(file, "2026-02-05", "--new-ledger");

        Assert.Equal((ExitCode.Done, "ledger.jsonl: a trial; --append appends the 2 lines.\n"), (result.Code, result.Error));
        Assert.Equal([file], Directory.GetFileSystemEntries(tool.Folder));
    }

    [Fact]
    public void LedgerThatIsNotThere_IsNotTakenForAnEmptyOne()
    {
        var result = Settle(tool.File("performance-pay.csv", Two), "2026-02-05", "--append");

        Assert.Equal(
            (ExitCode.Failed, "ledger.jsonl: does not exist; for the first run, which begins a ledger, add --new-ledger.\n"), (result.Code, result.Error));
    }

    [Fact]
    public void LedgerThatIsThere_IsNotBegunAnew()
    {
        tool.File("ledger.jsonl", "");

        var result = Settle(tool.File("performance-pay.csv", Two), "2026-02-05", "--new-ledger");

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Equal("--new-ledger: found ledger.jsonl, which is there already; allowed: a file that is not, to begin a ledger.\n", result.Error);
    }

    [Fact]
    public void WhatStandsInTheLedger_IsKeptByteForByte()
    {
        var file = tool.File("performance-pay.csv", Two);
        Settle(file, "2026-02-05", "--new-ledger", "--append");
        var before = "\n" + File.ReadAllText(Ledger).Replace(",\"Before\"", " , \"Before\"", StringComparison.Ordinal).TrimEnd();
        File.WriteAllText(Ledger, before);

        Settle(file, "2026-02-06", "--append");

        var after = File.ReadAllText(Ledger);
        Assert.StartsWith(before + "\n", after, StringComparison.Ordinal);
        Assert.Equal(2, after[(before.Length + 1)..].TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void LinesThatCannotBeRead_AreToldByNumber_AllAtOnce()
    {
        var file = tool.File("performance-pay.csv", Two);
        Settle(file, "2026-02-05", "--new-ledger", "--append");
        var lines = File.ReadAllLines(Ledger);
        var broken = string.Join(
            '\n', lines[0], "{", lines[1].Replace("\"New\"", "\"Newer\"", StringComparison.Ordinal), "[]", "{\"RuleId\":\"performance-pay\"}",
            lines[1].Replace("\"b\"", "null", StringComparison.Ordinal), "{\"Subject\":\"c\"," + lines[1][1..]);
        File.WriteAllText(Ledger, broken);

        var result = Settle(file, "2026-02-06", "--append");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal(
            ["ledger.jsonl:2: ", "ledger.jsonl:3: Kind: ", "ledger.jsonl:4: ", "ledger.jsonl:5: ", "ledger.jsonl:6: Subject: ", "ledger.jsonl:7: Subject: "],
            result.ErrorLines.Select(l => l[..l.IndexOf("is no", StringComparison.Ordinal)]));
        Assert.Equal(broken, File.ReadAllText(Ledger));
    }

    [Fact]
    public void LedgerThatWasChangedByHand_IsRefusedByLine()
    {
        var file = tool.File("performance-pay.csv", Two);
        Settle(file, "2026-02-05", "--new-ledger", "--append");
        File.WriteAllText(Ledger, "\n" + File.ReadAllText(Ledger).Replace("\"Payable\":600.00", "\"Payable\":700.00", StringComparison.Ordinal));

        var result = Settle(file, "2026-02-06", "--append");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal(
            "ledger.jsonl:3: performance-pay of b in 2026-01 has a difference of 600.00, and from nothing to Graded Partial, paid 700.00 by version 1 "
            + "it is 700.00: the line was changed.\n",
            result.Error.Replace($"by version {Policy.Default.Version}", "by version 1", StringComparison.Ordinal));
    }

    /// <summary>The row of a is there and cannot be read; that of b is gone; c's subject cannot be read, so that it may be anybody's.</summary>
    [Theory]
    [InlineData("a,2026-01,100,many,1000\n", "Held a 1000.00 0.00 1000.00; Withdrawn b 600.00 -600.00 null", 4)]
    [InlineData("a,2026-13,100,90,1000\n", "Held a 1000.00 0.00 1000.00; Withdrawn b 600.00 -600.00 null", 4)]
    [InlineData(",2026-01,100,90,1000\n", "Held a 1000.00 0.00 1000.00; Held b 600.00 0.00 600.00", 4)]
    [InlineData("a,2026-01,100,90,1000\na,2026-01,100,10,1000\n", "Withdrawn b 600.00 -600.00 null", 4)]
    [InlineData("", "Withdrawn a 1000.00 -1000.00 null; Withdrawn b 600.00 -600.00 null", 0)]
    public void RowThatCannotBeRead_HoldsWhatItMayBe(string rows, string lines, int code)
    {
        Settle(tool.File("performance-pay.csv", Two), "2026-02-05", "--new-ledger", "--append");

        var result = Settle(tool.File("performance-pay.csv", Header + rows), "2026-02-06", "--append");

        Assert.Equal(code, (int)result.Code);
        Assert.Equal(lines, string.Join("; ", Lines(result)));
        Assert.EndsWith("appended.\n", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A file that fails holds everything, and its run appends nothing.</summary>
    [Fact]
    public void FileThatFails_WithdrawsNothing_AndLeavesTheLedger()
    {
        Settle(tool.File("performance-pay.csv", Two), "2026-02-05", "--new-ledger", "--append");
        var before = File.ReadAllText(Ledger);

        var failed = Settle(tool.File("performance-pay.csv", "EmployeeId,Period\na,2026-01\n"), "2026-02-06", "--append");
        var missing = Settle(tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\n"), "2026-02-06", "--append");

        foreach (var result in new[] { failed, missing })
        {
            Assert.Equal(ExitCode.Failed, result.Code);
            Assert.Equal(["Held a 1000.00 0.00 1000.00", "Held b 600.00 0.00 600.00"], Lines(result));
            Assert.Equal("ledger.jsonl: nothing appended, since the run failed; it is as it was before.", result.ErrorLines[^1]);
        }

        Assert.Equal(before, File.ReadAllText(Ledger));
    }

    /// <summary>A month whose only row cannot be told whose it is.</summary>
    [Fact]
    public void RollUp_ThatARowMayBeOf_IsHeld()
    {
        const string header = "EmployeeId,Kpi,Period,Target,Actual\n";
        Settle(tool.File("kpi-results.csv", header + "a,calls,2026-01,100,90\n"), "2026-02-05", "--rule", "kpi-month", "--new-ledger", "--append");

        var held = Settle(tool.File("kpi-results.csv", header + "a,,2026-01,100,90\n"), "2026-02-06", "--rule", "kpi-month");
        var gone = Settle(tool.File("kpi-results.csv", header), "2026-02-06", "--rule", "kpi-month");

        Assert.Equal((ExitCode.RowsRejected, "Held a null null null"), (held.Code, Assert.Single(Lines(held))));
        Assert.Equal((ExitCode.Done, "Withdrawn a null null null"), (gone.Code, Assert.Single(Lines(gone))));
    }

    /// <summary>Retention is of all accounts together: a revenue that cannot be read may be of any of its rows.</summary>
    [Fact]
    public void RowOfManyFacts_ThatARowMayBeOf_IsHeld()
    {
        const string header = "AccountId,Period,Revenue\n";
        Settle(
            tool.File("account-revenue.csv", header + "A,2026-01,10\nA,2026-02,10\n"), "2026-03-05", "--rule", "retention", "--new-ledger", "--append");

        var held = Settle(tool.File("account-revenue.csv", header + ",2026-01,10\n"), "2026-03-06", "--rule", "retention");

        Assert.All(Lines(held), line => Assert.StartsWith("Held ", line, StringComparison.Ordinal));
        Assert.NotEmpty(Lines(held));
    }

    [Fact]
    public void RunOfARule_SettlesStandings_AndLeavesPay()
    {
        tool.File("performance-pay.csv", Two);
        Settle(tool.Folder, "2026-02-05", "--new-ledger", "--append");
        tool.File("improvement-plans.csv", "EmployeeId,StartedOn,EndsOn,CompletedOn,Target,Actual\na,2026-01-01,2026-02-28,,,\n");

        var first = Settle(tool.Folder, "2026-02-28", "--rule", "improvement-plan", "--append");
        var second = Settle(tool.Folder, "2026-03-01", "--rule", "improvement-plan", "--append");

        Assert.Equal("New a null null null", Assert.Single(Lines(first)));
        Assert.Equal("Corrected a null null null", Assert.Single(Lines(second)));
        var line = Document(second).GetProperty("lines")[0];
        Assert.Equal(("Active", "ReviewDue"), (line.GetProperty("bandBefore").GetString(), line.GetProperty("bandNow").GetString()));
        Assert.Equal("2 facts that were settled are of other periods or rules, and left as they are: 1600.00.", second.ErrorLines[0]);
        Assert.Equal("2 1600.00 0 1600.00", Sum(second, "outOfScope"));
    }

    [Theory]
    [InlineData(
        "--period", "January",
        "--period: found `January`; allowed: a period as 2026, 2026-H1, 2026-Q2, 2026-05, 2026-W14, 2026-04/2027-03 or 2026-04-01/2026-04-15.")]
    [InlineData("--format", "xml", "--format: found `xml`; allowed: table, json, csv, markdown.")]
    public void OptionThatCannotBeRead_IsAUsageError(string option, string value, string error)
    {
        var result = tool.Run("settle", Ledger, tool.File("performance-pay.csv", Two), "--new-ledger", option, value);

        Assert.Equal((ExitCode.Usage, error + "\n"), (result.Code, result.Error));
    }

    [Fact]
    public void Output_OverTheLedger_IsRefused()
    {
        var file = tool.File("performance-pay.csv", Two);
        Settle(file, "2026-02-05", "--new-ledger", "--append");
        var before = File.ReadAllText(Ledger);

        var result = tool.Run("settle", Ledger, file, "--append", "--output", Ledger);

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Equal(before, File.ReadAllText(Ledger));
    }

    [Fact]
    public void LedgerThatAnotherRunHasChanged_IsLeftAsItIs()
    {
        var file = tool.File("performance-pay.csv", Two);
        Settle(file, "2026-02-05", "--new-ledger", "--append");
        using var error = new Interrupting(() => File.AppendAllText(Ledger, "\n"));

        // The second row is rejected, which is told between reading the ledger and appending to it.
        var code = App.Run(
            ["settle", Ledger, tool.File("performance-pay.csv", Two + "c,2026-01,100,many,1000\n"), "--as-of", "2026-02-06", "--append"],
            new Terminal(Stream.Null, error));

        Assert.Equal(ExitCode.Failed, code);
        Assert.EndsWith("ledger.jsonl: has changed since it was read, by another run; it is left as it is: settle again.", error.ToString().TrimEnd());
        Assert.Equal(3, File.ReadAllText(Ledger).Split('\n').Length - 1);
        Assert.Equal(2, Directory.GetFileSystemEntries(tool.Folder).Length);
    }

    private Result Settle(string data, string asOf, params string[] more) =>
        tool.Run(["settle", Ledger, data, "--as-of", asOf, "--format", "json", .. more]);

    private static JsonElement Document(Result result) => JsonDocument.Parse(result.Out).RootElement;

    private static IEnumerable<string> Lines(Result result) => Document(result).GetProperty("lines").EnumerateArray().Select(line =>
        $"{line.GetProperty("kind")} {line.GetProperty("subject")} {Raw(line, "before")} {Raw(line, "difference")} {Raw(line, "now")}");

    private static string Raw(JsonElement line, string name) => line.TryGetProperty(name, out var value) ? value.GetRawText() : "null";

    private static string Sum(Result result, string name) => Text(Document(result).GetProperty(name));

    private static string Text(JsonElement sum) => string.Join(' ', new[] { "lines", "settled", "difference", "now" }.Select(name => sum.GetProperty(name)));

    private static string Number(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is said on standard error, and what happens then.</summary>
    private sealed class Interrupting(Action then) : StringWriter
    {
        private bool isDone;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (isDone)
                return;

            isDone = true;
            then();
        }
    }

    [Fact]
    public void RunOfACurrency_SettlesItAlone_AndSeveralWithoutOneAreRefused()
    {
        var pay = tool.File(
            "performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay,Currency\na,2026-01,100,90,1000,EUR\nb,2026-01,100,90,1000,JPY\n");
        var ledger = Path.Combine(tool.Folder, "money.jsonl");

        var mixed = tool.Run("settle", ledger, pay, "--new-ledger", "--append", "--as-of", "2026-03-01");
        Assert.Contains("The amounts are in EUR and JPY: settle one currency after the other", mixed.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(ledger));

        var eur = tool.Run("settle", ledger, pay, "--new-ledger", "--append", "--as-of", "2026-03-01", "--currency", "EUR");
        Assert.Equal(["1 fact in the files is of other periods or currencies, and not settled.", "money.jsonl: 1 line appended."], eur.ErrorLines);
        Assert.Contains("\"Currency\":\"EUR\"", File.ReadAllText(ledger), StringComparison.Ordinal);

        Assert.Contains("a currency by its three capital letters", tool.Run("settle", ledger, pay, "--currency", "eur").Error, StringComparison.Ordinal);
    }
}
