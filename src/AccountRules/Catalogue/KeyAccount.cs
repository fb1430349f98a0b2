using AccountRules.Facts;

namespace AccountRules.Catalogue;

/// <summary>
/// The terms of <c>key-account</c>: an account becomes a key account when its revenue crosses a threshold, and joins or leaves the portfolio on that
/// revenue (key-account-manager, KPIs). The document states no amount, so the entry threshold has no default. Immutable; equal by value.
/// </summary>
/// <param name="EntryThreshold">The revenue in a period from which on an account is a key account; the amount itself is.</param>
/// <param name="ExitThreshold">The revenue in a period below which a key account leaves; the amount itself stays. The entry threshold unless given.</param>
public sealed record KeyAccountTerms(decimal? EntryThreshold = null, decimal? ExitThreshold = null) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(EntryThreshold), TermKind.Number, "The revenue in a period from which on an account is a key account. The document states no amount: there is no default.", isOptional: true, min: 0, isAboveMin: true),
        new(nameof(ExitThreshold), TermKind.Number, "The revenue in a period below which a key account leaves; at most entryThreshold, which it is unless given.", isOptional: true, min: 0, isAboveMin: true),
    ];

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [EntryThreshold, ExitThreshold];

    ITerms ITerms.With(object?[] values) => new KeyAccountTerms((decimal?)values[0], (decimal?)values[1]);

    void ITerms.Check(PolicyTerms policy, List<TermProblem> problems)
    {
        if (ExitThreshold is { } exit && EntryThreshold is null)
            problems.Add(new("exitThreshold", Texts.Number(exit), "an entryThreshold beside it; add entryThreshold", DependsOn: "entryThreshold"));

        if (ExitThreshold > EntryThreshold)
            problems.Add(TermProblem.Beside("exitThreshold", ExitThreshold.Value, "at most", "entryThreshold", EntryThreshold.Value));
    }

    internal LifecycleRule<AccountRevenue> Rule(PolicyTerms policy)
    {
        var (entry, exit) = (EntryThreshold ?? 0, ExitThreshold ?? EntryThreshold ?? 0);
        return new(
            new RuleInfo("key-account")
            {
                Title = "Key accounts",
                Says = "An account becomes a key account when its revenue crosses a threshold, and joins or leaves the KAM portfolio on that revenue.",
                Reading = "Key from the entry threshold on, until revenue is below the exit threshold. An account without a row in a period had revenue 0 then. "
                    + "In the first period of the data a key account has stayed. The document states no amount, so without an entryThreshold every account is undetermined.",
                Noun = "Account",
                Citation = new("key-account-manager", "KPIs"),
                PolicyVersion = policy.Version,
            },
            new Lifecycle<AccountRevenue>(
                [
                    new("Standard", Standing.Graded, $"has revenue {{value}}: Standard, Key from {Texts.Number(entry)}"),
                    new("Key", Standing.Graded, $"has revenue {{value}}: Key, from {Texts.Number(entry)} until below {Texts.Number(exit)}"),
                ],
                [
                    new("Standard", (r, asOf) => r.Revenue!.Value >= entry, "Key"),
                    new("Key", (r, asOf) => r.Revenue!.Value < exit, "Standard"),
                ])
            {
                Guards = EntryThreshold is null
                    ? [((r, asOf) => true, Cause.NoThreshold)]
                    : [((r, asOf) => r.Revenue == null, Cause.NoAmount)],
            },
            new Facets<AccountRevenue>(r => r.AccountId) { Account = r => r.AccountId, Period = r => r.Period },
            Measure.Amount<AccountRevenue>(r => r.Revenue));
    }
}
