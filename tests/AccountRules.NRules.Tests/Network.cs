using NRules;
using NRules.RuleModel;

namespace AccountRules.NRules.Tests;

/// <summary>Sessions of given definitions.</summary>
internal static class Network
{
    public static ISession Session(IEnumerable<IRuleDefinition> definitions, Action<RuleCompiler>? configure = null)
    {
        var compiler = new RuleCompiler();
        configure?.Invoke(compiler);
        return compiler.Compile(definitions).CreateSession();
    }

    public static ISession Session(IRuleDefinition definition, Action<RuleCompiler>? configure = null) => Session([definition], configure);

    /// <summary>Facts that are equal by value are two facts, as entities of a host are.</summary>
    public static void ByReference<TFact>(RuleCompiler compiler)
        where TFact : class =>
            compiler.FactIdentityComparerRegistry.RegisterComparer(
                EqualityComparer<TFact>.Create(ReferenceEquals, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode));

    public static IReadOnlyList<AssessmentFact> Assessments(this ISession session) => [.. session.Query<AssessmentFact>()];

    /// <summary>The assessment of each fact, in the facts' order.</summary>
    public static IReadOnlyList<AssessmentFact<TFact>> AssessmentsOf<TFact>(this ISession session, IEnumerable<TFact> facts, string? ruleId = null)
        where TFact : class
    {
        var byFact = session.Query<AssessmentFact<TFact>>().AsEnumerable().Where(a => ruleId is null || a.RuleId == ruleId)
            .ToDictionary<AssessmentFact<TFact>, object>(a => a.Fact, ReferenceEqualityComparer.Instance);
        return [.. facts.Select(fact => byFact[fact])];
    }
}
