namespace AccountRules.Changes;

/// <summary>Lists of terms with one thing changed.</summary>
internal static class ListEdits
{
    public static object[] Replaced(object[] items, int index, object item) => [.. items[..index], item, .. items[(index + 1)..]];

    public static object[] Removed(object[] items, int index) => [.. items[..index], .. items[(index + 1)..]];

    public static object[] Swapped(object[] items, int index) => [.. items[..index], items[index + 1], items[index], .. items[(index + 2)..]];

    /// <summary>The list without an item, where the next one takes its cut, such as that of the lowest band, which has none.</summary>
    public static object[]? RemovedWithCut(TermSection? section, object[] items, int index) => section is null || index + 1 >= items.Length ? null
        : [
            .. items[..index],
            section.Terms.Where(t => t is { IsOptional: true, Kind: TermKind.Number })
                .Aggregate(items[index + 1], (item, term) => term.With(item, term.ValueOf(items[index]))),
            .. items[(index + 2)..],
        ];
}
