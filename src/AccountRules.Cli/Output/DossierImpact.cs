using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>The part of a dossier that is about facts: who gains and loses, what it costs by which clause, who changes, and the curves.</summary>
/// <param name="page">Takes it.</param>
/// <param name="facts">What the change does to them.</param>
internal sealed class DossierImpact(HtmlPage page, DossierFacts facts)
{
    private readonly IReadOnlyList<RuleImpact> rules = facts.Impact.Rules;
    private readonly PayImpact pay = facts.Impact.Pay;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        if (rules.Any(r => r.Pay is not null))
            page.Section("Pay", $"{Money(pay.Old)} → {Money(pay.New)}, {Signed(pay.Difference)}", WritePay);

        WriteTransitions();
        WriteCurves();
    }

    /// <summary>An amount for people, with every digit.</summary>
    /// <param name="amount">The amount.</param>
    public static string Money(decimal amount) => amount.ToString("#,##0.00##########################", CultureInfo.InvariantCulture);

    private void WritePay()
    {
        page.Add("<div class=\"two\">\n<div><h3>Winners and losers</h3>\n");
        var most = Math.Max(pay.Classes.Max(), 1);
        page.Table("", ["", "", "Facts"], ['l', 'w', 'n'], ImpactOutput.Classes.Select(one => (string[])[
            Html.Text(one.Words), Charts.Amount(pay.Classes[(int)one.Class], most, Color(one.Class)), Shown.Count(pay.Classes[(int)one.Class]),
        ]));
        page.Add("</div>\n");
        if (pay.ByClause.Count > 0)
        {
            var largest = pay.ByClause.Max(c => Math.Abs(c.Difference));
            page.Add("<div><h3>By clause that changed</h3>\n");
            page.Table("", ["", "", "Difference"], ['l', 'w', 'n'], pay.ByClause.Select(clause => (string[])[
                Html.Path(clause.Term), Balance(clause.Difference, largest), Signed(clause.Difference),
            ]));
            page.Add("</div>\n");
        }

        page.Add("</div>\n");
        WriteBiggest();
    }

    private void WriteBiggest()
    {
        if (facts.Biggest.All is not { Count: > 0 } all)
            return;

        page.Add($"<h3>Biggest changes <small>{(all.Count < facts.Biggest.Count ? $"{all.Count} of {Shown.Count(facts.Biggest.Count)}" : "")}</small></h3>\n");
        page.Table("stack", ["Who", "Before and after", "Paid", "Difference"], [0, 0, 'n', 'n'], all.Select(change => (string[])[
            Html.Name($"{change.New.Rule.Info.Noun} {change.New.Subject}{(change.New.Period is { } period ? $" in {period}" : "")}"),
            $"{Band(change.Old)} → {Band(change.New)}", $"{Money(change.Old.Payable ?? 0)} → {Money(change.New.Payable ?? 0)}", Signed(change.Difference),
        ]));
    }

    private void WriteTransitions()
    {
        var changed = rules.Where(r => r.Changed > 0).ToArray();
        var most = changed.Length > 0 ? changed.Max(r => r.Transitions.Max(t => t.Count)) : 1;
        page.Section("Who changes", $"{Shown.Count(rules.Sum(r => r.Changed))} of {Shown.Count(rules.Sum(r => r.Facts))}", () =>
        {
            if (changed.Length == 0)
                page.Add("<p class=\"soft\">Nobody: no fact has another outcome.</p>\n");

            if (changed.Length > 0)
                page.Table("stack", ["Rule", "From and to", "", "Facts", "Pay"], [0, 0, 'w', 'n', 'n'], changed.SelectMany(rule => Steps(rule, most)));

            string[] same = [.. rules.Where(r => r.Changed == 0).Select(r => $"{Html.Text(r.Rule.Info.Title)} ({Shown.Count(r.Facts)})")];
            if (same.Length > 0 && changed.Length > 0)
                page.Add($"<p class=\"same\">As before: {string.Join(", ", same)}.</p>\n");
        });
    }

    private static IEnumerable<string[]> Steps(RuleImpact rule, long most) => rule.Transitions.Select((step, i) => (string[])[
        i == 0 ? $"{Html.Text(rule.Rule.Info.Title)} <small>{Shown.Count(rule.Changed)} of {Shown.Count(rule.Facts)}</small>" : "",
        $"{Html.Name(step.From)} → {Html.Name(step.To)}", Charts.Amount(step.Count, most, Standing.Graded), Shown.Count(step.Count),
        rule.Pay is null ? "" : Signed(step.Difference),
    ]);

    private void WriteCurves()
    {
        if (facts.Curves.All.Count + facts.Curves.Without.Count == 0)
            return;

        page.Section("At other values of the thresholds", "under the new policy, everything else as it is there", () =>
        {
            page.Add("<div class=\"two\">\n");
            foreach (var (curve, old, @new) in facts.Curves.All)
            {
                foreach (var rule in curve.Curves.Where(c => c.Facts > 0))
                {
                    page.Add($"<div><h3>{Html.Path(curve.Term)} <small>{What(rule)}</small></h3>");
                    page.Add(rule.Points.Count == 1
                        ? $"<p class=\"soft\">Nothing changes from {CurvePicture.Number(curve.From)} to {CurvePicture.Number(curve.To)}.</p></div>\n"
                        : $"{CurvePicture.Of(curve, rule, old, @new)}{(rule.Rule.Pays ? "" : Counts(rule, old, @new))}</div>\n");
                }
            }

            page.Add("</div>\n");
            if (facts.Curves.Without.Count > 0)
            {
                var terms = string.Join(", ", facts.Curves.Without.Select(Html.Path));
                page.Add($"<p class=\"same\">No curve of {terms}: one of the policies does not set it, or the new one cannot have the value before.</p>\n");
            }
        });
    }

    private static string What(RuleCurve rule) => $"{Html.Text(rule.Rule.Info.Title)}, {(rule.Rule.Pays ? "pay" : "outcomes")} of {Shown.Count(rule.Facts)}";

    /// <summary>The outcomes of which there are not as many at both values, or else the most frequent.</summary>
    private static string Counts(RuleCurve rule, decimal old, decimal @new)
    {
        var (before, after) = (rule.At(old), rule.At(@new));
        return $"<p class=\"legend\">{string.Concat(rule.Outcomes.Select((outcome, i) => before.Counts[i] == after.Counts[i] ? "" :
            $"<span class=\"chip c-{outcome.Standing}\"><i>{Charts.Mark(outcome.Standing)}</i>{Html.Text(outcome.Name)} "
            + $"{Shown.Count(before.Counts[i])} → {Shown.Count(after.Counts[i])}</span> "))}</p>";
    }

    private static string Band(Assessment assessment) => Html.Name(
        assessment.Band is { } band ? assessment.Factor is { } factor ? $"{band}, {(factor * 100).ToString("0.##", CultureInfo.InvariantCulture)} %" : band
            : assessment.Cause.IsNone ? assessment.Standing.ToString() : $"{assessment.Standing}, {assessment.Cause}");

    private static string Signed(decimal amount) => (amount > 0 ? "+" : "") + Money(amount);

    private static Standing Color(PayClass one) => one switch
    {
        PayClass.GainsAbove5Percent => Standing.Met,
        PayClass.Gains => Standing.OnTrack,
        PayClass.None => Standing.NotApplicable,
        PayClass.Loses => Standing.Late,
        _ => Standing.Overdue,
    };

    /// <summary>A bar to the right of the middle for more, to the left for less.</summary>
    private static string Balance(decimal value, decimal most)
    {
        var width = most > 0 ? Math.Max(Math.Abs(value) / most * 148, 1) : 0;
        return "<svg class=\"bar\" viewBox=\"0 0 300 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + $"<rect x=\"{Html.At(value < 0 ? 150 - width : 150)}\" y=\"0\" width=\"{Html.At(width)}\" height=\"12\""
            + $" class=\"f-{(value < 0 ? Standing.Overdue : Standing.Met)}\"/><rect x=\"149.5\" y=\"0\" width=\"1\" height=\"12\" class=\"then\"/></svg>";
    }
}
