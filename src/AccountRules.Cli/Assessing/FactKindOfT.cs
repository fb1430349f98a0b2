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

    public override void Judge(IReadOnlyList<FactFile> files, IJudges judges, FactRun run)
    {
        var wanted = rules.Where(run.Wants).Select(rule => run.JudgeOf<TFact>(rule, judges)).ToArray();
        var beside = judges.Beside<TFact>();
        if (wanted.Length == 0 && beside is null)
            return;

        run.Begin(wanted);
        var seen = new SeenFacts(shape, areTakenTogether: Array.Exists(wanted, j => j.TakesFactsTogether));
        var overlaps = Array.Exists(wanted, j => j.Rule.Pays) && shape.HasPeriod ? new PaidTwice(seen) : null;
        var readIdentity = columns.IdentityReader();
        var (there, read) = (0UL, (Func<Row, TFact>?)null);
        var (knownOn, knownOnColumn) = (new Lazy<Func<TFact, DateOnly?>>(() => shape.KnownOn!.Compile()), columns.KnownOn);
        var restated = IsRestated(files) ? new RestatedRows<TFact>(shape, files[0].KnownOn) : null;
        var takesUnreadable = Array.Exists(wanted, j => j.TakesUnreadable);
        var uncorrected = new Dictionary<FactKey, TFact>();
        foreach (var file in files)
        {
            if (!run.Read(file, Columns, Take))
                TakeUnidentified(subject: null);
        }

        foreach (var identity in uncorrected.Values)
            TakeUnreadable(identity);

        if (restated is not null)
            run.LeaveOut(restated, restated.HandOn(fact => Accept(fact), TakeUnreadable));

        foreach (var judge in wanted)
            judge.Complete();

        if (overlaps?.Remark(shape.Name) is { } remark)
            run.Tell(remark);

        void TakeUnidentified(string? subject)
        {
            foreach (var judge in wanted)
                judge.TakeUnidentified(subject);
        }

        void TakeUnreadable(TFact identity)
        {
            foreach (var judge in wanted)
                judge.TakeUnreadable(identity);
        }

        void Take(Row row)
        {
            if (read is null || row.There != there)
                (there, read) = (row.There, columns.Reader(seen.Pooled, row.There));

            var fact = read(row);
            var known = knownOnColumn >= 0 && (row.There & (1UL << knownOnColumn)) != 0 ? knownOn.Value(fact) : null;
            if (restated is null && (known is not null || (knownOnColumn >= 0 && row.HasRejected(knownOnColumn))))
                throw Unforeseen();

            if (!row.IsIdentified || !row.IsInPlace(columns.Subject))
            {
                // The subject of facts that are taken together by something else does not tell whose rows they make.
                if (restated?.IsLater(known) != true || !row.HasRead(knownOnColumn))
                {
                    var isNamed = row.IsInPlace(columns.Subject) && !row.HasRejected(columns.Subject) && shape.GroupedBy.Count == 0;
                    TakeUnidentified(isNamed ? shape.KeyOf(fact).Subject : null);
                }
            }
            else if (row.IsRejected)
            {
                // A row that is rejected claims no identity: the corrected one may follow it, and is then the fact.
                if (!takesUnreadable && restated is null)
                    return;

                var identity = readIdentity.Value(row);
                if (restated is null && shape.KeyOf(identity) is var key)
                {
                    if (seen.Has(key) || (shape.HasStart && key.StartedOn is null))
                        TakeUnreadable(identity);
                    else
                        uncorrected.TryAdd(key, identity);
                }
                else
                {
                    restated!.AddUnreadable(identity, known, row.HasRead(knownOnColumn));
                }
            }
            else if (!(restated?.Add(fact, known) ?? Accept(fact)))
            {
                row.RejectDuplicate(known is null ? -1 : knownOnColumn);
            }
        }

        bool Accept(TFact fact)
        {
            var isNew = seen.Add(shape.KeyOf(fact));
            if (isNew)
            {
                uncorrected.Remove(shape.KeyOf(fact));
                overlaps?.Take(shape.KeyOf(fact));
                beside?.Invoke(fact);
            }

            foreach (var judge in wanted)
            {
                if (isNew)
                    judge.Take(fact);
                else
                    judge.TakeAgain(fact);
            }

            return isNew;
        }
    }

    /// <summary>Whether rows may say when they became known, so that they are kept until all are read.</summary>
    private bool IsRestated(IReadOnlyList<FactFile> files) =>
        shape.KnownOnColumn is { } name && files.Any(file => file.KnownOn is not null || KnownColumn.IsIn(file, name) == true);

    private FileFailedException Unforeseen() => new(
        $"has {shape.KnownOnColumn}, and cannot be looked through before it is read, as from a pipe; "
        + "write it to a file and give that, or say with --known-on as of which day, and nothing from there on is read");
}
