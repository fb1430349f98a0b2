namespace AccountRules.Cli.Input;

/// <summary>
/// Notices the first id of a column that was there before in another case: they are two, and most often one was meant. Of each different id that has letters it
/// remembers 96 bits; an id without letters has no other case.
/// </summary>
internal sealed class Lookalikes
{
    private readonly Dictionary<ulong, uint> written = [];

    /// <summary>The first id that was there in another case; <c>null</c> while there is none.</summary>
    public string? Found { get; private set; }

    /// <summary>Takes an id.</summary>
    /// <param name="id">The id.</param>
    public void Take(string id)
    {
        if (Found is not null)
            return;

        // Two sums as Fowler, Noll and Vo have them.
        var (folded, exact, hasLetters) = (14695981039346656037UL, 2166136261U, false);
        foreach (var c in id)
        {
            folded = (folded ^ char.ToUpperInvariant(c)) * 1099511628211UL;
            exact = (exact ^ c) * 16777619U;
            hasLetters |= char.IsLetter(c);
        }

        if (hasLetters && !written.TryAdd(folded, exact) && written[folded] != exact)
            Found = id;
    }
}
