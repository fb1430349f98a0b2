using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>Shows, for people, the assessments most in need of attention of each rule, and totals. It keeps only what it shows.</summary>
internal sealed class TableOutput(AssessmentRequest request, Totals totals, int limit, Terminal terminal) : RowWriter<Assessment>
{
    private readonly Dictionary<string, MostUrgent> kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsStreaming => false;

    /// <inheritdoc/>
    public override void Write(Assessment assessment)
    {
        if (!kept.TryGetValue(assessment.Rule.Id, out var rows))
            kept[assessment.Rule.Id] = rows = new(limit == 0 ? int.MaxValue : limit);

        rows.Add(assessment);
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        using var text = terminal.OutText();
        var console = Screen.On(text, terminal);
        foreach (var rule in totals.Told)
            new RuleSection(rule, kept.GetValueOrDefault(rule.Rule.Id)).Write(console);

        TotalsTable.Write(console, totals, request);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // It writes with what it makes at the end.
    }
}
