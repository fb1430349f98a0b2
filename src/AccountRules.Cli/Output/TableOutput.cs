using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>
/// Shows, for people, a summary and what needs attention or, on request, a table of each rule with the assessments most in need of it. It keeps only what it
/// shows.
/// </summary>
/// <param name="request">What was asked for.</param>
/// <param name="totals">Has the counts when all is assessed.</param>
/// <param name="limit">How many rows the table of a rule shows, 0 for all; <c>null</c> for no tables.</param>
/// <param name="isMarkdown">Whether it is written in Markdown.</param>
/// <param name="terminal">Where it runs.</param>
internal sealed class TableOutput(AssessmentRequest request, Totals totals, int? limit, bool isMarkdown, Terminal terminal)
    : RowWriter<Assessment>
{
    private readonly Dictionary<string, MostUrgent> tables = new(StringComparer.Ordinal);
    private (Rule? Rule, Action<Assessment> Add) last;
    private readonly Dictionary<string, Attention> attention = new(StringComparer.Ordinal);

    /// <summary>Writes one for nobody, of an order of which nothing is known, so that what it is written with is compiled.</summary>
    /// <param name="request">What was asked for.</param>
    public static void WriteOne(AssessmentRequest request)
    {
        var (rule, totals) = (request.Policy.FteFulfillment, new Totals());
        totals.Begin(rule);
        using var table = new TableOutput(request, totals, limit: null, isMarkdown: false, new(Stream.Null, TextWriter.Null));
        var unknown = rule.Assess(new() { OrderId = "", OrderedOn = null }, request.AsOf);
        totals.Add(unknown);
        table.Write(unknown);
        table.Complete();
    }

    /// <inheritdoc/>
    public override bool IsStreaming => false;

    /// <inheritdoc/>
    public override void Write(Assessment assessment)
    {
        if (!ReferenceEquals(assessment.Rule, last.Rule))
            last = (assessment.Rule, TakerOf(assessment.Rule.Id));

        last.Add(assessment);
    }

    private Action<Assessment> TakerOf(string id) => limit is { } most
        ? (tables.TryGetValue(id, out var rows) ? rows : tables[id] = new(most == 0 ? int.MaxValue : most)).Add
        : (attention.TryGetValue(id, out var urgent) ? urgent : attention[id] = new(request.AsOf, AttentionList.Most)).Add;

    /// <inheritdoc/>
    public override void Complete()
    {
        using var text = terminal.OutText();
        var page = isMarkdown ? Page.Markdown(text) : Page.On(text, terminal);
        RuleTotals[] rules =
            [.. request.Policy.Rules.Join(totals.Told, rule => rule.Id, rule => rule.Rule.Id, (_, rule) => rule, StringComparer.Ordinal)];
        SummaryTable.Write(page, rules, request, Unread);
        if (limit is null)
        {
            AttentionList.Write(
                page, [.. rules.Where(r => attention.ContainsKey(r.Rule.Id)).Select(r => attention[r.Rule.Id].Rows()).Where(rows => rows.Count > 0)]);
            return;
        }

        foreach (var rule in rules)
            new RuleSection(rule, tables.GetValueOrDefault(rule.Rule.Id)).Write(page);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // It writes with what it makes at the end.
    }
}
