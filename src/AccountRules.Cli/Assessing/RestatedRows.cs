using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Keeps the rows of a kind of facts that say when they became known until all are read, and then hands on those that count: of each fact the newest that is
/// known. A row that was rejected takes the place of those before it all the same, and one that was rejected for when it became known that of all.
/// </summary>
/// <param name="shape">The shape of the facts.</param>
/// <param name="date">The day as of which they are known; <c>null</c> for now.</param>
internal sealed class RestatedRows<TFact>(FactShape<TFact> shape, DateOnly? date)
    where TFact : class
{
    private const int Always = -1;
    private const int Unknown = int.MaxValue;

    private readonly List<(TFact Fact, FactKey? Key, int On, State State)> rows = [];
    private readonly Dictionary<FactKey, int> newest = [];
    private readonly HashSet<(FactKey Key, int On)> seen = [];

    private enum State
    {
        Read,
        Again,
        Unreadable,
    }

    /// <summary>Whether a row says when it became known.</summary>
    public bool SaysWhen { get; private set; }

    /// <summary>Keeps a fact; <c>false</c> where there was one that became known on the same day.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="on">When it became known; <c>null</c> for always.</param>
    public bool Add(TFact fact, DateOnly? on)
    {
        var day = on?.DayNumber ?? Always;
        var key = KeyOf(fact);
        var isNew = key is not { } told || seen.Add((told, day));
        Keep(fact, key, day, isNew ? State.Read : State.Again);
        return isNew;
    }

    /// <summary>Keeps what is known of a fact whose row was rejected.</summary>
    /// <param name="fact">The fact, without what is measured.</param>
    /// <param name="on">When it became known; <c>null</c> for always.</param>
    /// <param name="isRead">Whether that could be read.</param>
    public void AddUnreadable(TFact fact, DateOnly? on, bool isRead) =>
        Keep(fact, KeyOf(fact), isRead ? on?.DayNumber ?? Always : Unknown, State.Unreadable);

    /// <summary>Whether something that became known on a day is not known yet.</summary>
    /// <param name="on">The day; <c>null</c> for always.</param>
    public bool IsLater(DateOnly? on) => on > date;

    /// <summary>Hands on the rows that count, in their order.</summary>
    /// <param name="take">Takes a fact.</param>
    /// <param name="takeUnreadable">Takes what is known of a fact whose row was rejected.</param>
    /// <returns>How many rows a later one took the place of, and how many are not known yet; a row that was rejected is told already.</returns>
    public (int Superseded, int NotKnown) HandOn(Action<TFact> take, Action<TFact> takeUnreadable)
    {
        var (superseded, notKnown) = (0, 0);
        foreach (var (fact, key, on, state) in rows)
        {
            var isKnown = IsKnown(on);
            if (isKnown && (key is not { } told || newest[told] == on))
                (state == State.Unreadable ? takeUnreadable : take)(fact);
            else if (state == State.Read && isKnown)
                superseded++;
            else if (state == State.Read)
                notKnown++;
        }

        return (superseded, notKnown);
    }

    /// <summary>What there is to say of the rows that do not count; <c>null</c> where all do.</summary>
    /// <param name="left">How many a later one took the place of, and how many are not known yet.</param>
    public string? Remark((int Superseded, int NotKnown) left)
    {
        var superseded = left.Superseded == 1 ? "1 row superseded by a later one" : $"{Shown.Count(left.Superseded)} rows superseded by later ones";
        var rest = $"not known by {date:O}";
        return left switch
        {
            (0, 0) => null,
            (_, 0) => $"{shape.Name}: {superseded}.",
            (0, _) => $"{shape.Name}: {Shown.Count(left.NotKnown)} {(left.NotKnown == 1 ? "row" : "rows")} {rest}.",
            _ => $"{shape.Name}: {superseded}, {Shown.Count(left.NotKnown)} {rest}.",
        };
    }

    private bool IsKnown(int on) => on == Unknown || date is null || on <= date.Value.DayNumber;

    private FactKey? KeyOf(TFact fact) => shape.KeyOf(fact) is var key && shape.HasStart && key.StartedOn is null ? (FactKey?)null : key;

    private void Keep(TFact fact, FactKey? key, int on, State state)
    {
        SaysWhen |= on != Always;
        rows.Add((fact, key, on, state));
        if (key is { } told && IsKnown(on))
            newest[told] = newest.TryGetValue(told, out var other) ? Math.Max(on, other) : on;
    }
}
