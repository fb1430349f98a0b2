namespace AccountRules.Cli.Tests;

/// <summary>The command line: what it understands, what it says to what it does not, and which exit code wins.</summary>
public sealed class UsageTests : IDisposable
{
    private const string Standings = "Undetermined, NotApplicable, Met, OnTrack, AtRisk, Late, Overdue, Missed, Graded";
    private readonly Tool tool = new();
    private readonly string orders;

    public UsageTests() => orders = tool.File("fte-orders.csv", Tool.Orders + "2,ACME,2025-04-01,,2\n1,ACME,2026-04-01,,2\n");

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("--as-of", "2026-02-30", "--as-of: found `2026-02-30`; allowed: a date as yyyy-MM-dd, such as 2026-05-31.")]
    [InlineData("--as-of", "yesterday", "--as-of: found `yesterday`; allowed: a date as yyyy-MM-dd, such as 2026-05-31.")]
    [InlineData("--rule", "fte", "--rule: found `fte`; allowed: {rules}.")]
    [InlineData("--standing", "Bad", $"--standing: found `Bad`; allowed: {Standings}.")]
    [InlineData("--standing", "3", $"--standing: found `3`; allowed: {Standings}.")]
    [InlineData("--fail-on", "Bad", $"--fail-on: found `Bad`; allowed: {Standings}.")]
    [InlineData("--format", "xml", "--format: found `xml`; allowed: table, json, csv, records, markdown, github, junit, sarif.")]
    [InlineData("--limit", "-1", "--limit: found `-1`; allowed: a whole number, 0 or more.")]
    public void AnOptionThatCannotBeRead_IsAUsageErrorThatSaysWhatIsAllowed(string option, string value, string expected)
    {
        var result = tool.Run("assess", orders, option, value);

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Equal(expected.Replace("{rules}", Tool.RuleIds, StringComparison.Ordinal) + "\n", result.Error);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public void AnUnknownFactName_IsAUsageErrorThatSaysWhatIsAllowed()
    {
        var file = tool.File("orders.csv", Tool.Orders);

        foreach (var argument in new[] { file, $"orders={orders}", "fte-orders=" })
        {
            var result = tool.Run("assess", argument);

            Assert.Equal(ExitCode.Usage, result.Code);
            Assert.Contains(
                $"allowed: a folder, a file named {string.Join(", ", Tool.FactNames)} with .csv or .json, or NAME=FILE",
                result.Error,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("assess x --unknown")]
    [InlineData("frobnicate")]
    [InlineData("policy check")]
    public void ACommandLineThatCannotBeRead_IsAUsageErrorThatPointsToHelp(string line)
    {
        var result = tool.Run(line.Split(' '));

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Matches("See: accountrules.* --help\n$", result.Error);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public void AFolderThatIsNotThere_Fails()
    {
        var result = tool.Run("assess", tool.PathOf("nowhere"));

        Assert.Equal((ExitCode.Failed, "nowhere: does not exist.\n"), (result.Code, result.Error));
    }

    [Fact]
    public void WithoutADate_ItIsAssessedAsOfToday() =>
        Assert.Equal("2026-05-01", tool.Run("assess", orders, "--format", "json").Json[0].GetProperty("asOf").GetString());

    [Fact]
    public void RulesAndStandings_NarrowWhatIsShown()
    {
        var kpis = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-01,1,1\n");

        var result = tool.Assess(orders, kpis, "--rule", "kpi-month", "--rule", "FTE-fulfillment", "--standing", "overdue", "--standing", "Met");

        Assert.Equal(
            ["fte-fulfillment 2 Overdue", "kpi-month E Met"],
            result.Json.Select(a => $"{a.GetProperty("rule")} {a.GetProperty("subject")} {a.GetProperty("standing")}"));
    }

    [Fact]
    public void ARuleWhoseFactsAreNotThere_Fails()
    {
        var result = tool.Assess(orders, "--rule", "key-account");

        Assert.Equal((ExitCode.Failed, "key-account: none of the files holds its facts.\n"), (result.Code, result.Error));
    }

    [Fact]
    public void FailOn_GivesItsOwnExitCode_AlsoWhereTheStandingIsNotShown()
    {
        Assert.Equal(ExitCode.StandingOccurs, tool.Assess(orders, "--fail-on", "Late", "--fail-on", "Overdue").Code);
        Assert.Equal(ExitCode.StandingOccurs, tool.Assess(orders, "--fail-on", "Overdue", "--standing", "OnTrack").Code);
        Assert.Equal(ExitCode.Done, tool.Assess(orders, "--fail-on", "Late").Code);
    }

    [Fact]
    public void WhereSeveralExitCodesApply_UsageComesFirst_ThenPolicy_ThenFailure_ThenFailOn_ThenRows()
    {
        var bad = tool.File("bad.csv", Tool.Orders + "1,ACME,2025-04-01,,2\n2,ACME,bad,,2\n");
        string[] failOn = [$"fte-orders={bad}", "--fail-on", "Overdue"];
        string[] missing = [.. failOn, tool.PathOf("registry-items.csv")];
        string[] policy = [.. missing, "--policy", tool.PathOf("nowhere.json")];

        Assert.Equal(ExitCode.RowsRejected, tool.Assess(failOn[0]).Code);
        Assert.Equal(ExitCode.StandingOccurs, tool.Assess(failOn).Code);
        Assert.Equal(ExitCode.Failed, tool.Assess(missing).Code);
        Assert.Equal(ExitCode.PolicyInvalid, tool.Assess(policy).Code);
        Assert.Equal(ExitCode.Usage, tool.Assess([.. policy, "--rule", "none"]).Code);
    }

    [Fact]
    public void ARejectedRowAndAFailOn_AreBothSaidInTheLastLine()
    {
        var file = tool.File(
            "bad.csv", Tool.Orders + "1,ACME,2025-04-01,,2\n2,ACME,bad,,2\n3,ACME,2025-04-01,,2\n4,ACME,bad,,2\n5,ACME,2024-04-01,2026-04-30,2\n");

        var result = tool.Assess($"fte-orders={file}", "--fail-on", "Overdue", "--fail-on", "Late", "--fail-on", "Missed");

        Assert.Equal(
            (ExitCode.StandingOccurs, "2 rows rejected; Late occurs once (--fail-on), Overdue occurs 2 times (--fail-on)."),
            (result.Code, result.ErrorLines[^1]));
    }

    [Theory]
    [InlineData("assess|{orders}|--policy|", "--policy: found nothing; allowed: the file of a policy document, or a folder with one for each version.")]
    [InlineData("assess|{orders}|--policy|  ", "--policy: found `  `; allowed: the file of a policy document, or a folder with one for each version.")]
    [InlineData("agenda|{orders}|--policy|", "--policy: found nothing; allowed: the file of a policy document, or a folder with one for each version.")]
    [InlineData("policy|check|", "FILE: found nothing; allowed: the file of a policy document, or a folder with one for each version.")]
    [InlineData("policy|show|", "FILE: found nothing; allowed: the file of a policy document, or a folder with one for each version.")]
    [InlineData("policy|init|", "FILE: found nothing; allowed: the file to write.")]
    [InlineData("assess|", "assess: found nothing; allowed: a folder, a file named ")]
    [InlineData("assess| ", "assess: found ` `; allowed: a folder, a file named ")]
    [InlineData("agenda|fte-orders=", "agenda: found `fte-orders=`; allowed: a folder, a file named ")]
    [InlineData("assess|fte-orders= ", "assess: found `fte-orders= `; allowed: a folder, a file named ")]
    public void ABlankPath_IsAUsageErrorInOneLine(string line, string expected)
    {
        var result = tool.Run(line.Replace("{orders}", orders, StringComparison.Ordinal).Split('|'));

        Assert.Equal((ExitCode.Usage, ""), (result.Code, result.Out));
        Assert.StartsWith(expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOrAMissingFile_IsNoPolicy_AndOneLineSaysWhich()
    {
        Directory.CreateDirectory(tool.PathOf("folder"));
        foreach (var (path, problem) in new[]
        {
            ("folder", "a folder without a file *.json; allowed: a policy document in JSON for each version"),
            ("missing.json", "no such file; allowed: a policy document in JSON"),
            (Path.Combine("no", "folder.json"), "no such file; allowed: a policy document in JSON"),
        })
        {
            foreach (var args in new[] { new[] { "policy", "check", tool.PathOf(path) }, ["assess", orders, "--policy", tool.PathOf(path)] })
            {
                var result = tool.Run(args);

                Assert.Equal(
                    (ExitCode.PolicyInvalid, $"{path}: $: found {problem}.\n", ""), (result.Code, result.Error, result.Out));
            }
        }
    }

    [Fact]
    public void Excel_IsForCsvAlone() =>
        Assert.Equal(
            (ExitCode.Usage, "--excel: found `--format table`; allowed: --format csv.\n"),
            (tool.Run("assess", orders, "--excel").Code, tool.Run("assess", orders, "--excel").Error));

    [Fact]
    public void APolicyThatComesIntoForceAfterAllFacts_IsNamedWhereNothingIsJudged()
    {
        var policy = tool.File("later.json", """{ "effectiveFrom": "2100-01-01" }""");

        Assert.Equal(
            "Nothing had begun by 2026-05-01: all 2 facts start later, or before 2100-01-01, from which the policy is in force.\n",
            tool.Run("assess", orders, "--policy", policy, "--as-of", "2026-05-01", "--format", "json").Error);
    }

    [Fact]
    public void ADateBeforeAllFacts_GivesNotApplicable_AndSaysSo()
    {
        var result = tool.Run("assess", orders, "--as-of", "1900-01-01", "--format", "json");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal("Nothing had begun by 1900-01-01: all 2 facts start later.\n", result.Error);
        Assert.All(result.Json, a => Assert.Equal("NotApplicable NotBegun", $"{a.GetProperty("standing")} {a.GetProperty("cause")}"));
    }

    [Fact]
    public void KeyAccountsWithoutAThreshold_AreUndetermined_AndTheLineSaysHowToMendIt()
    {
        var result = tool.Assess(tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,5\n"));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "key-account: the policy states no threshold, so every account is undetermined; "
            + "set keyAccount.entryThreshold in a policy file and give it with --policy.\n",
            result.Error);
        Assert.Equal("Undetermined NoThreshold", $"{result.Json[0].GetProperty("standing")} {result.Json[0].GetProperty("cause")}");
    }

    [Fact]
    public void ANamedFile_IsReadByItsExtension()
    {
        var json = tool.File("export.JSON", """[{"OrderId":"1","OrderedOn":"2026-04-01"}]""");
        var text = tool.File("export.txt", Tool.Orders + "3,ACME,2026-04-01,,2\n");

        var result = tool.Assess($"FTE-orders={json}", $"fte-orders={text}");

        Assert.Equal(["1", "3"], result.Json.Select(a => a.GetProperty("subject").GetString()));
    }

    [Fact]
    public void AFileGivenTwice_IsReadOnce() => Assert.Equal(2, tool.Assess(orders, tool.Folder).Json.Length);

    [Theory]
    [InlineData("--help")]
    [InlineData("assess --help")]
    [InlineData("policy --help")]
    [InlineData("policy init -h")]
    public void Help_NamesTheToolAndShowsExamples(string line)
    {
        var result = tool.Run(line.Split(' '));

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("  accountrules ", result.Out, StringComparison.Ordinal);
        Assert.Equal(line != "policy --help", result.Out.Contains("Examples:", StringComparison.Ordinal));
    }

    [Fact]
    public void HelpOfAssess_ListsTheColumnsOfEachFile()
    {
        var help = tool.Run("assess", "--help").Out;

        Assert.Contains(
            "  fte-orders        OrderId, AccountId, OrderedOn, FulfilledOn, [Headcount], [FilledHeadcount], [Pauses], [Calendar], [KnownOn]\n", help,
            StringComparison.Ordinal);
        Assert.Contains(
            "  kpi-results       EmployeeId, Kpi, Period, Target, Actual, [Direction], [Weight], [TargetShare], [TargetShareOf], [KnownOn]\n",
            help,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutArguments_HelpIsShown() => Assert.Contains("Commands:", tool.Run().Out, StringComparison.Ordinal);

    [Fact]
    public void Version_IsTheAssemblysOwn() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", tool.Run("--version").Out);

    [Fact]
    public void BandsAndProgrammes_ThatAreAskedFor_AreShownAlone_AndAllAreCounted()
    {
        var pay = tool.File(
            "performance-pay.csv",
            "EmployeeId,Period,Target,Actual,CommittedPay\nann,2026-01,100,101,1000\nbob,2026-01,100,90,1000\ncy,2026-01,100,30,1000\n"
            + "dan,2026-05,100,30,1000\n");

        Assert.Equal(["ann", "bob"], Subjects("--band", "Over", "--band", "full"));
        Assert.Equal(["cy"], Subjects("--programme", "pip"));          // dan's period runs, and enters none yet
        Assert.Equal(["dan"], Subjects("--band", "Pip", "--standing", "OnTrack"));
        Assert.Equal([], Subjects("--band", "Full", "--programme", "PIP"));
        Assert.Contains("4 assessments", tool.Run("assess", pay, "--as-of", "2026-05-01", "--band", "Over").Out, StringComparison.Ordinal);

        string[] Subjects(params string[] args) => [.. tool.Assess([pay, .. args]).Json.Select(a => a.GetProperty("subject").GetString()!)];
    }

    [Theory]
    [InlineData("--band", "Ful", "--band: found `Ful`; allowed: Pip, Low, Partial, Full, Over.")]
    [InlineData("--programme", "PLP", "--programme: found `PLP`; allowed: PIP.")]
    public void BandOrProgramme_ThatTheRulesDoNotHave_IsRefusedWithThoseThatTheyHave(string option, string name, string expected)
    {
        var result = tool.Assess(tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\n"), "--rule", "performance-pay", option, name);
        Assert.Equal((ExitCode.Usage, expected), (result.Code, result.ErrorLines[0]));
    }
}
