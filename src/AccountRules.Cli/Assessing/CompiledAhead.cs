using System.Runtime.CompilerServices;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Compiles rules on a second processor while the first files are read: a rule is compiled when it first judges, and here it judges a fact of which nothing
/// is known. The last rule comes first, since the run takes them in their order: the two meet half-way.
/// </summary>
/// <param name="asOf">The evaluation date.</param>
internal sealed class CompiledAhead(DateOnly asOf) : IRuleVisitor<Verdict?>
{
    /// <summary>Compiles those that the run comes to.</summary>
    /// <param name="rules">The rules that the run may ask.</param>
    /// <param name="files">The files of the run.</param>
    /// <param name="asOf">The evaluation date.</param>
    public static void Compile(IEnumerable<Rule> rules, IEnumerable<FactFile> files, DateOnly asOf)
    {
        var kinds = files.Select(f => f.Kind).ToHashSet(StringComparer.Ordinal);
        var ahead = new CompiledAhead(asOf);
        foreach (var rule in rules.Reverse())
        {
            if (rule.FactShapes.Any(shape => kinds.Contains(shape.Name)) && RequiredKinds.Of(rule).All(kinds.Contains))
                rule.Accept(ahead);
        }
    }

    public Verdict? Each<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        try
        {
            return rule.Judge((TFact)RuntimeHelpers.GetUninitializedObject(typeof(TFact)), asOf);
        }
        catch (InvalidOperationException)
        {
            // A fact without its period is refused, by the rule that is compiled by then.
            return null;
        }
    }

    public Verdict? RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => null;

    public Verdict? Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => null;

    public Verdict? Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => Each(rule.Of);
}
