using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using System.Reflection;
using AccountRules.Expressions;

namespace AccountRules.Queries;

/// <summary>
/// Refuses a mapping that calls the application's own methods, conversions or operators, which no database can run: a provider might fetch every row and run
/// them here, or leave them out, and nobody would know. A property that is worked out, or marked as not mapped, is such code too. Methods of the platform and
/// of the provider are left to the provider, and so are other properties: it names those that it does not know. What providers run and answer each in their
/// own way is refused too: the local time, and an enumeration read as another one, of which a column may keep the name.
/// </summary>
internal sealed class ApplicationCode : ExpressionVisitor
{
    private readonly string who;
    private readonly string? ruleId;

    private ApplicationCode(string who, string? ruleId) => (this.who, this.ruleId) = (who, ruleId);

    public static void Refuse(Rule rule, params ReadOnlySpan<Expression> read) => Refuse(new ApplicationCode($"Rule `{rule.Id}`", rule.Id), read);

    /// <summary>Refuses it of what reads a row and is no rule.</summary>
    /// <param name="who">What reads it, as the message begins.</param>
    /// <param name="read">What is read.</param>
    public static void Refuse(string who, params ReadOnlySpan<Expression> read) => Refuse(new ApplicationCode(who, ruleId: null), read);

    private static void Refuse(ApplicationCode visitor, ReadOnlySpan<Expression> read)
    {
        foreach (var expression in read)
            visitor.Visit(expression);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (ruleId is not null && CountedDays.IsCall(node))
            CountedColumns.Refuse(node, ruleId);
        else if (node.Method.Name == nameof(DateTime.ToLocalTime) && IsTime(node.Object?.Type))
            throw LocalTime(node);
        else
            Check(node.Method);

        return base.VisitMethodCall(node);
    }

    protected override Expression VisitUnary(UnaryExpression node)
    {
        Check(node.Method);
        return Plain(node.Type) is { IsEnum: true } wanted && EnumIn(node) is { } kept && kept != wanted
            ? throw new NotSupportedException(
                $"{who} cannot be run in a database: its mapping reads `{node.Operand}`, a {kept.Name}, as a {wanted.Name} by its number, and a column may "
                + $"keep the name. Choose by a condition, such as `row.{Member(node)} == {kept.Name}.{Enum.GetNames(kept)[0]} ? {wanted.Name}.… : "
                + $"{wanted.Name}.…`, or assess in memory.")
            : base.VisitUnary(node);
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        Check(node.Method);
        return base.VisitBinary(node);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Member is PropertyInfo property
            && !IsOfPlatform(property.DeclaringType)
            && (IsWorkedOut(property) || property.IsDefined(typeof(NotMappedAttribute))))
        {
            throw new NotSupportedException(
                $"{who} cannot be run in a database: its mapping reads {property.DeclaringType!.Name}.{property.Name}, which no column holds. "
                + $"Map the member to a column, or assess in memory.");
        }

        return node.Member.Name == nameof(DateTimeOffset.LocalDateTime) && IsTime(node.Expression?.Type) ? throw LocalTime(node) : base.VisitMember(node);
    }

    protected override Expression VisitInvocation(InvocationExpression node) =>
        throw new NotSupportedException(
            $"{who} cannot be run in a database: its mapping calls a delegate, `{node}`. Map the member to a column, or assess in memory.");

    private void Check(MethodInfo? method)
    {
        if (!IsOfPlatform(method?.DeclaringType))
        {
            throw new NotSupportedException(
                $"{who} cannot be run in a database: its mapping calls {method!.DeclaringType?.Name}.{method.Name}, "
                + $"which is code of the application. Map the member to a column, or assess in memory.");
        }
    }

    private NotSupportedException LocalTime(Expression node) => new(
        $"{who} cannot be run in a database: its mapping reads the local time in `{node}`, which is that of the machine in memory and that of the connection "
        + "in a database. Keep the day in a column, or name the time zone.");

    private static bool IsTime(Type? type) => type == typeof(DateTime) || type == typeof(DateTimeOffset);

    private static Type? Plain(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;

    private static string Member(Expression node) => node switch
    {
        UnaryExpression convert => Member(convert.Operand),
        MemberExpression { Member.Name: "Value", Expression: { } owner } when Nullable.GetUnderlyingType(owner.Type) is not null => Member(owner),
        MemberExpression member => member.Member.Name,
        _ => "Column",
    };

    /// <summary>The enumeration that is converted, also by way of its number.</summary>
    private static Type? EnumIn(Expression node) => node is UnaryExpression { NodeType: ExpressionType.Convert } convert ? EnumIn(convert.Operand)
        : Plain(node.Type) is { IsEnum: true } type && node is not ConstantExpression ? type : null;

    private static bool IsOfPlatform(Type? type) => (type?.Assembly.GetName().Name ?? "System.") is var assembly
        && (assembly.StartsWith("System.", StringComparison.Ordinal)
            || assembly.StartsWith("Microsoft.", StringComparison.Ordinal)
            || assembly.StartsWith("Npgsql", StringComparison.Ordinal));

    /// <summary>Without a setter, and without a field that a provider could read in its place.</summary>
    private static bool IsWorkedOut(PropertyInfo property) => property.SetMethod is null
        && !property.DeclaringType!.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Any(f => f.Name.Contains(property.Name, StringComparison.OrdinalIgnoreCase));
}
