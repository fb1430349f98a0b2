using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>Writes what a run settles as a document in JSON: the lines, the totals, and what is in none of them.</summary>
internal static class SettlementJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="lines">The lines that are listed.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(Settlement settlement, IEnumerable<SettlementLine> lines, SettlementRequest request, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        json.WriteObject(() =>
        {
            json.Write("settledOn", request.AsOf.ToString("O"));
            json.Write("policy", request.Policy.Name);
            json.Write("version", request.Policy.Version);
            json.WriteArray("lines", lines, line => json.Write(SettlementFields.All, line));
            json.WriteObject("total", () => Write(json, settlement.Total));
            json.WriteArray("byPeriod", settlement.ByPeriod, total => Write(json, total));
            json.WriteArray("byProgramme", settlement.ByProgramme, total => Write(json, total));
            json.WriteArray("byRule", settlement.ByRule, total => Write(json, total));
            json.WriteObject("outOfScope", () => Write(json, settlement.OutOfScope));
            json.WriteArray("leftOut", settlement.LeftOut, left =>
            {
                json.Write("rule", left.RuleId);
                json.Write("fact", left.Fact.ToString());
                json.Write("why", left.Why);
            });
        });
    }

    private static void Write(JsonDocumentOutput json, SettlementTotal total)
    {
        json.Write("of", total.Of);
        Write(json, total.All);
        foreach (var kind in Enum.GetValues<SettlementKind>())
            json.WriteObject(ReportFields.Camel(kind.ToString()), () => Write(json, total[kind]));
    }

    private static void Write(JsonDocumentOutput json, SettlementSum sum)
    {
        json.Write("lines", sum.Lines);
        json.Write("settled", sum.Settled);
        json.Write("difference", sum.Difference);
        json.Write("now", sum.Now);
    }
}
