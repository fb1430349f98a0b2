namespace AccountRules;

/// <summary>
/// The shape of a fact: what its files are called and which columns they may leave out, what tells one fact from another, and which account and period it
/// belongs to. Rules, monitor, agenda, command line and adapters go by it. Immutable and safe for use by many threads.
/// </summary>
public abstract class FactShape
{
    private protected FactShape()
    {
    }

    /// <summary>The type of the fact.</summary>
    public abstract Type FactType { get; }

    /// <summary>The name of its files without extension, such as <c>fte-orders</c>; empty where it is read from none.</summary>
    public string Name { get; init; } = "";

    /// <summary>What <see cref="FactShape{TFact}.Part"/> is called, such as <c>KPI</c>; empty where there is none.</summary>
    public string PartName { get; init; } = "";

    /// <summary>
    /// The properties whose columns a file may leave out altogether. A column that is there may be blank, unless it tells facts apart, or its
    /// value, such as a period, cannot be <c>null</c>.
    /// </summary>
    public IReadOnlyList<string> OptionalColumns { get; init; } = [];

    /// <summary>
    /// The properties, beside those that tell facts apart, by which rules take facts together, such as the account and the period of a response to a survey: of
    /// a row in which one of them cannot be read it is not known where it belongs. None unless given.
    /// </summary>
    public IReadOnlyList<string> GroupedBy { get; init; } = [];

    /// <summary>Whether the facts are of periods.</summary>
    public abstract bool HasPeriod { get; }

    /// <summary>Whether the facts may name the currency of their money.</summary>
    public abstract bool HasCurrency { get; }

    /// <summary>Whether the subject of the facts is the account itself.</summary>
    public abstract bool IsOfAccounts { get; }

    /// <summary>Whether a date tells the facts of a subject apart.</summary>
    public abstract bool HasStart { get; }

    /// <summary>
    /// The property that says when a row became known; <c>null</c> where none does. Its column may be left out of a file without being named in
    /// <see cref="OptionalColumns"/>.
    /// </summary>
    public abstract string? KnownOnColumn { get; }

    /// <summary>The properties that together tell one fact from another: no two facts agree in them. The subject's is the first.</summary>
    public abstract IReadOnlyList<string> Identity { get; }
}
