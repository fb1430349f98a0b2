namespace AccountRules;

/// <summary>A term that is a member of an enumeration, whose members are numbered from 0.</summary>
internal sealed class ChoiceTerm<TTerms, TChoice>(
    string name, string description, Func<TTerms, TChoice> get, Func<TTerms, TChoice, TTerms> with) : Term(name, TermKind.Choice, description)
    where TTerms : class
    where TChoice : struct, Enum
{
    internal override object ValueOf(object terms) => ((IConvertible)get((TTerms)terms)).ToInt32(provider: null);

    internal override object With(object terms, object? value) => with((TTerms)terms, (TChoice)Enum.ToObject(typeof(TChoice), (int)value!));

    private protected override string[] ChoiceNames() => Enum.GetNames<TChoice>();
}
