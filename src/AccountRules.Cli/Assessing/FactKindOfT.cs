using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <inheritdoc/>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="shape">The shape of the fact.</param>
/// <param name="rules">The rules on it.</param>
internal sealed class FactKind<TFact>(FactShape<TFact> shape, IReadOnlyList<Rule> rules) : FactKind
    where TFact : class
{
    private readonly FactColumns<TFact> columns = new(shape);

    public override string Name => shape.Name;

    public override IReadOnlyList<Column> Columns => columns.All;

    public override void Judge(IEnumerable<FactFile> files, IJudges judges, FactRun run)
    {
        var wanted = rules.Where(run.Wants).Select(rule => run.JudgeOf<TFact>(rule, judges)).ToArray();
        var beside = judges.Beside<TFact>();
        if (wanted.Length == 0 && beside is null)
            return;

        run.Begin(wanted);
        var seen = new SeenFacts(shape, areTakenTogether: Array.Exists(wanted, j => j.TakesFactsTogether));
        var overlaps = Array.Exists(wanted, j => j.Rule.Pays) && shape.HasPeriod ? new PaidTwice(seen) : null;
        var (read, readIdentity) = (columns.Reader(seen.Pooled), columns.IdentityReader());
        foreach (var file in files)
        {
            if (!run.Read(file, Columns, Take))
                TakeUnidentified(subject: null);
        }

        foreach (var judge in wanted)
            judge.Complete();

        if (overlaps?.Remark(shape.Name) is { } remark)
            run.Tell(remark);

        void TakeUnidentified(string? subject)
        {
            foreach (var judge in wanted)
                judge.TakeUnidentified(subject);
        }

        void Take(Row row)
        {
            var fact = read(row);
            if (!row.IsIdentified)
            {
                // The subject of facts that are taken together by something else does not tell whose rows they make.
                TakeUnidentified(row.HasRejected(columns.Subject) || shape.GroupedBy.Count > 0 ? null : shape.KeyOf(fact).Subject);
                return;
            }

            // A row that is rejected claims no identity: the corrected one may follow it.
            if (row.IsRejected)
            {
                var identity = readIdentity.Value(row);
                foreach (var judge in wanted)
                    judge.TakeUnreadable(identity);
            }
            else if (!seen.Add(shape.KeyOf(fact)))
            {
                row.RejectDuplicate();
                foreach (var judge in wanted)
                    judge.TakeAgain(fact);
            }
            else
            {
                overlaps?.Take(shape.KeyOf(fact));
                beside?.Invoke(fact);
                foreach (var judge in wanted)
                    judge.Take(fact);
            }
        }
    }
}
