using AccountRules.Facts;

namespace AccountRules.Gathering;

/// <summary>Gathers what an account has in a period with what it had in the period before.</summary>
/// <param name="shape">The shape of the facts.</param>
/// <param name="account">The account of a fact; empty for none.</param>
/// <param name="of">The period of a fact.</param>
/// <param name="sum">The part, and what it is divided by, that facts of one account and period make together; there is at least one.</param>
internal sealed class Growths<TFact>(
    FactShape<TFact> shape, Func<TFact, string> account, Func<TFact, Period> of, Func<TFact[], (decimal? Part, decimal? Whole)> sum)
    where TFact : class
{
    /// <summary>
    /// What an account without a fact has in a period of which the data has facts, where that can be told; otherwise there is no row of the period.
    /// </summary>
    public (decimal? Part, decimal? Whole)? WithoutFact { get; init; }

    /// <summary>The currency of a fact's amounts, if they are money.</summary>
    public Func<TFact, string?> CurrencyOf { get; init; } = fact => null;

    /// <summary>Whether anything is said of a row; of all unless given.</summary>
    public Func<Growth, bool> Says { get; init; } = row => true;

    /// <summary>What the terms say of how the rows are made.</summary>
    public string By { get; init; } = "";

    public FactGathering<Growth> Gathering => new FactGathering<Growth>(Rows) { By = By }.From(shape, fact => PeriodPairs.GroupsOf(account(fact), of(fact)));

    private IEnumerable<Growth> Rows(GatheredFacts facts)
    {
        var period = facts.Group.Period!.Value;
        var those = facts.Of<TFact>().ToLookup(fact => of(fact) == period);
        TFact[] now = [.. those[true]], before = [.. those[false]];
        if (now.Length == 0 && (WithoutFact is null || !facts.IsInData(period)))
            return [];

        var (part, whole) = now.Length > 0 ? sum(now) : WithoutFact!.Value;
        var (partBefore, wholeBefore) = before.Length > 0 ? sum(before) : (null, null);
        var row = new Growth
        {
            AccountId = facts.Group.Subject,
            Period = period,
            Part = part,
            Whole = whole,
            HasBefore = before.Length > 0,
            PartBefore = partBefore,
            WholeBefore = wholeBefore,
            Currency = CurrencyOf(now.Length > 0 ? now[0] : before[0]),
            CurrencyBefore = CurrencyOf(before.Length > 0 ? before[0] : now[0]),
        };
        return Says(row) ? [row] : [];
    }
}
