using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;
using AccountRules.Facts;

namespace AccountRules.Cli.Assessing;

/// <summary>Assesses the facts of all files, writes row by row, and counts.</summary>
internal sealed class AssessmentRun(AssessmentRequest request, Totals totals, RowWriter<Assessment> writer, Terminal terminal) : IJudges
{
    /// <summary>So many bytes of files are read while a table is made ready; a longer run is no shorter for it, and takes more processor time.</summary>
    private const long ShortRun = 8 << 20;

    private FactRun? facts;
    private WaiverUse? waivers;
    private readonly HashSet<string> counted = new(StringComparer.Ordinal);
    private AbsenceRows? absences;

    /// <summary>What is wrong with files and their rows.</summary>
    public IReadOnlyList<Finding> Findings => facts?.Findings ?? [];

    /// <summary>Assesses the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Assess(IReadOnlyList<FactFile> files)
    {
        facts = new FactRun(request.Policy, request.Rules, this, terminal, showsProgress: !(writer.IsStreaming && terminal.IsOutScreen));
        terminal.Ahead?.Do(() => CompiledAhead.Compile(facts.AtWork.Where(facts.IsAskedFor), files, request.AsOf));
        if (writer is TableOutput && files.Sum(file => file.Length) < ShortRun)
            terminal.Ahead?.Do(() => TableOutput.WriteOne(request));

        waivers = new(facts.TakeWaivers(files), request.Rules, request.AsOf);
        absences = facts.TakeAbsences(files);
        var code = facts.Take(files);
        writer.Unread = facts.Unread;
        writer.Complete();
        if (totals.Count > 0 && totals.Of(Standing.NotApplicable) == totals.Count)
        {
            var later = request.Policy.InForceFrom is { } first ? $"later, or before {first:O}, from which the policy is in force" : "later";
            terminal.Say(
                $"Nothing had begun by {request.AsOf:O}: "
                + (facts.TakenRows == 1 ? $"the one fact starts {later}." : $"all {Shown.Count(facts.TakenRows)} facts start {later}."));
        }

        foreach (var empty in totals.Rules.Where(r => request.Rules.Contains(r.Rule.Id) && r.Count == 0 && facts.TakenRows > 0))
            terminal.Say($"{empty.Rule.Id}: has no row, since none of the facts says what it takes; `accountrules policy show` has its reading.");

        facts.Remark();
        foreach (var remark in request.Reference?.Remarks ?? [])
            terminal.Say(remark);

        if (request.Reference is { IsDifferent: true } && code is ExitCode.Done or ExitCode.RowsRejected)
            code = ExitCode.NotProven;

        foreach (var remark in waivers.Remarks())
            terminal.Say(remark);

        if (counted.Count > 0 && absences?.Unmatched(counted) is { } unmatched)
            terminal.Say(unmatched);

        return request.FailOn.Count > 0 ? FailedOn(code, facts.RejectedRows) : code;
    }

    private ExitCode FailedOn(ExitCode code, long rejectedRows)
    {
        foreach (var waived in request.FailOn.Order().Where(s => totals.Waived(s) > 0))
            terminal.Say($"{waived} is waived {Times(totals.Waived(waived))}, which --fail-on leaves out.");

        var occurring = request.FailOn.Order().Select(s => (Standing: s, Count: totals.Of(s) - totals.Waived(s)))
            .Where(s => s.Count > 0).Select(s => $"{s.Standing} occurs {Times(s.Count)} (--fail-on)").ToArray();
        if (occurring.Length == 0)
            return code;

        var rejected = rejectedRows > 0 ? $"{Shown.Count(rejectedRows)} {(rejectedRows == 1 ? "row" : "rows")} rejected; " : "";
        terminal.Say($"{rejected}{string.Join(", ", occurring)}.");
        return code is ExitCode.Done or ExitCode.RowsRejected or ExitCode.NotProven ? ExitCode.StandingOccurs : code;
    }

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => new EachFact<TFact>(rule, request.AsOf, Emit, totals.LeaveOut, request.Reference is { } check ? check.Take : null);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class
    {
        var excusing = AbsenceRows.Over(rule, absences);
        return Of(excusing, excusing.Collect(request.AsOf));
    }

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => Of(rule, rule.CollectTrack(request.AsOf, keepsFacts: request.KeepsFacts));

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        var collector = rule.Collect(request.AsOf);
        return Together(rule, collector.Assess, complete => new GatheredJudge<TRow>(rule, collector, complete));
    }

    /// <summary>A rule begins its work: it has a place in the totals even where no fact comes.</summary>
    /// <param name="rule">The rule.</param>
    public void Begin(Rule rule) => totals.Begin(rule);

    private Judge Of<TFact>(Rule rule, Collector<TFact> collector)
        where TFact : class => Together(
            rule, collector.Assess, complete => new AllFacts<TFact>(rule, collector.Add, collector.AddUnreadable, complete: complete));

    /// <summary>A rule on facts that are taken together; where they are compared, the facts are kept and the assessments stand side by side.</summary>
    private Judge Together(Rule rule, Func<IEnumerable<Assessment>> assess, Func<Action, Judge> judgeThat)
    {
        if (request.Reference is not { } check)
            return judgeThat(() => EmitAll(assess()));

        var kept = new KeptFacts();
        return kept.Before(judgeThat(() =>
        {
            Assessment[] all = [.. assess()];
            check.TakeAll(rule, kept, absences, all);
            EmitAll(all);
        }));
    }

    private void EmitAll(IEnumerable<Assessment> assessments)
    {
        foreach (var assessment in assessments)
            Emit(assessment);
    }

    private static string Times(long count) => count == 1 ? "once" : $"{Shown.Count(count)} times";

    private void Emit(Assessment judged)
    {
        facts!.StopIfAsked();
        var assessment = waivers!.Over(judged);
        totals.Add(assessment);
        if (absences is not null && assessment.Rule is RollUpRule<KpiResult>)
            counted.Add(assessment.Subject);

        if (request.Shows(assessment))
            writer.Write(assessment);
    }
}
