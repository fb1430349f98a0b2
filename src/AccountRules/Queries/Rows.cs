using System.Linq.Expressions;
using System.Reflection;

namespace AccountRules.Queries;

/// <summary>Object initialisers, as providers take them.</summary>
internal static class Rows
{
    /// <summary>An object of a row; a member without a value keeps its default.</summary>
    public static MemberInitExpression Make<TRow>(params ReadOnlySpan<(string Name, Expression? Value)> members)
    {
        var bindings = new List<MemberBinding>();
        foreach (var (name, value) in members)
        {
            if (value is null)
                continue;

            var property = typeof(TRow).GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!;
            bindings.Add(Expression.Bind(property, value.Type == property.PropertyType ? value : Expression.Convert(value, property.PropertyType)));
        }

        return Expression.MemberInit(Expression.New(typeof(TRow)), bindings);
    }
}
