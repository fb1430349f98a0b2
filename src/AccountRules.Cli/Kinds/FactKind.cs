using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Kinds;

/// <summary>A kind of fact: the name of its files, their columns, and the rules on it.</summary>
/// <param name="name">The name of its files, without extension.</param>
/// <param name="columns">The columns of its files.</param>
internal abstract class FactKind(string name, params Column[] columns)
{
    /// <summary>The name of its files, without extension.</summary>
    public string Name { get; } = name;

    /// <summary>The columns of its files.</summary>
    public IReadOnlyList<Column> Columns { get; } = columns;

    /// <summary>All kinds, made for one run: each remembers the facts that it has seen.</summary>
    public static IReadOnlyList<FactKind> All() => [new FteOrders(), new RegistryItems(), new KpiResults(), new AccountRevenues(), new PayPeriods(), new ImprovementPlans()];

    /// <summary>Reads the facts of the files and hands them to the rules on them.</summary>
    /// <param name="files">The files of this kind.</param>
    /// <param name="policy">The policy that has the rules.</param>
    /// <param name="judges">Puts the rules to work.</param>
    /// <param name="run">The run.</param>
    public abstract void Judge(IEnumerable<FactFile> files, Policy policy, IJudges judges, FactRun run);
}
