using System.Globalization;
using System.Text.Json;
using AccountRules.Shared;

namespace AccountRules.Cli.Tests;

/// <summary>Records of the command line, and what verifying them says: by line, rule, subject and field.</summary>
public sealed class VerifyTests : IDisposable
{
    /// <summary>Day 119 and 26 of 90, and one fulfilled on day 10.</summary>
    private const string Orders = Tool.Orders + "1,ACME,2026-01-02,,2\n4,BETA,2026-04-05,,2\n5,BETA,2026-04-05,2026-04-15,2\n";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Records_AreOneObjectALine_AndTheSame()
    {
        var path = Records(Orders);
        var lines = File.ReadAllLines(path);

        Assert.Equal(["1", "4", "5"], lines.Select(l => JsonSerializer.Deserialize<AssessmentRecord>(l)!.Subject));
        Assert.Equal((ExitCode.Done, "3 records: 3 the same, 0 not.\n", ""), Of(tool.Run("verify", path)));
    }

    [Fact]
    public void Records_OnStandardOutput_AreWhatOutputWrites()
    {
        var path = Records(Orders);
        Assert.Equal(File.ReadAllText(path), tool.Run("assess", tool.PathOf("fte-orders.csv"), "--rule", "fte-fulfillment", "--format", "records").Out);
    }

    [Fact]
    public void ChangedField_IsToldByLineSubjectAndField()
    {
        var path = Changed(Records(Orders), 2, "\"Standing\":\"OnTrack\"", "\"Standing\":\"Met\"");

        Assert.Equal(
            (ExitCode.NotProven,
                "records.jsonl:2: fte-fulfillment 4: Standing is Met, recomputed OnTrack.\n"
                + "records.jsonl:2: fte-fulfillment 4: Digest is not that of the rest: the record was changed after it was made.\n"
                + "3 records: 2 the same, 1 not.\n",
                ""),
            Of(tool.Run("verify", path)));
    }

    [Fact]
    public void ChangedField_InJsonAndCsv_IsARow()
    {
        var path = Changed(Records(Orders), 2, "\"Standing\":\"OnTrack\"", "\"Standing\":\"Met\"");

        var json = tool.Run("verify", path, "--format", "json");
        Assert.Equal(ExitCode.NotProven, json.Code);
        Assert.Equal(["Standing", "Digest"], json.Json.Select(j => j.GetProperty("field").GetString()));
        Assert.Equal((2, "fte-fulfillment", "4", "Met", "OnTrack"), (
            json.Json[0].GetProperty("line").GetInt32(), Text("rule"), Text("subject"), Text("recorded"), Text("recomputed")));
        Assert.Equal(
            "file,line,rule,subject,period,field,recorded,recomputed,remark\nrecords.jsonl,2,fte-fulfillment,4,,Standing,Met,OnTrack,",
            string.Join('\n', tool.Run("verify", path, "--format", "csv").Out.Split('\n').Take(2)));

        string? Text(string name) => json.Json[0].GetProperty(name).GetString();
    }

    [Fact]
    public void Lines_ThatCannotBeRead_AreToldAndTheOthersVerified()
    {
        var lines = File.ReadAllLines(Records(Orders));
        var path = tool.File("records.jsonl", string.Join('\n', [
            lines[0], "", "{", lines[1].Replace("\"Standing\":\"OnTrack\"", "\"Standing\":\"Fine\"", StringComparison.Ordinal),
            lines[1].Replace("\"Subject\":\"4\",", "", StringComparison.Ordinal),
            lines[1].Replace("{\"RuleId\"", "{\"Extra\":1,\"RuleId\"", StringComparison.Ordinal),
            "[]", lines[2],
        ]));
        const string allowed = "allowed: a record on one line, as `accountrules assess --format records` writes it";

        Assert.Equal(
            (ExitCode.RowsRejected, "2 records: 2 the same, 0 not.\n",
                $"records.jsonl:3: found `{{`; {allowed}.\n"
                + $"records.jsonl:4: Standing: is no field of a record, or holds what such a field does not; {allowed}.\n"
                + $"records.jsonl:5: `Subject`: found nothing; {allowed}, with all that each record has.\n"
                + $"records.jsonl:6: Extra: is no field of a record, or holds what such a field does not; {allowed}.\n"
                + $"records.jsonl:7: found `[]`; {allowed}.\n"
                + "5 lines could not be read.\n"),
            Of(tool.Run("verify", path)));
    }

