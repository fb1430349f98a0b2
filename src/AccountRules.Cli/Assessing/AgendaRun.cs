using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Assessing;

/// <summary>Puts the facts of all files on an agenda, and writes it.</summary>
internal sealed class AgendaRun(AgendaRequest request, RowWriter<IGrouping<string, AgendaEntry>> writer, Terminal terminal) : IJudges
{
    private Agenda agenda = new(request.AsOf, request.Days);
    private AbsenceRows? absences;

    /// <summary>Takes in the facts of all files, and writes the agenda.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Run(IReadOnlyList<FactFile> files)
    {
        var facts = new FactRun(request.Policy, request.Rules, this, terminal, showsProgress: true);
        agenda = new(request.AsOf, request.Days) { Waivers = facts.TakeWaivers(files) };
        absences = facts.TakeAbsences(files);
        var code = facts.Take(files);
        foreach (var group in request.Groups(agenda))
        {
            facts.StopIfAsked();
            writer.Write(group);
        }

        writer.Unread = facts.Unread;
        writer.Complete();
        facts.Remark();
        foreach (var remark in new WaiverUse(agenda.Waivers, request.Rules, request.AsOf).Dated(agenda.Until))
            terminal.Say(remark);

        return code;
    }

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, agenda.Collect(rule), takesFactsTogether: false);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, agenda.Collect(AbsenceRows.Over(rule, absences)), takesFactsTogether: true);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => new AllFacts<TFact>(rule, agenda.CollectTrack(rule), takesFactsTogether: true);

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => new GatheredJudge<TRow>(rule, agenda.Collect(rule));
}
