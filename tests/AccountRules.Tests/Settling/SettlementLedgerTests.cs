using System.Text.Json;

namespace AccountRules.Tests.Settling;

/// <summary>A ledger holds together, goes through JSON, and tells what does not fit.</summary>
public sealed class SettlementLedgerTests
{
    /// <summary>a: 1000.00, then 600.00, then withdrawn; b: nothing and PIP, then held.</summary>
    private static readonly SettlementLedger Ledger = SettlementLedger.Empty
        .Settle(Pays.Of("a", 90), Pays.Of("b", 30)).Ledger.Settle(Pays.Of("a", 79), Pays.Of("b", null)).Ledger.Settle(Pays.Of("b", null)).Ledger;

    [Fact]
    public void Ledger_AfterRuns_HasTheLinesOfAllOfThem_AndWhatStandsSettled()
    {
        Assert.Equal(
            ["New", "New", "Corrected", "Held", "Withdrawn", "Held"], Ledger.Lines.Select(l => l.Kind.ToString()));
        Assert.Null(Ledger.Settled("performance-pay", new("a", Pays.January)));
        Assert.Equal("PIP", Ledger.Settled("performance-pay", new("b", Pays.January))!.Programme);
        Assert.Null(Ledger.Settled("performance-pay", new("b", Pays.February)));
    }

    [Fact]
    public void Ledger_AfterARun_IsAnother_AndTheOneBeforeIsAsItWas()
    {
        var after = Ledger.Settle(Pays.Of("a", 90)).Ledger;

        Assert.Equal((6, 8), (Ledger.Lines.Count, after.Lines.Count));
        Assert.Equal(Ledger.Lines, after.Lines.Take(6));
    }

    [Fact]
    public void Lines_OfEveryKind_ComeBackFromJsonWithoutOptions()
    {
        var texts = Ledger.Settle(Pays.Of("b", 30)).Ledger.Lines.Select(line => JsonSerializer.Serialize(line)).ToArray();
        var read = new SettlementLedger(texts.Select(text => JsonSerializer.Deserialize<SettlementLine>(text)!));

        Assert.Equal(Enum.GetValues<SettlementKind>().Order(), read.Lines.Select(l => l.Kind).Distinct().Order());
        Assert.Equal(Ledger.Lines, read.Lines.Take(6));
        Assert.All(texts, text => Assert.DoesNotContain('\n', text));
        Assert.Contains("\"Kind\":\"Corrected\"", texts[2], StringComparison.Ordinal);
        Assert.Contains("\"Difference\":-400.00", texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Line_WithAPropertyThatALaterVersionAdds_IsRead() => Assert.Equal(
        Ledger.Lines[0], JsonSerializer.Deserialize<SettlementLine>(JsonSerializer.Serialize(Ledger.Lines[0])[..^1] + ",\"Fingerprint\":\"sha256:1\"}"));

    [Fact]
    public void OpeningLedger_OfRecords_IsWhatTheyPaid()
    {
        var paid = Pays.Policy.PerformancePay.AssessOnce([Pays.Of("a", 90), Pays.Of("b", null)], Pays.March).Select(a => a.ToRecord()).ToArray();

        var opened = SettlementLedger.Open(new(2026, 2, 28), paid);

        Assert.Equal([SettlementKind.New, SettlementKind.Held], opened.Lines.Select(l => l.Kind));
        Assert.Equal((1000m, new DateOnly(2026, 2, 28)), (opened.Lines[0].Difference!.Value, opened.Lines[0].SettledOn));
        Assert.Equal(["a Corrected 1000.00 -400.00 600.00", "b New - 600.00 600.00"], opened.Settle(Pays.Of("a", 79), Pays.Of("b", 79)).Short());
    }

    public static TheoryData<string, int, string> Broken => new()
    {
        { "missing", 2, "says that before it was settled Graded Full, paid 1000.00 by version 1, and the lines before it leave nothing" },
        { "twice", 2, "says that before it was settled nothing, and the lines before it leave Graded Full, paid 1000.00 by version 1" },
        { "before", 3, "says that before it was settled Graded Full, paid 999 by version 1, and the lines before it leave Graded Full, paid 1000.00" },
        { "version", 3, "says that before it was settled Graded Full, paid 1000.00 by version 9, and the lines before it leave" },
        { "difference", 3, "of -399, and from Graded Full, paid 1000.00 by version 1 to Graded Partial, paid 600.00 by version 1 it is -400.00" },
        { "no difference", 3, "has a difference of none" },
        { "kind", 3, "is said to be Unchanged, and from Graded Full, paid 1000.00 by version 1 to Graded Partial, paid 600.00 by version 1 it is Corrected" },
        { "withdrawn", 5, "is said to be New, and from Graded Partial, paid 600.00 by version 1 to nothing it is Withdrawn" },
        { "held", 4, "is said to be Held, and from Graded Pip, paid 0.00, programme PIP by version 1 to Graded Pip, paid 1, programme PIP by version 1 it is" },
        { "blank", 1, "The id ` a`" },
        { "null", 1, "has no RuleId, Subject or Reason" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Ledger_ThatDoesNotHoldTogether_IsRefusedByLine(string how, int line, string found)
    {
        var lines = Ledger.Lines.ToList();
        switch (how)
        {
            case "missing": lines.RemoveAt(0); break;
            case "twice": lines.Insert(1, lines[0]); break;
            case "before": lines[2] = lines[2] with { Before = lines[2].Before! with { Payable = 999 } }; break;
            case "version": lines[2] = lines[2] with { Before = lines[2].Before! with { PolicyVersion = "9" } }; break;
            case "difference": lines[2] = lines[2] with { Difference = -399 }; break;
            case "no difference": lines[2] = lines[2] with { Difference = null }; break;
            case "kind": lines[2] = lines[2] with { Kind = SettlementKind.Unchanged }; break;
            case "withdrawn": lines[4] = lines[4] with { Kind = SettlementKind.New }; break;
            case "held": lines[3] = lines[3] with { After = lines[3].After! with { Payable = 1 } }; break;
            case "blank": lines[0] = lines[0] with { Subject = " a" }; break;
            default: lines[0] = lines[0] with { Subject = null! }; break;
        }

        var refused = Assert.Throws<SettlementException>(() => new SettlementLedger(lines));

        Assert.Contains(found, refused.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(line, refused.Problems[0].Line);
        Assert.StartsWith("The ledger cannot be settled, for ", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What one changed field breaks is told once; later lines go on from the line as it is.</summary>
    [Fact]
    public void Ledger_WithSeveralProblems_TellsEach()
    {
        var lines = Ledger.Lines.ToList();
        lines[2] = lines[2] with { Difference = 1 };
        lines[3] = lines[3] with { Kind = SettlementKind.Unchanged, Difference = 5 };

        Assert.Equal([3, 4], Assert.Throws<SettlementException>(() => new SettlementLedger(lines)).Problems.Select(p => p.Line!.Value));
    }

    [Fact]
    public void Ledger_WithEveryFieldOfAnOutcomeChanged_IsRefused()
    {
        var settled = Ledger.Lines[1].After!;
        SettledOutcome[] others =
        [
            settled with { Payable = 1 }, settled with { Standing = Standing.Met }, settled with { Band = "Low" }, settled with { Factor = 0.4m },
            settled with { Programme = null }, settled with { PolicyVersion = "2" },
        ];

        Assert.All(others, other => Assert.Throws<SettlementException>(() => new SettlementLedger(
            Ledger.Lines.Select((line, i) => i == 1 ? line with { After = other, Difference = other.Payable } : line))));
    }
}
