using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes what a change of policy does as a page: verdicts, the scales before and after, and of facts who gains and loses.</summary>
internal sealed class DossierHtml
{
    private readonly PolicyDiff diff;
    private readonly HtmlPage page;
    private readonly IReadOnlyList<PolicyBoundary> old;
    private readonly IReadOnlyList<PolicyBoundary> @new;

    private DossierHtml(PolicyDiff diff, HtmlPage page) =>
        (this.diff, this.page, old, @new) = (diff, page, PolicyBoundaries.Of(diff.Old), PolicyBoundaries.Of(diff.New));

    /// <summary>Writes the page.</summary>
    /// <param name="diff">The difference of the policies.</param>
    /// <param name="facts">What it does to facts; <c>null</c> where there are none.</param>
    /// <param name="terminal">Takes it.</param>
    public static void Write(PolicyDiff diff, DossierFacts? facts, Terminal terminal)
    {
        using var text = terminal.OutText();
        new DossierHtml(diff, new(text)).Write(facts);
    }

    private void Write(DossierFacts? facts)
    {
        var title = $"{diff.Old} → {diff.New}";
        var basis = facts is null ? "" : $"on {ReportView.Counted(facts.Impact.Rules.Sum(r => r.Facts), "assessment")} as of {facts.AsOf:yyyy-MM-dd}";
        page.Write(
            title, $"Change of policy: {title}", $"{ReportView.Joined(", ", "What the change of policy does", basis)}.", DossierStyle.Css, () =>
            {
                WriteTiles();
                if (facts is not null)
                    new DossierImpact(page, facts).Write();

                foreach (var rule in diff.Rules.Where(r => r.Regions.Count > 0))
                    WriteRule(rule);

                WriteEquivalent();
                WriteLedger();
            });
    }

    private void WriteTiles()
    {
        if (diff.NoEffect is { } reason)
        {
            page.Add($"<p class=\"calm c-Met\"><span class=\"chip\"><i>=</i>{Html.Text(Shown.Upper(reason))}.</span></p>\n");
            return;
        }

        page.Add("<div class=\"tiles\">\n");
        foreach (var verdict in diff.Rules.GroupBy(r => r.Verdict).OrderBy(g => g.Key == DiffVerdict.Equivalent).ThenBy(g => g.Key))
        {
            page.Add(
                $"<div class=\"tile c-{Color(verdict.Key)}\"><b>{Shown.Count(verdict.Count())}</b><i>{Mark(verdict.Key)}</i>"
                + $"{DiffOutput.Verdict(verdict.Key)}</div>\n");
        }

        page.Add("</div>\n");
    }

    private void WriteRule(RuleDiff rule) => page.Section(
        $"{Html.Text(rule.Rule.Info.Title)} {Chip(rule.Verdict)}", Html.Text(rule.Rule.Info.Citation?.ToString()), () =>
        {
            var terms = TermsOf(rule).ToArray();
            if (terms.Length > 0)
                page.Add($"<p class=\"terms soft\">{string.Join("<br>", terms.Select(Term))}</p>\n");

            WritePictures(rule);
            page.Table(
                "stack regions", ["Where the policies differ", "Before and after", ""], [],
                rule.Regions.Select(region => (string[])[
                    Html.Sentence(region.Where), $"{Html.Name(region.Old)} → {Html.Name(region.New)}", region.Verdict is { } verdict ? Chip(verdict) : "",
                ]));
        });

    private void WritePictures(RuleDiff rule)
    {
        var (before, after) = (ScaleLine.Of(old, rule.RuleId), ScaleLine.Of(@new, rule.RuleId));
        (ScaleLine Old, ScaleLine New)[] pictures = before.Count == 0 ? [.. after.Select(line => (Uncut(line, rule, r => r.Old), line))]
            : after.Count == 0 ? [.. before.Select(line => (line, Uncut(line, rule, r => r.New)))]
            : [.. before.Join(after, line => (line.Where, line.Measure), line => (line.Where, line.Measure), (line, other) => (line, other))];
        pictures = Array.FindAll(pictures, pair => pair.Old.To(pair.New).Any());
        if (pictures.Length == 0)
            return;

        page.Add("<div class=\"two\">\n");
        foreach (var (line, other) in pictures)
        {
            var (where, measure) = (line.Where, Html.Text(line.Measure));
            var name = where.Length > 0 ? $"{Html.Text(Shown.Upper(where))} <small>by {measure}</small>" : Shown.Upper(measure);
            page.Add($"<div><h3>{name}</h3>{ScalePicture.Of(line, other)}</div>\n");
        }

        page.Add("</div>\n");
    }

