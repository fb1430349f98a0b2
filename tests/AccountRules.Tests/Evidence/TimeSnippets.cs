using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Evidence;

/// <summary>The C# of docs/time.md on evidence, compiled and run; a test compares the texts.</summary>
public sealed class TimeSnippets
{
    [Fact]
    public void TimePage_SnippetOfEvidence_SaysWhatItShows()
    {
        var (policy, asOf) = (Policy.Default, new DateOnly(2026, 4, 2));
        var march = new PayPeriod { EmployeeId = "ann", Period = Period.Month(2026, 3), Target = 100, Actual = 80, CommittedPay = 1000 };
        var Console = new StringWriter { NewLine = "\n" };

        AssessmentRecord record = policy.PerformancePay.Assess(march, asOf).ToRecord();
        string line = JsonSerializer.Serialize(record);                    // into a log, a table, a file of records

        RecordCheck check = JsonSerializer.Deserialize<AssessmentRecord>(line)!.Verify(policy);
        Console.WriteLine(check);

        check = (record with { Payable = 1000m }).Verify(policy);          // somebody changed it by hand
        Console.WriteLine($"{check.Differences[0]}; {check.Differences[1].Field} differs too");
        // same
        // Payable is 1000, recomputed 600; Digest differs too

        Assert.Equal(Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]), Console.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void TimePage_SnippetOfEvidence_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Evidence", "TimeSnippets.cs"))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Snippet()), string.Join('\n', test), StringComparison.Ordinal);
    }

    [Fact]
    public void TimePage_CanonicalText_IsThatOfSuchAPolicy()
    {
        var page = Page().Split("printf '%s' '")[1].Split('\n');
        var (canonical, hash) = (page[0].Split('\'')[0], page[1].Split(' ')[0]);

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        Assert.Equal(
            hash, Policy.Parse("""{ "effectiveFrom": "2026-07-01", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 46 } }""").Fingerprint);
    }

    private static string Page() => File.ReadAllText(Path.Combine(Repository.Root, "docs", "time.md"));

    private static string[] Snippet() =>
    [
        .. Page().Split("## Evidence")[1].Split("```csharp\n")[1].Split("```")[0].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0),
    ];
}
