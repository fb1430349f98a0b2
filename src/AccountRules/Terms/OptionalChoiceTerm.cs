namespace AccountRules;

/// <summary>One of a few names, or none: a member of an enumeration, whose members are numbered from 0.</summary>
internal sealed class OptionalChoiceTerm<TTerms, TChoice> : Term
    where TTerms : class
    where TChoice : struct, Enum
{
    private readonly Func<TTerms, TChoice?> get;
    private readonly Func<TTerms, TChoice?, TTerms> with;

    public OptionalChoiceTerm(string name, string description, Func<TTerms, TChoice?> get, Func<TTerms, TChoice?, TTerms> with)
        : base(name, TermKind.Choice, description) => (this.get, this.with, IsOptional) = (get, with, true);

    internal override object? ValueOf(object terms) => get((TTerms)terms) is { } choice ? ((IConvertible)choice).ToInt32(provider: null) : null;

    internal override object With(object terms, object? value) =>
        with((TTerms)terms, value is int number ? (TChoice)Enum.ToObject(typeof(TChoice), number) : null);

    private protected override string[] ChoiceNames() => Enum.GetNames<TChoice>();
}
