using System.Linq.Expressions;
using System.Reflection;

namespace AccountRules.Cli.Input;

/// <summary>The columns of a kind of fact, which are the properties of its type, and how a row of them is read as a fact.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
/// <param name="shape">The shape of the fact.</param>
internal sealed class FactColumns<TFact>(FactShape<TFact> shape)
    where TFact : class
{
    private readonly PropertyInfo[] properties = [.. typeof(TFact).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.SetMethod is not null)];

    private readonly string? account = (shape.Account?.Body as MemberExpression)?.Member.Name;

    /// <summary>The columns, in the order of the properties.</summary>
    public IReadOnlyList<Column> All =>
        field ??= [
            .. properties.Select(p => new Column(
                p.Name, shape.Identity.Contains(p.Name, StringComparer.Ordinal),
                p.Name == shape.KnownOnColumn || shape.OptionalColumns.Contains(p.Name, StringComparer.Ordinal),
                shape.GroupedBy.Contains(p.Name, StringComparer.Ordinal),
                (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(bool))),
        ];

    /// <summary>The column that holds the subject.</summary>
    public int Subject => Array.FindIndex(properties, p => p.Name == shape.Identity[0]);

    /// <summary>The column that says when a row became known; below 0 where there is none.</summary>
    public int KnownOn => Array.FindIndex(properties, p => p.Name == shape.KnownOnColumn);

    /// <summary>Reads a row as a fact.</summary>
    /// <param name="pooled">Gives a subject's string.</param>
    /// <param name="there">Which columns the file has, a bit for each; one that it leaves out is not asked for in each row.</param>
    public Func<Row, TFact> Reader(Func<string, string> pooled, ulong there = ulong.MaxValue) =>
        Compile(_ => true, pooled, there);

    /// <summary>
    /// Reads of a row what tells its fact from others, what it is taken together by, and its account, for a row that is rejected; compiled when there is one.
    /// </summary>
    public Lazy<Func<Row, TFact>> IdentityReader() =>
        new(() => Compile(column => column.IsIdentity || column.IsGrouping || column.Name == account, pooled: null, ulong.MaxValue));

    private Func<Row, TFact> Compile(Func<Column, bool> isRead, Func<string, string>? pooled, ulong there)
    {
        var row = Expression.Parameter(typeof(Row), "row");
        var bindings = new List<MemberBinding>();
        for (var i = 0; i < properties.Length; i++)
        {
            if (!isRead(All[i]) || (there & (1UL << i)) == 0)
                continue;

            Expression value = Value(row, i);
            if (!All[i].IsIdentity && All[i].Name == account && pooled is null)
                value = Expression.Condition(IsRejected(row, i), Expression.Constant(null, value.Type), value);

            if (pooled is not null && properties[i].Name == shape.Identity[0])
                value = Expression.Invoke(Expression.Constant(pooled), value);

            bindings.Add(Expression.Bind(properties[i], value));
        }

        return Expression.Lambda<Func<Row, TFact>>(Expression.MemberInit(Expression.New(typeof(TFact)), bindings), row).Compile();
    }

    private static MethodCallExpression IsRejected(ParameterExpression row, int column) =>
        Expression.Call(row, nameof(Row.HasRejected), typeArguments: null, Expression.Constant(column));

    /// <summary>The value of a column as its property has it: a text, a date, a number, true or false, a period, pauses or a choice.</summary>
    private Expression Value(ParameterExpression row, int index)
    {
        var type = Nullable.GetUnderlyingType(properties[index].PropertyType) ?? properties[index].PropertyType;
        var column = Expression.Constant(index);
        if (type.IsEnum)
            return Expression.Call(row, type == properties[index].PropertyType ? nameof(Row.Choice) : nameof(Row.ChoiceOrNone), [type], column);

        var name = type == typeof(string) ? (All[index] is { IsIdentity: true, IsOptional: false } ? nameof(Row.Id) : nameof(Row.Text))
            : type == typeof(DateOnly) ? (properties[index].PropertyType == type ? nameof(Row.Day) : nameof(Row.Date))
            : type == typeof(decimal) ? nameof(Row.Number)
            : type == typeof(int) ? nameof(Row.WholeNumber)
            : type == typeof(bool) ? nameof(Row.Flag)
            : type == typeof(Period) ? nameof(Row.Period)
            : type == typeof(Pauses) ? nameof(Row.Pauses)
            : throw new NotSupportedException(
                $"{typeof(TFact).Name}.{properties[index].Name} is of type {type.Name}: a column is a text, a date, a number, true or false, a period, "
                + "pauses or a choice.");
        Expression value = Expression.Call(row, name, typeArguments: null, column);
        return Nullable.GetUnderlyingType(value.Type) is { } inner && properties[index].PropertyType == inner
            ? Expression.Call(row, nameof(Row.Needed), [inner], value, column)
            : value;
    }
}
