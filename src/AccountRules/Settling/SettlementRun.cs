using AccountRules.Wording;

namespace AccountRules;

/// <summary>One run: the facts of now beside what stands settled.</summary>
internal sealed class SettlementRun(SettlementLedger ledger, DateOnly settledOn, SettlementScope scope)
{
    private readonly Dictionary<SettlementKey, AssessmentRecord> facts = [];
    private readonly List<SettlementLeftOut> leftOut = [];
    private readonly HashSet<SettlementKey> twice = [];

    public Settlement Of(IEnumerable<AssessmentRecord> now)
    {
        foreach (var record in now)
            Take(record ?? throw new ArgumentException("One of the assessments is null: leave it out.", nameof(now)));

        if (twice.Count > 0)
        {
            throw new SettlementException("What is assessed now", [.. Sorted(twice, key => key).Select(key => new SettlementProblem(
                Line: null, $"{key} is there more than once, and nothing says which counts: assess with AssessOnce, or hand it in once."))]);
        }

        var gone = ledger.Last.Values.Where(line => line.After is not null && !facts.ContainsKey(line.Key))
            .ToLookup(line => scope.Holds(line.Key, line.After!.Currency));
        SettlementLine[] lines = [.. Sorted(facts.Select(fact => Line(fact.Key, fact.Value)).Concat(gone[true].Select(Line)), line => line.Key)];
        CheckCurrency(lines.SelectMany(line => new[] { line.Before, line.After }));
        if (scope.Currency is null)
            CheckCurrency(ledger.Last.Values.Select(line => line.After).Concat(lines.Select(line => line.After)));

        return new(ledger.With(lines), lines, leftOut, gone[false].Where(line => scope.IsOf(line.After!.Currency)));
    }

    /// <summary>What stands settled is totalled too, so that without a currency in the scope all of it is of one.</summary>
    private static void CheckCurrency(IEnumerable<SettledOutcome?> outcomes)
    {
        string[] named =
        [
            .. outcomes.Where(outcome => outcome?.Payable is not null).Select(outcome => outcome!.Currency).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal).Select(currency => currency is null ? "no named currency" : Visible.Text(currency)),
        ];
        if (named.Length > 1)
        {
            throw new SettlementException("What is assessed now", [new(
                Line: null,
                $"The amounts are in {Texts.Listed(named)}: settle one currency after the other, by the currency of the scope; "
                + "a fact that is paid in another than before is withdrawn in the one first.")]);
        }
    }

    private void Take(AssessmentRecord record)
    {
        var key = SettlementKey.Of(record);
        Ids.Checked(record.Subject, nameof(record));
        // What cannot be settled now stays in the currency in which it stands settled.
        var settled = ledger.Settled(key)?.Currency;
        if (!scope.Holds(key, SettledOutcome.CanBe(record) ? record.Currency : settled ?? record.Currency))
            leftOut.Add(new(record.RuleId, key.Fact, SettlementLeftOut.OutOfScope));
        else if (Is(record, Cause.NotAsked))
            leftOut.Add(new(record.RuleId, key.Fact, Cause.NotAsked.Code));
        else if (!facts.TryAdd(key, record))
            TakeAgain(key, facts[key], record);
    }

    /// <summary>Of rows of one fact, one that is marked as a duplicate gives way to the other; facts that nothing tells apart are held as one.</summary>
    private void TakeAgain(SettlementKey key, AssessmentRecord first, AssessmentRecord again)
    {
        if (Is(first, Cause.Duplicate))
            facts[key] = again;
        else if (!Is(again, Cause.Duplicate) && (SettledOutcome.CanBe(first) || SettledOutcome.CanBe(again)))
            twice.Add(key);

        leftOut.Add(new(key.RuleId, key.Fact, Cause.Duplicate.Code));
    }

    private SettlementLine Line(SettlementKey key, AssessmentRecord now)
    {
        var before = ledger.Settled(key);
        var canBe = SettledOutcome.CanBe(now);
        var after = canBe ? SettledOutcome.Of(now) : before;
        return new()
        {
            RuleId = key.RuleId,
            Subject = now.Subject,
            Account = now.Account,
            Period = now.Period,
            Part = now.Part,
            StartedOn = now.StartedOn,
            SettledOn = settledOn,
            Kind = !canBe ? SettlementKind.Held
                : before is null ? SettlementKind.New
                : before.SettlesAs(after!) ? SettlementKind.Unchanged : SettlementKind.Corrected,
            Before = before,
            After = after,
            Difference = LedgerCheck.Difference(before, after),
            Cause = canBe ? null : now.Cause ?? "Provisional",
            Reason = now.Reason,
        };
    }

    /// <summary>Of a fact that is not among those of now.</summary>
    private SettlementLine Line(SettlementLine settled)
    {
        var isHeld = scope.MayBeUnreadable(settled.Key);
        var after = isHeld ? settled.After : null;
        return settled with
        {
            SettledOn = settledOn,
            Kind = isHeld ? SettlementKind.Held : SettlementKind.Withdrawn,
            Before = settled.After,
            After = after,
            Difference = LedgerCheck.Difference(settled.After, after),
            Cause = isHeld ? Cause.Unreadable.Code : null,
            Reason = isHeld ? $"{settled.Key.Fact} {Cause.Unreadable.Words}." : $"{settled.Key.Fact} was settled, and is not among the facts of this run.",
        };
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<T> all, Func<T, SettlementKey> key) =>
        all.OrderBy(one => key(one).RuleId, StringComparer.Ordinal).ThenBy(one => key(one).Fact);

    private static bool Is(AssessmentRecord record, Cause cause) => string.Equals(record.Cause, cause.Code, StringComparison.Ordinal);
}