    /// <summary>The line of a policy under which the rule has no cuts, as one that is not in force: one outcome, as far as the regions say one.</summary>
    private static ScaleLine Uncut(ScaleLine other, RuleDiff rule, Func<DiffRegion, string> outcome) =>
        other with { Cuts = [], Outcomes = [rule.Regions.Select(outcome).Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : "not cut so"] };

    private void WriteEquivalent()
    {
        string[] same = [.. diff.Rules.Where(r => r.Regions.Count == 0).Select(r => Html.Text(r.Rule.Info.Title))];
        if (diff.IsDifferent && same.Length > 0)
            page.Add($"<p class=\"same\">Equivalent, for every fact: {string.Join(", ", same)}.</p>\n");

        if (TermsOfNone() is { Length: > 0 } terms)
        {
            page.Section(
                "Terms that no rule of these has of its own", "", () => page.Add($"<p class=\"soft\">{string.Join("<br>", terms.Select(Term))}</p>\n"));
        }
    }

    private void WriteLedger()
    {
        page.Add($"<section><details><summary>Every boundary of {Html.Text(diff.New.ToString())} <small>{Shown.Count(@new.Count)}</small></summary>\n");
        page.Table(
            "stack", ["Rule", "Boundary", "Just below", "At", "Just above", "Clause"], [],
            @new.Select(b => (string[])[
                Html.Text(b.Rule.Id), Html.Text(BoundaryOutput.NameOf(b)), Case(b, "below"), Case(b, "at"), Case(b, "above"),
                $"<small>{Html.Text(b.Clause?.ToString() ?? "no clause")}</small>",
            ]));
        page.Add("</details></section>\n");
    }

    private static string Case(PolicyBoundary boundary, string position) =>
        boundary.Cases.FirstOrDefault(c => c.Position == position) is { } one ? Html.Text($"{boundary.Show(one.Value)}: {one.Expected}") : "";

    private IEnumerable<TermChange> TermsOf(RuleDiff rule) => diff.Terms.Where(term => SectionOf(rule) is { } section && IsIn(term, section));

    private TermChange[] TermsOfNone()
    {
        string[] sections = [.. diff.Rules.Where(r => r.Regions.Count > 0).Select(SectionOf).OfType<string>()];
        return [.. diff.Terms.Where(term => !sections.Any(section => IsIn(term, section)))];
    }

    private string? SectionOf(RuleDiff rule) => diff.New.Terms.Rules.FirstOrDefault(d => d.Id == rule.RuleId)?.Section?.Name;

    private static bool IsIn(TermChange term, string section) => term.Path.StartsWith($"{section}.", StringComparison.Ordinal);

    private static string Term(TermChange term) => $"{Html.Path(term.Path)} {Html.Text($"{term.Old} → {term.New}")}";

    private static string Chip(DiffVerdict verdict) =>
        $"<span class=\"chip c-{Color(verdict)}\"><i>{Mark(verdict)}</i>{DiffOutput.Verdict(verdict)}</span>";

    private static string Mark(DiffVerdict verdict) => verdict switch
    {
        DiffVerdict.Stricter => "▼",
        DiffVerdict.Looser => "▲",
        DiffVerdict.Mixed => "◆",
        _ => "=",
    };

    private static Standing Color(DiffVerdict verdict) => verdict switch
    {
        DiffVerdict.Stricter => Standing.Overdue,
        DiffVerdict.Looser => Standing.Met,
        DiffVerdict.Mixed => Standing.AtRisk,
        _ => Standing.NotApplicable,
    };
}
