namespace AccountRules;

/// <summary>A term that is read off a record of terms, and set in a copy of it.</summary>
internal sealed class ValueTerm<TTerms, TValue>(
    string name, TermKind kind, string description, Func<TTerms, TValue> get, Func<TTerms, TValue, TTerms> with) : Term(name, kind, description)
    where TTerms : class
{
    internal override object? ValueOf(object terms) => get((TTerms)terms);

    internal override object With(object terms, object? value) => with((TTerms)terms, (TValue)value!);
}
