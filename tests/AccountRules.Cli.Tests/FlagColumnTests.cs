using AccountRules.Cli.Input;

namespace AccountRules.Cli.Tests;

/// <summary>Columns that say true or false, as a fact of a rule that is added may have.</summary>
public sealed class FlagColumnTests : IDisposable
{
    private static readonly FactColumns<Visit> Columns = new(Visit.Shape);

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("visits.csv", "VisitId,IsMade,IsFirst\n1,true,false\n2,FALSE,True\n3,,TRUE\n")]
    [InlineData(
        "visits.json",
        """[{"VisitId":"1","IsMade":true,"IsFirst":false},{"VisitId":2,"isMade":"false","IsFirst":true},{"VisitId":"3","IsMade":null,"IsFirst":"True"}]""")]
    public void Flags_AreReadInAnyCase_AndMayBeMissingWhereTheFactAllowsIt(string file, string text)
    {
        var (read, told) = Read(file, text);
        Assert.Equal([new("1") { IsMade = true }, new("2") { IsMade = false, IsFirst = true }, new("3") { IsFirst = true }], read);
        Assert.Empty(told);
    }

    [Theory]
    [InlineData("visits.csv", "VisitId,IsMade,IsFirst\n1,yes,true\n", "visits.csv:2:2: IsMade: found `yes`; allowed: true or false, or nothing.")]
    [InlineData(
        "visits.csv", "VisitId,IsMade,IsFirst\n1, true,true\n",
        "visits.csv:2:2: IsMade: found ` true`; allowed: true or false without blanks around it, or nothing.")]
    [InlineData(
        "visits.csv", "VisitId,IsMade,IsFirst\n1,true,\n",
        "visits.csv:2:3: IsFirst: found nothing; allowed: a value, since this one cannot be blank.")]
    [InlineData(
        "visits.json", """[{"VisitId":"1","IsMade":1,"IsFirst":true}]""",
        "visits.json:1:26: [0].IsMade: found `1`; allowed: true or false, or nothing.")]
    [InlineData(
        "visits.json", """[{"VisitId":"1","IsMade":[],"IsFirst":true}]""",
        "visits.json:1:26: [0].IsMade: found `[]`; allowed: true, false or null.")]
    [InlineData(
        "visits.json", """[{"VisitId":true,"IsMade":true,"IsFirst":true}]""",
        "visits.json:1:13: [0].VisitId: found `true`; allowed: a text, a number or null.")]
    public void FlagThatIsNone_IsToldWithItsPlace(string file, string text, string problem)
    {
        var (read, told) = Read(file, text);
        Assert.Empty(read);
        Assert.Equal([problem], told);
    }

    private (List<Visit> Read, List<string> Told) Read(string name, string text)
    {
        var (file, read, told) = (new FactFile("visits", tool.File(name, text)), new List<Visit>(), new List<string>());
        var problems = new RowProblems(file, finding => told.Add(finding.ToString().Replace(tool.Folder + "/", "", StringComparison.Ordinal)));
        using var rows = Rows.Open(file, Columns.All, problems, told.Add);
        var (row, reader) = (new Row(rows), Columns.Reader(id => id));
        while (rows.Read())
        {
            row.Begin();
            if (reader(row) is var visit && !row.IsRejected)
                read.Add(visit);
        }

        return (read, told);
    }

    private sealed record Visit(string VisitId)
    {
        public static FactShape<Visit> Shape { get; } = new(v => v.VisitId) { Name = "visits" };

        public Visit()
            : this("")
        {
        }

        public bool? IsMade { get; init; }

        public bool IsFirst { get; init; }
    }
}
