namespace AccountRules.Cli.Output;

/// <summary>Tells, row by row, what is written: what all rows of a rule have in common is worked out once.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
/// <typeparam name="TName">How the output keeps the name of a field.</typeparam>
/// <typeparam name="TConstant">How the output keeps a value that it writes in each row.</typeparam>
/// <param name="fields">The fields.</param>
/// <param name="nameOf">Makes a field's name.</param>
/// <param name="constantOf">Makes a value that is written in each row.</param>
/// <param name="isSparse">Whether the output leaves a field out that has no value: one that no row of the rule can have is then not among them.</param>
internal sealed class RowFields<T, TName, TConstant>(
    Fields<T> fields, Func<string, TName> nameOf, Func<FieldValue, TConstant> constantOf, bool isSparse = false)
{
    private readonly Dictionary<Rule, Cell[]> cells = new(ReferenceEqualityComparer.Instance);
    private Rule? last;
    private Cell[] own = [];

    /// <summary>The fields of a row, each with its value where that is the same in all rows of its rule.</summary>
    /// <param name="item">What the row is of.</param>
    public ReadOnlySpan<Cell> Of(T item)
    {
        if (fields.RuleOf is not { } ruleOf)
            return own.Length > 0 ? own : own = CellsOf(rule: null, item);

        var rule = ruleOf(item);
        if (!ReferenceEquals(rule, last))
        {
            if (!cells.TryGetValue(rule, out var known))
                cells[rule] = known = CellsOf(rule, item);

            (last, own) = (rule, known);
        }

        return own;
    }

    private Cell[] CellsOf(Rule? rule, T item) =>
        [.. fields.All.Where(field => !isSparse || field.IsAlways || IsIn(field, rule)).Select(field => CellOf(field, rule, item))];

    private static bool IsIn(Field<T> field, Rule? rule) => rule is null || field.IsIn(rule);

    private Cell CellOf(Field<T> field, Rule? rule, T item)
    {
        var constant = !IsIn(field, rule) ? default(FieldValue) : field.IsOfRule ? field.Of(item) : (FieldValue?)null;
        return new(nameOf(field.Name), constant is null ? field.Of : null, field.IsAlways, constant is { } value ? constantOf(value) : default!);
    }

    /// <summary>A field of a rule's rows.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Of">Its value in a row; <c>null</c> where all rows have the same.</param>
    /// <param name="IsAlways">Whether JSON has it, as <c>null</c>, where it has no value.</param>
    /// <param name="Constant">The value that all rows have.</param>
    internal sealed record Cell(TName Name, Func<T, FieldValue>? Of, bool IsAlways, TConstant Constant);
}
