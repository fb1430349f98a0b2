using System.Text.Json;
using System.Text.RegularExpressions;

namespace AccountRules.Cli.Tests;

/// <summary>The dossier of a change of policy: <c>--html</c> of <c>policy diff</c> and of <c>impact</c>.</summary>
public sealed partial class DossierTests : IDisposable
{
    private const string Changed = """
        { "version": "2", "performancePay": { "bands": [
          { "name": "Pip", "factor": 0, "programme": "PIP" }, { "name": "Low", "above": 0.35, "factor": 0.4 },
          { "name": "Partial", "above": 0.6, "factor": 0.5 },
          { "name": "Full", "above": 0.85, "factor": 1 }, { "name": "Over", "above": 1, "factor": 1.1 }] } }
        """;

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void OfADiff_EndsWithSixAndLeavesTheTableOutUnlessItIsAskedFor()
    {
        var (result, page) = Diff("{}", """{ "kpiAttainment": { "above": 0.9 } }""");

        Assert.Equal((ExitCode.Differs, "", ""), (result.Code, result.Out, result.Error));
        Assert.Contains("<title>Change of policy: account-management unversioned → account-management unversioned</title>", page, StringComparison.Ordinal);
        Assert.Contains("attainment above 85 % up to 90 %", page, StringComparison.Ordinal);
        Assert.Contains("<b>2</b><i>▼</i>stricter", page, StringComparison.Ordinal);

        var both = Diff("{}", """{ "kpiAttainment": { "above": 0.9 } }""", "--format", "json").Result;
        Assert.Equal((ExitCode.Differs, Policy.Default.Rules.Count), (both.Code, both.Json.Length));
    }

    [Fact]
    public void OfPoliciesThatSayTheSame_SaysSoAndEndsWithNought()
    {
        var (result, page) = Diff("""{ "version": "1" }""", """{ "version": "2" }""");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("No change takes effect: the terms are the same, and no rule reads its version (2 instead of 1).", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"mark\"", page, StringComparison.Ordinal);
    }

    /// <summary>Of 85 and 90 the ends are 40 % apart beside each other: the first mark of the picture is where the two cuts lie, and nowhere else.</summary>
    [Fact]
    public void APicture_MarksWhereTheBarsDiffer()
    {
        var (_, page) = Diff("{}", """{ "kpiAttainment": { "above": 0.9 } }""");
        var picture = Pictures().Matches(page).Single().Value;
        var mark = Assert.Single(Marks().Matches(picture));
        decimal[] cuts = [.. Cuts().Matches(picture).Select(m => Number(m.Groups["x"].Value))];

        Assert.Equal("above 85 % up to 90 %: Met -&gt; Missed", mark.Groups["said"].Value);
        Assert.Equal(4, Bands().Count(picture));
        Assert.Equal(2, cuts.Length);
        Assert.InRange(Number(mark.Groups["x"].Value), cuts[0] - 0.1m, cuts[0] + 0.1m);
        Assert.InRange(Number(mark.Groups["x"].Value) + Number(mark.Groups["width"].Value) + 1, cuts[1] - 0.1m, cuts[1] + 0.1m);
    }

    /// <summary>A rule that only the new policy sets has a bar without cuts before.</summary>
    [Fact]
    public void APicture_OfARuleThatWasNotInForce_HasOneBandBefore()
    {
        var (_, page) = Diff("{}", """{ "satisfaction": { "from": 4 } }""");

        Assert.Equal(3, Bands().Count(Pictures().Matches(page).Single().Value));
    }

    [Fact]
    public void ScalesOfTheSample_DifferWhereTheRegionsSay()
    {
        var diff = PolicyDiff.Between(Policy.Default, Policy.Parse("""{ "fteFulfillment": { "limitDays": 75, "atRiskFromDay": 61 } }"""));
        Output.ScaleLine Open(Policy policy) =>
            Output.ScaleLine.Of(PolicyBoundaries.Of(policy), "fte-fulfillment").Single(line => line.Where == "open");

        Assert.Equal(["OnTrack", "AtRisk", "Overdue"], Open(diff.Old).Outcomes);
        Assert.Equal(
            [new(Cut.From(61), Cut.From(76), "OnTrack", "AtRisk"), new(Cut.From(76), Cut.From(91), "AtRisk", "Overdue")],
            Open(diff.Old).To(Open(diff.New)));
    }

    /// <summary>At 82 % of 100 pay goes from 100 to 50, at 70 % of 100.10 from 60.06 to 50.05: 60.01 less, of which 15.01 is the factor's.</summary>
    [Fact]
    public void OfAnImpact_HasWinnersAndLosersClausesTransitionsAndTheBiggestChanges()
    {
        var (result, page) = Impact("e,2026-01,100,82,100\nf,2026-01,100,70,100.10\ng,2026-01,100,90,100\n");

        Assert.Equal((ExitCode.Done, "", ""), (result.Code, result.Out, result.Error));
        Assert.Contains("260.06 → 200.05, -60.01", page, StringComparison.Ordinal);
        Assert.Matches("lose more than 5 %</td>.*<td class=\"n\">2</td>", page);
        Assert.Matches("are paid the same</td>.*<td class=\"n\">1</td>", page);
        Assert.Matches("performancePay\\.<wbr>bands<wbr>\\[Full\\]\\.<wbr>above</code></td>.*<td class=\"n\">-45\\.00</td>", page);
        Assert.Contains(
            "Employee e in 2026-01</bdi></td><td><bdi>Full, 100 %</bdi> → <bdi>Partial, 50 %</bdi></td><td class=\"n\">100.00 → 50.00</td>", page,
            StringComparison.Ordinal);
        Assert.True(page.IndexOf("Employee e in", StringComparison.Ordinal) < page.IndexOf("Employee f in", StringComparison.Ordinal));
        Assert.DoesNotContain("Employee g in", page, StringComparison.Ordinal);
        Assert.Contains("Who changes <small>2 of 3</small>", page, StringComparison.Ordinal);
    }

