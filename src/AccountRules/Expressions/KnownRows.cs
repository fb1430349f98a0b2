namespace AccountRules.Expressions;

/// <summary>Of the rows of each fact the newest that is known on a date.</summary>
internal static class KnownRows
{
    /// <summary>Chooses them; the order of the rest is kept.</summary>
    /// <param name="shape">How the facts are read.</param>
    /// <param name="who">What reads them, as a message begins.</param>
    /// <param name="facts">The facts, read once.</param>
    /// <param name="date">The date.</param>
    public static IEnumerable<TFact> Of<TFact>(ShapeReader<TFact> shape, string who, IEnumerable<TFact> facts, DateOnly date)
        where TFact : class => shape.KnownOn is not { } knownOn ? facts : Chosen(Checked(shape, who), knownOn, facts, date);

    /// <summary>The same shape, where it tells which rows are of one fact.</summary>
    /// <exception cref="InvalidOperationException">A mapping leaves out what tells facts apart.</exception>
    public static ShapeReader<TFact> Checked<TFact>(ShapeReader<TFact> shape, string who)
        where TFact : class => shape.TellsApart ? shape : throw new InvalidOperationException(
            $"{who} cannot tell which rows of {typeof(TFact).Name} say one fact anew: its mapping has when they became known, and leaves out "
            + $"{(shape.PartName.Length > 0 ? $"what tells facts apart, such as the {shape.PartName}" : "the start, which tells facts apart")}. "
            + "Map that too, or leave KnownOn out and choose the rows yourself.");

    private static IEnumerable<TFact> Chosen<TFact>(ShapeReader<TFact> shape, Selector<TFact, DateOnly?> knownOn, IEnumerable<TFact> facts, DateOnly date)
        where TFact : class
    {
        var known = new List<(TFact Fact, FactKey? Key, DateOnly? On)>();
        var newest = new Dictionary<FactKey, DateOnly?>();
        foreach (var fact in facts)
        {
            if ((fact is null ? throw new ArgumentException("A fact is null.", nameof(facts)) : knownOn.Of(fact)) is var on && on > date)
                continue;

            var key = shape.IdentityOf(fact);
            known.Add((fact, key, on));
            if (key is { } told && (!newest.TryGetValue(told, out var other) || Nullable.Compare(on, other) > 0))
                newest[told] = on;
        }

        foreach (var (fact, key, on) in known)
        {
            if (key is not { } told || newest[told] == on)
                yield return fact;
        }
    }
}
