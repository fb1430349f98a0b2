using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Kinds;

/// <inheritdoc/>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal abstract class FactKind<TFact>(string name, params Column[] columns) : FactKind(name, columns)
    where TFact : class
{
    /// <inheritdoc/>
    public override void Judge(IEnumerable<FactFile> files, Policy policy, IJudges judges, FactRun run)
    {
        var wanted = Judges(policy, judges).Where(j => run.Wants(j.Rule)).ToArray();
        if (wanted.Length == 0)
            return;

        foreach (var judge in wanted)
            run.Begin(judge.Rule);

        foreach (var file in files)
            run.Read(file, Columns, Take);

        foreach (var judge in wanted)
            judge.Complete();

        void Take(Row row)
        {
            var fact = Read(row);
            if (!row.IsIdentified)
                return;

            // A row that is rejected claims no identity: the corrected one may follow it.
            if (row.IsRejected)
                Array.ForEach(wanted, judge => judge.TakeUnreadable(Unmeasured(fact)));
            else if (!IsNew(fact))
                row.RejectDuplicate();
            else
                Array.ForEach(wanted, judge => judge.Take(fact));
        }
    }

    /// <summary>Reads a row, by the indexes of the columns.</summary>
    protected abstract TFact Read(Row row);

    /// <summary>Whether the fact was not there before; it is remembered.</summary>
    protected abstract bool IsNew(TFact fact);

    /// <summary>The fact without what is measured of it, as far as rules over many facts need to know that it is there.</summary>
    protected virtual TFact Unmeasured(TFact fact) => fact;

    /// <summary>The rules on the fact.</summary>
    protected abstract IEnumerable<Judge<TFact>> Judges(Policy policy, IJudges judges);
}