    /// <summary>Under the new policy 82 % is paid 100 up to a cut of 82 %, and 50 past it.</summary>
    [Fact]
    public void OfAnImpact_HasTheCurveOfAThresholdThatMoved()
    {
        var (_, page) = Impact("e,2026-01,100,82,100\n");

        Assert.Contains("before 80 %: 100.00", page, StringComparison.Ordinal);
        Assert.Contains("after 85 %: 50.00", page, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnImpact_WithABadRow_EndsWithFourAndWritesTheRest()
    {
        var (result, page) = Impact("e,2026-01,100,82,100\nf,2026-01,100,much,100\n");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Contains("Employee e in", page, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnImpact_WithJson_HasTheSameNumbersAsWithoutAPage()
    {
        const string Rows = "e,2026-01,100,82,100\nf,2026-01,100,70,100.10\n";
        var without = tool.Run(
            "impact", tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\n" + Rows), "--new", tool.File("new.json", Changed),
            "--format", "json");

        Assert.Equal(without.Out, Impact(Rows, "--format", "json").Result.Out);
    }

    /// <summary>The largest decimal overflows nothing on the way to a place in a picture.</summary>
    [Fact]
    public void OfTheLargestThresholds_IsWritten()
    {
        var (result, page) = Diff("""{ "keyAccount": { "entryThreshold": 1 } }""", """{ "keyAccount": { "entryThreshold": 79228162514264337593543950335 } }""");

        Assert.Equal(ExitCode.Differs, result.Code);
        Assert.Contains("from 79228162514264337593543950335", page, StringComparison.Ordinal);
        Assert.Equal(
            ExitCode.Done,
            tool.Run(
                "impact", tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,5\n"), "--old", tool.PathOf("old.json"), "--new",
                tool.PathOf("new.json"), "--as-of", "2026-05-01", "--html", tool.PathOf("page.html")).Code);
    }

    [Fact]
    public void ANameOfABand_IsNoTagAndSteersNothing()
    {
        var band = JsonSerializer.Serialize("x</td><script>alert(1)</script>\"'\u202E\u0001");
        var (result, page) = Diff("{}", $$"""
            { "performancePay": { "bands": [ { "name": "A", "factor": 0, "programme": "P" }, { "name": {{band}}, "above": 0.5, "factor": 1 } ] } }
            """);

        Assert.Equal(ExitCode.Differs, result.Code);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("x&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;\\u202E\\u0001", page, StringComparison.Ordinal);
        Assert.DoesNotContain(page, c => c is '\u202E' or '\u0001');
    }

    [Fact]
    public void ThePage_FetchesNothingFromElsewhere()
    {
        var (_, page) = Impact("e,2026-01,100,82,100\n");

        Assert.DoesNotMatch("(?i)https?:|src=|href=|@import|<link|<script|url\\((?!#p-)", page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePage_InThePlaceOfAPolicy_IsRefused()
    {
        var old = tool.File("old.json", "{}");

        var result = tool.Run("policy", "diff", old, tool.File("new.json", "{}"), "--html", old);

        Assert.Equal((ExitCode.Usage, "{}"), (result.Code, File.ReadAllText(old)));
        Assert.EndsWith("allowed: a file that is not read in the same run.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePage_WhereNothingCanBeWritten_FailsWithOne() => Assert.Equal(
        ExitCode.Failed,
        tool.Run("policy", "diff", tool.File("old.json", "{}"), tool.File("new.json", Changed), "--html", tool.PathOf("nowhere/page.html")).Code);

    private (Result Result, string Page) Diff(string old, string @new, params string[] more)
    {
        var result = tool.Run(["policy", "diff", tool.File("old.json", old), tool.File("new.json", @new), "--html", tool.PathOf("page.html"), .. more]);
        return (result, File.ReadAllText(tool.PathOf("page.html")));
    }

    private (Result Result, string Page) Impact(string rows, params string[] more)
    {
        var data = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\n" + rows);
        var result = tool.Run(["impact", data, "--new", tool.File("new.json", Changed), "--html", tool.PathOf("page.html"), .. more]);
        return (result, File.ReadAllText(tool.PathOf("page.html")));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<svg class=\"chart\".*?</svg>", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pictures();

    [GeneratedRegex(
        "<g class=\"mark\"><title>(?<said>.*?)</title><rect x=\"(?<x>[0-9.]+)\" y=\"[0-9.]+\" width=\"(?<width>[0-9.]+)\"", RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("<g><title>[^<]*</title><rect x=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bands();

    [GeneratedRegex("<text x=\"(?<x>[0-9.]+)\"[^>]*>above", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cuts();
}
