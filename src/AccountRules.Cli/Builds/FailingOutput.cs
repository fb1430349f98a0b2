using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Builds;

/// <summary>
/// Makes findings of assessments: of each rule and each standing that fails the build whether some fact has it, and which are the worst. It keeps only these.
/// </summary>
/// <param name="failOn">The standings.</param>
/// <param name="totals">Has the rules when all is assessed.</param>
internal sealed class FailingOutput(IReadOnlySet<Standing> failOn, Totals totals) : RowWriter<Assessment>
{
    private const int MostTold = 10;
    private readonly Dictionary<(string Rule, Standing Standing), MostUrgent> failing = [];

    /// <inheritdoc/>
    public override bool IsStreaming => false;

    /// <summary>The findings, in the order of the rules.</summary>
    public IEnumerable<Finding> Findings => totals.Told.SelectMany(rule => failOn.Order().Select(standing => Of(rule.Rule, standing)));

    /// <inheritdoc/>
    public override void Write(Assessment assessment)
    {
        if (assessment.Waiver is not null || !failOn.Contains(assessment.Standing))
            return;

        var key = (assessment.Rule.Id, assessment.Standing);
        (failing.TryGetValue(key, out var rows) ? rows : failing[key] = new(MostTold)).Add(assessment);
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        // The findings are asked for when the files have been told too.
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // Nothing is open.
    }

    private Finding Of(Rule rule, Standing standing)
    {
        var asked = FindingRule.Of(rule);
        if (!failing.TryGetValue((rule.Id, standing), out var rows))
            return new(asked, FindingKind.Passed, $"none {standing}", "");

        Assessment[] worst = [.. rows.All()];
        var more = rows.Count > worst.Length ? $" {Shown.Count(rows.Count - worst.Length)} more." : "";
        return new(
            asked, FindingKind.Failure, $"none {standing}",
            $"{ReportView.Counted(rows.Count, "fact")} {(rows.Count == 1 ? "is" : "are")} {standing}. {string.Join(" ", worst.Select(a => a.Reason))}{more}");
    }
}
