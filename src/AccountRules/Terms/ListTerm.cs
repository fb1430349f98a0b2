namespace AccountRules;

/// <summary>A term of which there are any number.</summary>
internal sealed class ListTerm<TTerms, TItem>(
    string name, TermKind kind, string description, Func<TTerms, TermList<TItem>> get,
    Func<TTerms, TermList<TItem>, TTerms> with) : Term(name, kind, description)
    where TTerms : class
{
    internal override object ValueOf(object terms) => get((TTerms)terms);

    internal override object With(object terms, object? value) =>
        with((TTerms)terms, value as TermList<TItem> ?? [.. ((List<object>)value!).Cast<TItem>()]);
}
