using System.Linq.Expressions;
using AccountRules.Facts;

namespace AccountRules.Expressions;

/// <summary>A host's <c>o =&gt; new Fact { … }</c>, read member by member, so that a rule's expressions can be rewritten to read the host's type.</summary>
internal sealed class Mapping
{
    private readonly ParameterExpression host;
    private readonly Type factType;
    private readonly Expression? path;
    private readonly Dictionary<string, Expression> bound = new(StringComparer.Ordinal);
    private readonly string? leftOut;
    private readonly LambdaExpression? map;

    public Mapping(LambdaExpression map)
    {
        ArgumentNullException.ThrowIfNull(map);
        this.map = map;
        host = map.Parameters[0];
        factType = map.ReturnType;
        var body = Constants.Inline(map.Body);
        switch (body)
        {
            case MemberInitExpression init:
                Bind(init.NewExpression);
                foreach (var binding in init.Bindings)
                {
                    bound[binding.Member.Name] = binding is MemberAssignment assignment
                        ? assignment.Expression
                        : throw Unmapped(binding.Member.Name, "is not set to one value");
                }

                break;
            case NewExpression create:
                Bind(create);
                break;
            default:
                path = IsPath(body) ? body : throw new ArgumentException(
                    $"The mapping from {host.Type.Name} to {factType.Name} is `{body}`, which cannot be read member by member: "
                    + $"write it as `o => new {factType.Name} {{ … }}`, as a constructor call, or as a property that is a {factType.Name}.",
                    nameof(map));
                break;
        }
    }

    private Mapping(ParameterExpression fact, string leftOut) => (host, factType, path, this.leftOut) = (fact, fact.Type, fact, leftOut);

    /// <summary>A fact as it is, but for one member.</summary>
    public static Mapping Without<TFact>(string member) => new(Expression.Parameter(typeof(TFact), "fact"), member);

    /// <summary>Makes the fact of the host's object; <c>null</c> where that is the fact itself.</summary>
    public MadeFact<THost>? Made<THost, TFact>(MadeFact<TFact>? further)
        where THost : class
        where TFact : class => map is null ? further as MadeFact<THost> : MadeFact<THost>.By(map, further);

    /// <summary>Whether everything that the expression reads is mapped.</summary>
    public bool Binds(LambdaExpression lambda)
    {
        var reads = new Reads(lambda.Parameters[0]);
        reads.Visit(lambda.Body);
        return reads.Members.TrueForAll(IsBound);
    }

    /// <summary>The lambda, reading the host's type in the place of the fact (its first parameter).</summary>
    public LambdaExpression Apply(LambdaExpression lambda)
    {
        var body = new Rewrite(this, lambda.Parameters[0]).Visit(lambda.Body);
        return Expression.Lambda(body, [host, .. lambda.Parameters.Skip(1)]);
    }

    private bool IsBound(string member) => path is null ? bound.ContainsKey(member) : member != leftOut;

    private void Bind(NewExpression create)
    {
        var parameters = create.Constructor?.GetParameters() ?? [];
        for (var i = 0; i < parameters.Length; i++)
        {
            var property = factType.GetProperties().FirstOrDefault(p => string.Equals(p.Name, parameters[i].Name, StringComparison.OrdinalIgnoreCase));
            bound[property?.Name ?? parameters[i].Name ?? ""] = create.Arguments[i];
        }
    }

    private static bool IsPath(Expression? node) => node switch
    {
        ParameterExpression => true,
        MemberExpression member => IsPath(member.Expression),
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs } convert => IsPath(convert.Operand),
        _ => false,
    };

    private ArgumentException Unmapped(string member, string problem) => new(
        $"The mapping from {host.Type.Name} to {factType.Name} cannot be used: `{member}` {problem}. "
            + $"Bind it in `o => new {factType.Name} {{ {member} = … }}`.",
        innerException: null);

    private sealed class Rewrite(Mapping mapping, ParameterExpression fact) : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != fact || mapping.path is not null)
                return Tree.WithoutWidening(base.VisitMember(node));

            if (!mapping.bound.TryGetValue(node.Member.Name, out var value))
            {
                return node.Member.IsDefined(typeof(MayBeLeftOutAttribute), inherit: false)
                    ? Expression.Constant(null, node.Type)
                    : throw mapping.Unmapped(node.Member.Name, "is read by the rule and not mapped");
            }

            return value.Type == node.Type ? value : Expression.Convert(value, node.Type);
        }

        protected override Expression VisitMethodCall(MethodCallExpression node) => !CountedDays.IsCall(node) ? base.VisitMethodCall(node)
            : CountedDays.Simplified(node.Update(node.Object, [.. node.Arguments.Select((argument, i) => CountedDays.IsOptional(node, i) && IsLeftOut(argument)
                ? Expression.Constant(null, argument.Type)
                : Visit(argument))]));

        private bool IsLeftOut(Expression node) => node is MemberExpression { Expression: { } owner, Member.Name: var name }
            && owner == fact && !mapping.IsBound(name);

        protected override Expression VisitBinary(BinaryExpression node) => Tree.WithoutWidening(base.VisitBinary(node)) switch
        {
            BinaryExpression { Left: ConstantExpression { Value: null }, Right: ConstantExpression { Value: null }, NodeType: var type }
                when type is ExpressionType.Equal or ExpressionType.NotEqual => Expression.Constant(type == ExpressionType.Equal),
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => Conditions.And(both.Left, both.Right),
            BinaryExpression { NodeType: ExpressionType.OrElse } either => Conditions.Or(either.Left, either.Right),
            var other => other,
        };

        protected override Expression VisitConditional(ConditionalExpression node) =>
            Tree.If(Visit(node.Test), Visit(node.IfTrue), Visit(node.IfFalse));

        protected override Expression VisitParameter(ParameterExpression node) =>
            node != fact ? node : mapping.path ?? throw mapping.Unmapped(fact.Name ?? "the fact", "is read as a whole by the rule, not by its members");
    }

    private sealed class Reads(ParameterExpression fact) : ExpressionVisitor
    {
        public List<string> Members { get; } = [];

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression == fact)
                Members.Add(node.Member.Name);

            return base.VisitMember(node);
        }
    }
}
