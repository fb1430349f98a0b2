using System.Text.Json;
using System.Xml.Linq;

namespace AccountRules.Cli.Tests;

/// <summary>What builds are told, read back as they read it: annotations of GitHub Actions, test results of JUnit, and SARIF.</summary>
public sealed class BuildFormatTests : IDisposable
{
    private const string Stricter = """
        {
          "version": "2",
          "fteFulfillment": { "limitDays": 75, "atRiskFromDay": 75 },
          "performancePay": { "bands": [
            { "name": "Pip", "factor": 0, "programme": "PIP" },
            { "name": "Low", "above": 0.35, "factor": 0.4 },
            { "name": "Partial", "above": 0.6, "factor": 0.6 },
            { "name": "Full", "above": 0.85, "factor": 1 },
            { "name": "Over", "above": 1, "factor": 1.1 } ] }
        }
        """;

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void DiffForGitHub_HasAWarningForEachRegionAtTheLineOfTheTerm()
    {
        var result = Diff(Stricter, "github");

        Assert.Equal((ExitCode.Differs, ""), (result.Code, result.Error));
        Assert.Contains(
            "::warning file=new.json,line=3,title=fte-fulfillment::open on day 76 to 90: AtRisk -> Overdue\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "::warning file=new.json,line=8,title=performance-pay::attainment above 80 %25 up to 85 %25: Full, 100 %25 -> Partial, 60 %25\n", result.Out,
            StringComparison.Ordinal);
        Assert.All(Lines(result), line => Assert.StartsWith("::warning file=new.json,", line, StringComparison.Ordinal));
    }

