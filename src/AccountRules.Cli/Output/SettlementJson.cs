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
    public static void Write(Settlement settlement, IEnumerable<SettlementLine> lines, SettlementRequest request, Stream output) =>
        JsonDocumentOutput.Write(output, new
        {
            settledOn = request.AsOf,
            policy = request.Policy.Name,
            version = request.Policy.Version,
            lines = lines.Select(line => JsonDocumentOutput.Of(SettlementFields.All, line)),
            total = Json(settlement.Total),
            byPeriod = settlement.ByPeriod.Select(Json),
            byProgramme = settlement.ByProgramme.Select(Json),
            byRule = settlement.ByRule.Select(Json),
            outOfScope = Json(settlement.OutOfScope),
            leftOut = settlement.LeftOut.Select(left => new { rule = left.RuleId, fact = left.Fact.ToString(), why = left.Why }),
        });

    private static object Json(SettlementTotal total) => new
    {
        of = total.Of,
        lines = total.All.Lines,
        settled = total.All.Settled,
        difference = total.All.Difference,
        now = total.All.Now,
        @new = Json(total[SettlementKind.New]),
        corrected = Json(total[SettlementKind.Corrected]),
        unchanged = Json(total[SettlementKind.Unchanged]),
        withdrawn = Json(total[SettlementKind.Withdrawn]),
        held = Json(total[SettlementKind.Held]),
    };

    private static object Json(SettlementSum sum) => new { lines = sum.Lines, settled = sum.Settled, difference = sum.Difference, now = sum.Now };
}
