namespace AccountRules.Tests.Architecture;

/// <summary>The worked example in CONTRIBUTING is the sample that the packed library is tried with.</summary>
public sealed class ContributingTests
{
    [Fact]
    public void Example_OfARule_IsTheSampleThatIsBuiltAndRun()
    {
        var sample = File.ReadAllText(Path.Combine(Repository.Root, "samples", "OwnRule", "TicketAnswer.cs")).TrimEnd();

        Assert.Contains(
            $"<!-- samples/OwnRule/TicketAnswer.cs -->\n```csharp\n{sample}\n```\n",
            File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Architecture_NamesEveryRoom()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"));

        Faults.None(Sources.Library.Select(f => f.Folder)
            .Distinct(StringComparer.Ordinal)
            .Where(room => room.Length > 0 && !page.Contains($"| `{room}` |", StringComparison.Ordinal)));
    }
}
