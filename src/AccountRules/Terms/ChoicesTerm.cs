namespace AccountRules;

/// <summary>A list of members of an enumeration, whose members are numbered from 0.</summary>
internal sealed class ChoicesTerm<TTerms, TChoice>(
    string name, string description, Func<TTerms, TermList<TChoice>> get, Func<TTerms, TermList<TChoice>, TTerms> with)
    : Term(name, TermKind.Choice, description)
    where TTerms : class
    where TChoice : struct, Enum
{
    internal override object ValueOf(object terms) => TermList.Of([.. get((TTerms)terms).Select(choice => ((IConvertible)choice).ToInt32(provider: null))]);

    internal override object With(object terms, object? value) =>
        with((TTerms)terms, [.. ((System.Collections.IEnumerable)value!).Cast<int>().Select(index => (TChoice)Enum.ToObject(typeof(TChoice), index))]);

    private protected override string[] ChoiceNames() => Enum.GetNames<TChoice>();
}
