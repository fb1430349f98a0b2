using System.Linq.Expressions;
using AccountRules.Facts;
using AccountRules.Trees;

namespace AccountRules.Catalogue;

/// <summary>
/// The terms of <c>registry-closure</c>: a Master Action Registry item is closed within 30 to 60 days of being added, with a focus on the Q2 and Q3
/// registries (expectations 4). Immutable; equal by value.
/// </summary>
/// <param name="TargetDays">The last day on which closing an item is on target; the day itself is in.</param>
/// <param name="LimitDays">The last day on which closing an item is within the window; the day itself is in.</param>
/// <param name="FocusQuarters">The quarters, 1 to 4, whose items are in focus; quarters 2 and 3 unless given.</param>
/// <param name="FiscalYearStartMonth">The month in which quarter 1 begins.</param>
public sealed record RegistryClosureTerms(int TargetDays = 30, int LimitDays = 60, IReadOnlyList<int>? FocusQuarters = null, int FiscalYearStartMonth = 1) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(TargetDays), TermKind.Whole, "The last day, counted from adding the item, on which closing it is on target.", min: 0, max: 3660),
        new(nameof(LimitDays), TermKind.Whole, "The last day on which closing it is within the window; above targetDays.", min: 1, max: 3660),
        new(nameof(FiscalYearStartMonth), TermKind.Whole, "The month, 1 to 12, in which quarter 1 begins.", min: 1, max: 12),
        new(nameof(FocusQuarters), TermKind.Whole, "The quarters whose items are in focus.", isList: true, min: 1, max: 4),
    ];

    /// <summary>The quarters, 1 to 4, whose items are in focus.</summary>
    public IReadOnlyList<int> FocusQuarters { get; init => field = [.. value]; } = FocusQuarters is not null ? [.. FocusQuarters] : [2, 3];

    /// <summary>Whether both have the same terms.</summary>
    /// <param name="other">The terms to compare with.</param>
    public bool Equals(RegistryClosureTerms? other) => other is not null && TargetDays == other.TargetDays && LimitDays == other.LimitDays
        && FiscalYearStartMonth == other.FiscalYearStartMonth && FocusQuarters.SequenceEqual(other.FocusQuarters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TargetDays, LimitDays, FiscalYearStartMonth, FocusQuarters.Count);

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [TargetDays, LimitDays, FiscalYearStartMonth, FocusQuarters];

    ITerms ITerms.With(object?[] values) => new RegistryClosureTerms((int)values[0]!, (int)values[1]!, Term.List<int>(values[3]), (int)values[2]!);

    void ITerms.Check(PolicyTerms policy, List<TermProblem> problems)
    {
        if (LimitDays <= TargetDays)
            problems.Add(TermProblem.Beside("limitDays", LimitDays, "above", "targetDays", TargetDays));

        for (var i = 1; i < FocusQuarters.Count; i++)
        {
            if (IsRepeated(i))
                problems.Add(new($"focusQuarters[{i}]", $"{FocusQuarters[i]} again", "each quarter once"));
        }
    }

    private bool IsRepeated(int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (FocusQuarters[i] == FocusQuarters[index])
                return true;
        }

        return false;
    }

    internal DeadlineRule<RegistryItem> Rule(PolicyTerms policy) => new(
        new RuleInfo("registry-closure")
        {
            Title = "Registry closure",
            Says = "A Master Action Registry item is closed within 30 to 60 days of being added, with a focus on closing the Q2 and Q3 registries on time.",
            Reading = "30 days are the target and 60 the limit; both days themselves are in. Items added in a focus quarter carry the focus mark.",
            Noun = "Registry item",
            Citation = new("expectations", "4"),
            PolicyVersion = policy.Version,
        },
        Measure.Days<RegistryItem>(i => i.AddedOn, i => i.ClosedOn),
        new Scale(
            Band.Lowest("OnTarget", Standing.Met).Open(Standing.OnTrack),
            Band.Above(TargetDays, "WithinWindow", Standing.Met).Open(Standing.AtRisk),
            Band.Above(LimitDays, "Breach", Standing.Late).Open(Standing.Overdue)),
        new Facets<RegistryItem>(i => i.ItemId) { Account = i => i.AccountId, Focus = AddedInFocus() });

    /// <summary><c>i.AddedOn.Value.Month</c> is one of the focus quarters' months, written out so that any LINQ provider takes it.</summary>
    private Expression<Func<RegistryItem, bool>> AddedInFocus()
    {
        Expression<Func<RegistryItem, DateOnly?>> added = i => i.AddedOn;
        var month = Expression.Property(Tree.ValueOf(added.Body), nameof(DateOnly.Month));
        var isInFocus = Enumerable.Range(1, 12)
            .Where(m => FocusQuarters.Contains((m - FiscalYearStartMonth + 12) % 12 / 3 + 1))
            .Select(m => (Expression)Expression.Equal(month, Expression.Constant(m)))
            .Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        return Expression.Lambda<Func<RegistryItem, bool>>(Expression.AndAlso(Expression.Not(Tree.IsNull(added.Body)), isInFocus), added.Parameters);
    }
}
