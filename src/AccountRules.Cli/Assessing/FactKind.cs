using AccountRules.Cli.Input;

namespace AccountRules.Cli.Assessing;

/// <summary>A kind of fact that files hold, by its shape, with the rules on it.</summary>
internal abstract class FactKind
{
    /// <summary>The name of its files, without extension.</summary>
    public abstract string Name { get; }

    /// <summary>The columns of its files.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>
    /// The kinds of facts that rules are on, in the order of the rules. Made for one run: each remembers the facts that it has seen.
    /// </summary>
    /// <param name="rules">The rules.</param>
    public static IReadOnlyList<FactKind> Of(IEnumerable<Rule> rules) =>
        [.. rules.SelectMany(rule => rule.FactShapes.Where(shape => shape.Name.Length > 0).Select(shape => new OnShape(shape, rule)))
            .GroupBy(on => on.Shape, on => on.Rule)
            .Select(on => on.First().Accept(new Maker(on.Key, [.. on])))];

    /// <summary>Reads the facts of the files and hands them to the rules on them.</summary>
    /// <param name="files">The files of this kind.</param>
    /// <param name="judges">Puts the rules to work.</param>
    /// <param name="run">The run.</param>
    public abstract void Judge(IReadOnlyList<FactFile> files, IJudges judges, FactRun run);

    private sealed record OnShape(FactShape Shape, Rule Rule);

    private sealed class Maker(FactShape shape, IReadOnlyList<Rule> rules) : IRuleVisitor<FactKind>, IGatheringVisitor<FactKind>
    {
        public FactKind Each<TFact>(Rule<TFact> rule)
            where TFact : class => Make<TFact>();

        public FactKind RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => Make<TFact>();

        public FactKind Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => Make<TFact>();

        public FactKind Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => rule.Gathering.Sources.First(source => source.Shape == shape).Accept(this);

        public FactKind Source<TFact>(GatheringSource source)
            where TFact : class => Make<TFact>();

        private FactKind<TFact> Make<TFact>()
            where TFact : class => new((FactShape<TFact>)shape, rules);
    }
}