    [Fact]
    public void DiffForGitHub_OfPoliciesThatSayTheSame_IsANotice()
    {
        var result = Diff("{}", "github");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "::notice file=new.json,title=policy-document::no change: no change takes effect: the terms are the same, however the documents are written\n",
            result.Out);
    }

    /// <summary>A rule that agrees passes; each region of one that does not fails. A build that asks for no difference has it.</summary>
    [Fact]
    public void DiffForJUnit_HasASuiteForEachRuleAndAFailureForEachRegion()
    {
        var result = Diff(Stricter, "junit");
        var root = XDocument.Parse(result.Out).Root!;
        var suites = root.Elements("testsuite").ToDictionary(s => s.Attribute("name")!.Value);

        Assert.Equal(ExitCode.Differs, result.Code);
        Assert.Equal(Policy.Default.Rules.Select(r => r.Id), suites.Keys);
        Assert.Equal(["equivalent"], Names(suites["career"]));
        Assert.Equal(("4", "4", "0"), Counts(suites["fte-fulfillment"]));
        Assert.Equal(["open on day 75", "open on day 76 to 90", "fulfilled on day 75", "fulfilled on day 76 to 90"], Names(suites["fte-fulfillment"]));
        Assert.Equal("AtRisk -> Overdue", suites["fte-fulfillment"].Elements("testcase").ElementAt(1).Element("failure")!.Attribute("message")!.Value);
        Assert.Equal($"{root.Descendants("testcase").Count()}", root.Attribute("tests")!.Value);
        Assert.Equal($"{root.Descendants("failure").Count()}", root.Attribute("failures")!.Value);
    }

    /// <summary>Servers take cases of one suite with the same name for one.</summary>
    [Fact]
    public void DiffForJUnit_NamesNoTwoCasesOfASuiteAlike()
    {
        var suites = XDocument.Parse(Diff("""{ "kpiAttainment": { "above": 0.9 } }""", "junit").Out).Root!.Elements("testsuite");

        Assert.Contains(
            "where a KPI of attainment above 85 % up to 90 % decides: Met -> Missed", Names(suites.Single(s => s.Attribute("name")!.Value == "kpi-month")));
        Assert.All(suites, suite => Assert.Distinct(Names(suite)));
    }

    [Fact]
    public void DiffForSarif_IsValidAndHasAResultForEachRegion()
    {
        var result = Diff(Stricter, "sarif");
        var results = Results(result);

        Assert.Equal(ExitCode.Differs, result.Code);
        var open = results.Single(r => Message(r).StartsWith("open on day 76 to 90", StringComparison.Ordinal));
        Assert.Equal(("fte-fulfillment", "warning"), (open.GetProperty("ruleId").GetString(), open.GetProperty("level").GetString()));
        Assert.Equal(3, open.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    /// <summary>That two policies differ is no failure: the one is 6, the other 1, whatever is written.</summary>
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("markdown")]
    [InlineData("github")]
    [InlineData("junit")]
    [InlineData("sarif")]
    public void Diff_InEachFormat_EndsWithNoughtSixThreeOrOne(string format)
    {
        var html = tool.PathOf("nowhere/change.html");

        Assert.Equal(ExitCode.Done, Diff("""{ "version": "2" }""", format).Code);
        Assert.Equal(ExitCode.Differs, Diff("""{ "career": { "eligibleFromYears": 4 } }""", format).Code);
        Assert.Equal(ExitCode.PolicyInvalid, Diff("[]", format).Code);
        Assert.Equal(
            ExitCode.Failed,
            tool.Run("policy", "diff", tool.File("old.json", "{}"), tool.File("new.json", Stricter), "--format", format, "--html", html).Code);
    }

    /// <summary>85 % of 100 is Met under 80 % and Missed under 85 %.</summary>
    [Fact]
    public void ImpactForGitHub_HasANoticeForEachRuleThatChangesAndAnErrorForABadRow()
    {
        var rows = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\ne,k,2026-01,100,85\nf,k,2026-01,100,99\ng,k,2026-01,100,much\n");
        var result = tool.Run(
            "impact", rows, "--old", tool.File("old.json", """{ "kpiAttainment": { "above": 0.8 } }"""), "--new", tool.File("new.json", "{}"), "--rule",
            "kpi-attainment", "--format", "github");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            [
                "::notice title=kpi-attainment::1 of 2 change: 1 Met -> Missed",
                "::error file=kpi-results.csv,line=4,title=fact-file::Actual: found `much`; allowed: a number such as 1234.5, or nothing.",
            ], Lines(result));
    }

    [Fact]
    public void ImpactInMarkdown_HasTheTransitionsAsATable()
    {
        var rows = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\ne,k,2026-01,100,85\n");
        var result = tool.Run(
            "impact", rows, "--old", tool.File("old.json", """{ "kpiAttainment": { "above": 0.8 } }"""), "--new", tool.File("new.json", "{}"), "--rule",
            "kpi-attainment", "--format", "markdown");

        Assert.Contains("\n| Rule | From | To | Facts | Pay |\n| --- | --- | --- | --: | --: |\n| kpi-attainment | Met | Missed | 1 |  |\n", result.Out,
            StringComparison.Ordinal);
    }

    /// <summary>Of a document in UTF-16 the lines are not known; all else is.</summary>
    [Fact]
    public void DiffForGitHub_OfADocumentInAnotherEncoding_NamesTheFileWithoutALine()
    {
        var old = tool.File("old.json", "{}");
        var @new = tool.File("new.json", System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes(Stricter)).ToArray());

        var result = tool.Run("policy", "diff", old, @new, "--format", "github");

        Assert.Equal(ExitCode.Differs, result.Code);
        Assert.StartsWith("::warning file=new.json,title=fte-fulfillment::", Lines(result)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy diff {good} {bad}")]
    [InlineData("policy check {bad}")]
    [InlineData("policy boundaries {bad}")]
    [InlineData("assess {data} --policy {bad}")]
    [InlineData("impact {data} --new {bad}")]
    public void APolicyThatCannotBeUsed_IsToldToTheBuildAndOnStandardError(string command)
    {
        var (good, bad, data) = (tool.File("good.json", "{}"), tool.File("bad.json", "{\n\"kpiAttainment\": { \"above\": 85 } }"), Data(""));
        string[] args =
            [.. command.Split(' ').Select(w => w.Replace("{good}", good, StringComparison.Ordinal).Replace("{bad}", bad, StringComparison.Ordinal)
                .Replace("{data}", data, StringComparison.Ordinal))];
        var format = command.StartsWith("policy boundaries", StringComparison.Ordinal) ? "junit" : "github";

        var result = tool.Run([.. args, "--format", format]);

        Assert.Equal((ExitCode.PolicyInvalid, "bad.json:2: $.kpiAttainment.above: found 85; allowed: from 0 to 10; write 85 % as 0.85.\n"),
            (result.Code, result.Error));
        if (format == "github")
        {
            Assert.Equal(
                "::error file=bad.json,line=2,title=policy-document::$.kpiAttainment.above: found 85; allowed: from 0 to 10; write 85 %25 as 0.85.\n",
                result.Out);
        }
        else
        {
            Assert.Equal("found 85; allowed: from 0 to 10; write 85 % as 0.85.",
                XDocument.Parse(result.Out).Descendants("error").Single().Attribute("message")!.Value);
        }
    }

    [Fact]
    public void Check_InEachFormat_HasTheSameTwoProblemsAndEndsWithThree()
    {
        var file = tool.File("policy.json", "{ \"kpiAttainment\": { \"above\": 85 },\n  \"performancePay\": { \"decimals\": 11 } }");
        Result Check(string format) => tool.Run("policy", "check", file, "--format", format);
        string[] paths = ["$.kpiAttainment.above", "$.performancePay.decimals"];

        Assert.Equal(paths, Check("json").Json.Select(p => p.GetProperty("name").GetString()));
        Assert.Equal(paths, Lines(Check("csv")).Skip(1).Select(line => line.Split(',')[2]));
        Assert.Equal(paths, Results(Check("sarif")).Select(r => Message(r).Split(':')[0]));
        Assert.Equal(paths, XDocument.Parse(Check("junit").Out).Descendants("testcase").Select(c => c.Attribute("name")!.Value));
        Assert.Equal(2, Lines(Check("markdown")).Count(line => line.StartsWith("| Problem |", StringComparison.Ordinal)));
        Assert.All(
            new[] { "text", "json", "csv", "markdown", "github", "junit", "sarif" }, format => Assert.Equal(ExitCode.PolicyInvalid, Check(format).Code));
    }

    [Fact]
    public void CheckForGitHub_OfFactorsThatFall_RemarksOnThemAtTheirLine()
    {
        var file = tool.File("policy.json", """
            { "improvementPlan": { "expectedAbove": 0.5 },
              "performancePay": { "bands": [
                { "name": "A", "factor": 0.6 },
                { "name": "B", "above": 1, "factor": 0.5 }] } }
            """);

        var result = tool.Run("policy", "check", file, "--format", "github");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.StartsWith("::notice file=policy.json,line=4,title=policy-document::$.performancePay.bands[1].factor: band `B` pays 50 %25", Lines(result)[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void BoundariesForJUnit_HaveACaseForEachBoundaryThatPassesSinceItHasAClause()
    {
        var result = tool.Run("policy", "boundaries", "--format", "junit");
        var root = XDocument.Parse(result.Out).Root!;

        Assert.Equal((ExitCode.Done, "0"), (result.Code, root.Attribute("failures")!.Value));
        Assert.Equal($"{PolicyBoundaries.Of(Policy.Default).Count}", root.Attribute("tests")!.Value);
        Assert.Contains("attainment above 80 %", Names(root.Elements("testsuite").Single(s => s.Attribute("name")!.Value == "performance-pay")));
    }

    [Fact]
    public void BoundariesInMarkdown_AreATable() => Assert.Contains(
        "| performance-pay | attainment above 35 % | 34.99 %\\: Pip, 0 %, programme PIP |", tool.Run("policy", "boundaries", "--format", "markdown").Out,
        StringComparison.Ordinal);

    /// <summary>100 days on 2026-05-01 is Overdue, 30 OnTrack.</summary>
    [Fact]
    public void AssessForJUnit_FailsTheStandingsOfFailOnAndHasRejectedRowsAsErrors()
    {
        var result = Assess("1,A,2026-01-21,,1\n2,A,2026-04-01,,1\n3,A,soon,,1\n", "junit", "--fail-on", "Overdue", "--fail-on", "Late");
        var root = XDocument.Parse(result.Out).Root!;
        var (rule, files) = (root.Elements("testsuite").First(), root.Elements("testsuite").Last());

        Assert.Equal(ExitCode.StandingOccurs, result.Code);
        Assert.Equal(("fte-fulfillment", "fact-file"), (rule.Attribute("name")!.Value, files.Attribute("name")!.Value));
        Assert.Equal(["none Late", "none Overdue"], Names(rule));
        Assert.Equal(("2", "1", "0"), Counts(rule));
        Assert.Equal(
            "1 fact is Overdue. Order 1 is open for 100 days, 10 more than the 90 allowed; it was due 2026-04-21.",
            rule.Descendants("failure").Single().Attribute("message")!.Value);
        Assert.Equal(["fte-orders.csv:4:3: OrderedOn"], Names(files));
        Assert.Equal(("1", "0", "1"), Counts(files));
    }

    [Fact]
    public void AssessForJUnit_OfFilesThatCanBeRead_PassesThem()
    {
        var result = Assess("1,A,2026-04-01,,1\n", "junit");
        var root = XDocument.Parse(result.Out).Root!;

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(["fte-orders.csv"], Names(root.Elements("testsuite").Single()));
        Assert.Equal(("1", "0", "0"), Counts(root));
    }

    [Fact]
    public void AssessForGitHub_HasAnErrorForEachRuleWithAFailingStandingAndEachBadRow()
    {
        var result = Assess("1,A,2026-01-21,,1\n3,A,soon,,1\n", "github", "--fail-on", "Overdue");

        Assert.Equal(
            [
                "::error title=fte-fulfillment::none Overdue: 1 fact is Overdue. "
                    + "Order 1 is open for 100 days, 10 more than the 90 allowed; it was due 2026-04-21.",
                "::error file=fte-orders.csv,line=3,title=fact-file::OrderedOn: found `soon`; allowed: a date as yyyy-MM-dd, such as 2026-05-31, or nothing.",
            ], Lines(result));
    }

    [Fact]
    public void AssessForGitHub_LeavesOutWhatIsWaived()
    {
        var waived = "Rule,Subject,From,Until,Reason,ApprovedBy\nfte-fulfillment,1,2026-01-01,2026-12-31,strike,ann\n";
        var result = Assess("1,A,2026-01-21,,1\n", "github", waived, "--fail-on", "Overdue");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Out));
    }

    /// <summary>A field of CSV has no column of characters; a property of JSON has.</summary>
    [Fact]
    public void AssessForSarif_HasTheBadRowsAtTheirLineAndOfJsonTheirColumn()
    {
        var csv = Assert.Single(Results(Assess("1,A,2026-01-21,,1\n3,A,soon,,1\n", "sarif", "--fail-on", "Overdue")));
        var json = Assert.Single(Results(tool.Run(
            "assess", tool.File("fte-orders.json", "[\n  { \"OrderId\": \"1\", \"OrderedOn\": \"soon\" } ]"), "--as-of", "2026-05-01", "--format", "sarif")));

        Assert.Equal("""{"startLine":3}""", Region(csv));
        Assert.Equal("""{"startLine":2,"startColumn":34}""", Region(json));
        Assert.Equal("fact-file", csv.GetProperty("ruleId").GetString());

        static string Region(JsonElement result) =>
            JsonSerializer.Serialize(result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region"));
    }

    [Fact]
    public void AssessInMarkdown_HasTheSummaryAndWhatNeedsAttentionAsTables()
    {
        var result = Assess("1,A,2026-01-21,,1\n", "markdown");

        Assert.StartsWith("As of 2026-05-01, by the policy account-management, version documents\\: 1 assessment under 1 rule.\n\n1 overdue\n\n", result.Out,
            StringComparison.Ordinal);
        Assert.Contains("| Rule | All | How it stands |\n| --- | --: | --- |\n| fte-fulfillment | 1 | 1 overdue |\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n## Needs attention\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void APolicyThatCannotBeUsed_IsToldInTheFileOfOutput()
    {
        var (bad, output) = (tool.File("bad.json", "[]"), tool.PathOf("found.sarif"));

        var result = tool.Run("assess", Data(""), "--policy", bad, "--format", "sarif", "--output", output);

        Assert.Equal((ExitCode.PolicyInvalid, ""), (result.Code, result.Out));
        Assert.Single(Results(new(result.Code, File.ReadAllText(output), "")));
    }

    [Theory]
    [InlineData("policy diff a b", "table, json, csv, markdown, github, junit, sarif")]
    [InlineData("policy check a", "text, json, csv, markdown, github, junit, sarif")]
    [InlineData("policy boundaries", "table, json, csv, markdown, junit, xunit")]
    [InlineData("assess a", "table, json, csv, records, markdown, github, junit, sarif")]
    [InlineData("impact a --new b", "table, json, csv, markdown, github")]
    [InlineData("curve a --term t --from 1 --to 2", "table, json, csv, markdown")]
    public void AFormatThatAVerbDoesNotHave_IsRefusedInOneLineAndHelpHasThoseThatItHas(string command, string formats)
    {
        string[] words = command.Split(' ');
        var result = tool.Run([.. words, "--format", "toml"]);

        Assert.Equal((ExitCode.Usage, "", $"--format: found `toml`; allowed: {formats}.\n"), (result.Code, result.Out, result.Error));

        // A long list stands on a line of its own, below the option.
        var list = System.Text.RegularExpressions.Regex.Escape($"<{formats.Replace(", ", "|", StringComparison.Ordinal)}>");
        Assert.Matches($@"\n  --format (?: [^\n]*\n  )?{list}", tool.Run([.. words.TakeWhile(w => w.Length > 1), "--help"]).Out);
    }

    private Result Diff(string @new, string format) =>
        tool.Run("policy", "diff", tool.File("old.json", "{}"), tool.File("new.json", @new), "--format", format);

    private Result Assess(string rows, string format, params string[] more)
    {
        var waivers = more.Length > 0 && more[0].StartsWith("Rule,", StringComparison.Ordinal);
        if (waivers)
            tool.File("waivers.csv", more[0]);

        string[] files = waivers ? [Data(rows), tool.PathOf("waivers.csv")] : [Data(rows)];
        return tool.Run(["assess", .. files, "--format", format, .. waivers ? more[1..] : more]);
    }

    private string Data(string rows) => tool.File("fte-orders.csv", Tool.Orders + rows);

    private static string[] Lines(Result result) => result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Names(XElement suite) => [.. suite.Elements("testcase").Select(c => c.Attribute("name")!.Value)];

    private static (string, string, string) Counts(XElement suite) =>
        (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value);

    private static string Message(JsonElement result) => result.GetProperty("message").GetProperty("text").GetString()!;

    /// <summary>The results of a log, which has what SARIF 2.1.0 requires.</summary>
    private static JsonElement[] Results(Result result)
    {
        var log = JsonDocument.Parse(result.Out).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("sarif-2.1.0.json", log.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(log.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("accountrules", driver.GetProperty("name").GetString());
        string?[] rules = [.. driver.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
        Assert.Distinct(rules);
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.All(results, one =>
        {
            Assert.Equal(one.GetProperty("ruleId").GetString(), rules[one.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(one.GetProperty("level").GetString(), (string[])["note", "warning", "error"]);
            Assert.NotEqual("", Message(one));
            foreach (var location in one.TryGetProperty("locations", out var locations) ? [.. locations.EnumerateArray()] : Array.Empty<JsonElement>())
            {
                var uri = location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
                Assert.True(Uri.IsWellFormedUriString(uri, UriKind.RelativeOrAbsolute), uri);
            }
        });
        return results;
    }
}
