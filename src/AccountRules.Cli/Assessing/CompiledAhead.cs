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
    /// <summary>Begins, where there is a second processor.</summary>
    /// <param name="rules">The rules that the run may ask.</param>
    /// <param name="files">The files of the run.</param>
    /// <param name="asOf">The evaluation date.</param>
    public static void Begin(IEnumerable<Rule> rules, IEnumerable<FactFile> files, DateOnly asOf)
    {
        var kinds = files.Select(f => f.Kind).ToHashSet(StringComparer.Ordinal);
        Rule[] asked =
            [.. rules.Where(rule => rule.FactShapes.Any(shape => kinds.Contains(shape.Name)) && RequiredKinds.Of(rule).All(kinds.Contains)).Reverse()];
        if (Environment.ProcessorCount > 1)
            new Thread(() => Judge(asked, new(asOf))) { IsBackground = true, Name = "rules" }.Start();
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

    private static void Judge(IEnumerable<Rule> rules, CompiledAhead ahead)
    {
        foreach (var rule in rules)
        {
            try
            {
                rule.Accept(ahead);
            }
#pragma warning disable CA1031 // what is wrong with a rule shows where the run asks it
            catch (Exception)
            {
                return;
            }
#pragma warning restore CA1031
        }
    }
}
