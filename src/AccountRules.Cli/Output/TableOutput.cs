using AccountRules.Cli.Assessing;
using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>Shows, for people, the assessments most in need of attention of each rule, and totals. It keeps only what it shows.</summary>
internal sealed class TableOutput(AssessmentRequest request, Totals totals, int limit, Terminal terminal) : AssessmentWriter
{
    /// <summary>Wide enough that no line of the sample data is broken.</summary>
    private const int WidthWithoutScreen = 160;

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
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsOutScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal is { IsOutScreen: true, AllowsColor: true } ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = terminal.Width ?? WidthWithoutScreen;
        console.Profile.Capabilities.Unicode = true;
        foreach (var rule in totals.Rules)
            new RuleSection(rule, kept.GetValueOrDefault(rule.Rule.Id)).Write(console);

        TotalsTable.Write(console, totals, request);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // It writes with what it makes at the end.
    }
}