    [Fact]
    public void Records_OfAnotherPolicy_AreToldWhose()
    {
        var policy = tool.File("policy.json", """{ "version": "7", "fteFulfillment": { "limitDays": 91 } }""");
        var result = tool.Run("verify", Records(Orders), "--policy", policy);

        Assert.Equal(ExitCode.NotProven, result.Code);
        Assert.Contains("records.jsonl:1: fte-fulfillment 1: DueOn is 2026-04-02, recomputed 2026-04-03.\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("records.jsonl:1: fte-fulfillment 1: PolicyVersion is documents, recomputed 7.\n", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("3 records were made by another policy than account-management 7 (", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FilesThatFail_WinOverRecordsThatDiffer_AndTheOthersAreVerified()
    {
        var path = Changed(Records(Orders), 1, "\"Account\":\"ACME\"", "\"Account\":\"BETA\"");
        var result = tool.Run("verify", path, tool.PathOf("none.jsonl"), path);

        Assert.Equal((ExitCode.Failed, "none.jsonl: does not exist.\n"), (result.Code, result.Error));
        Assert.EndsWith("6 records: 4 the same, 2 not.\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyFile_SaysThatNothingWasVerified() => Assert.Equal(
        (ExitCode.Done, "0 records: 0 the same, 0 not.\n", "There is no record: nothing was verified.\n"),
        Of(tool.Run("verify", tool.File("records.jsonl", "\n"))));

    [Fact]
    public void RowsThatCameTwice_AreTakenAsRecorded_AndSaid()
    {
        tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\nann,calls,2026-03,100,90\nann,calls,2026-03,100,10\n");
        var path = tool.PathOf("records.jsonl");
        Assert.Equal(ExitCode.RowsRejected, tool.Run("assess", tool.PathOf("kpi-results.csv"), "--format", "records", "--output", path).Code);

        Assert.Equal(
            (ExitCode.Done, "2 records: 2 the same, 0 not.\n",
                "1 record among those that are the same: that a row came twice or could not be read is known only beside other rows, "
                + "and was taken as recorded.\n"),
            Of(tool.Run("verify", path)));
    }

    [Fact]
    public void WaivedRecord_IsTheSame_UntilItsWaiverIsMoved()
    {
        tool.File("waivers.csv", "Rule,Subject,Reason,ApprovedBy,From,Until\nfte-fulfillment,1,client asked to wait,ann,2026-04-01,2026-05-10\n"
            + "fte-fulfillment,4,later,ann,2026-06-01,2026-07-20\n");
        tool.File("fte-orders.csv", Orders);
        var path = tool.PathOf("records.jsonl");
        tool.Run("assess", tool.Folder, "--format", "records", "--output", path);

        Assert.Equal(ExitCode.Done, tool.Run("verify", path).Code);
        Assert.Contains(
            "records.jsonl:1: fte-fulfillment 1: Waiver is {", tool.Run("verify", Changed(path, 1, "\"Until\":\"2026-05-10\"", "\"Until\":\"2026-04-10\"")).Out,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "xml", "--format: found `xml`; allowed: table, json, csv.\n")]
    [InlineData("--policy", "", "--policy: found nothing; allowed: the file of a policy document, or a folder with one for each version.\n")]
    public void Options_ThatCannotBeRead_AreUsageErrors(string option, string value, string error) =>
        Assert.Equal((ExitCode.Usage, "", error), Of(tool.Run("verify", Records(Orders), option, value)));

    [Fact]
    public void Output_IsAFile_ThatIsNotOneOfTheRecords()
    {
        var path = Records(Orders);
        Assert.Equal(ExitCode.Usage, tool.Run("verify", path, "--output", path).Code);
        Assert.Equal((ExitCode.Done, "", ""), Of(tool.Run("verify", path, "--output", tool.PathOf("said.txt"))));
        Assert.Equal("3 records: 3 the same, 0 not.\n", File.ReadAllText(tool.PathOf("said.txt")));
    }

    [Fact]
    public void Northwind_IsTheSame_AndEveryChangeOfARecordOfEachRuleIsFound()
    {
        var (path, policy) = (tool.PathOf("records.jsonl"), Path.Combine(Tool.Northwind, "policy.json"));
        Assert.Equal(
            ExitCode.Done, tool.Run("assess", Tool.Northwind, "--policy", policy, "--as-of", "1998-05-06", "--format", "records", "--output", path).Code);
        var records = File.ReadLines(path).Select(l => JsonSerializer.Deserialize<AssessmentRecord>(l)!).ToArray();
        Assert.True(records.Length >= 7_449, $"{records.Length}");   // a rule more adds some, and none may get lost
        var said = string.Create(CultureInfo.InvariantCulture, $"{records.Length:N0} records: {records.Length:N0} the same, 0 not.\n");
        Assert.Equal((ExitCode.Done, said, ""), Of(tool.Run("verify", path, "--policy", policy)));

        var ofEach = records.GroupBy(r => r.RuleId).Select(g => g.Last()).ToArray();
        Assert.Equal(Policy.Default.Rules.Count, ofEach.Length);
        var changes = ofEach.SelectMany(record => RecordChanges.Each(record).Where(c => !IsTheSame(c.Json, record))).ToArray();
        Assert.True(changes.Length > 60 * ofEach.Length, $"{changes.Length}");
        var changed = tool.File("changed.jsonl", string.Join('\n', changes.Select(c => c.Json)));
        var result = tool.Run("verify", changed, "--policy", policy, "--format", "json");

        var told = result.Json.Select(j => j.GetProperty("line").GetInt32())
            .Concat(result.ErrorLines.Where(l => l.StartsWith("changed.jsonl:", StringComparison.Ordinal))
                .Select(l => int.Parse(l.Split(':')[1], provider: null)))
            .ToHashSet();
        Assert.Empty(changes.Where((_, i) => !told.Contains(i + 1)).Select(c => $"{c.Path}: {c.Json}"));
    }

    /// <summary>Whether a change is none: nothing in the place of nothing.</summary>
    private static bool IsTheSame(string json, AssessmentRecord record)
    {
        try
        {
            return record.Equals(JsonSerializer.Deserialize<AssessmentRecord>(json));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (ExitCode Code, string Out, string Error) Of(Result result) => (result.Code, result.Out, result.Error);

    private string Records(string orders)
    {
        tool.File("fte-orders.csv", orders);
        var path = tool.PathOf("records.jsonl");
        var result = tool.Run("assess", tool.PathOf("fte-orders.csv"), "--rule", "fte-fulfillment", "--format", "records", "--output", path);
        Assert.Equal((ExitCode.Done, "", ""), Of(result));
        return path;
    }

    private static string Changed(string path, int line, string found, string instead)
    {
        var lines = File.ReadAllLines(path);
        Assert.Contains(found, lines[line - 1], StringComparison.Ordinal);
        lines[line - 1] = lines[line - 1].Replace(found, instead, StringComparison.Ordinal);
        File.WriteAllLines(path, lines);
        return path;
    }
}
