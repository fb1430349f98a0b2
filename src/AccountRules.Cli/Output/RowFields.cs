namespace AccountRules.Cli.Output;

/// <summary>Tells, row by row, what is written: what all rows of a rule have in common is worked out once.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
/// <typeparam name="TName">How the output keeps the name of a field.</typeparam>
/// <typeparam name="TConstant">How the output keeps a value that it writes in each row.</typeparam>
/// <param name="fields">The fields.</param>
/// <param name="nameOf">Makes a field's name.</param>
/// <param name="constantOf">Makes a value that is written in each row.</param>
internal sealed class RowFields<T, TName, TConstant>(Fields<T> fields, Func<string, TName> nameOf, Func<FieldValue, TConstant> constantOf)
{
    private readonly Dictionary<Rule, Cell[]> cells = new(ReferenceEqualityComparer.Instance);
    private Rule? last;
    private Cell[] own = [];

    /// <summary>The fields of a row, each with its value where that is the same in all rows of its rule.</summary>
    /// <param name="item">What the row is of.</param>
    public ReadOnlySpan<Cell> Of(T item)
    {
        if (fields.RuleOf is not { } ruleOf)
            return own.Length > 0 ? own : own = [.. fields.All.Select(field => CellOf(field, rule: null, item))];

        var rule = ruleOf(item);
        if (!ReferenceEquals(rule, last))
        {
            if (!cells.TryGetValue(rule, out var known))
                cells[rule] = known = [.. fields.All.Select(field => CellOf(field, rule, item))];

            (last, own) = (rule, known);
        }

        return own;
    }

    private Cell CellOf(Field<T> field, Rule? rule, T item)
    {
        var isIn = rule is null || field.IsIn(rule);
        var constant = !isIn ? default(FieldValue) : field.IsOfRule ? field.Of(item) : (FieldValue?)null;
        return new(nameOf(field.Name), constant is null ? field.Of : null, field.IsAlways, constant is { } value ? constantOf(value) : default!);
    }

    /// <summary>A field of a rule's rows.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Of">Its value in a row; <c>null</c> where all rows have the same.</param>
    /// <param name="IsAlways">Whether JSON has it, as <c>null</c>, where it has no value.</param>
    /// <param name="Constant">The value that all rows have.</param>
    internal sealed record Cell(TName Name, Func<T, FieldValue>? Of, bool IsAlways, TConstant Constant);
}
