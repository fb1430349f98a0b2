using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Input;

/// <summary>Reads the files of waivers, which stand beside the facts. A row that is not fit is rejected like a row of facts, and the others are used.</summary>
internal static class WaiverRows
{
    private static readonly FactColumns<Waiver> Columns = new(Waiver.Shape);

    /// <summary>The name of the files.</summary>
    public static string Kind => Waiver.Shape.Name;

    /// <summary>What help says of them.</summary>
    public static string Notes =>
        $"Waivers, beside the facts, of one subject from one rule; both days are in, and none ends later than it says:\n"
        + $"  {Kind,-17} {string.Join(", ", Columns.All.Select(c => c.Name))}\n";

    /// <summary>Reads the waivers of all files.</summary>
    /// <param name="files">All files of the run.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="run">The run.</param>
    public static Waivers Read(IEnumerable<FactFile> files, Policy policy, FactRun run)
    {
        var collector = policy.CollectWaivers();
        var read = new Lazy<Func<Row, Waiver>>(() => Columns.Reader(pooled: subject => subject));
        foreach (var file in files.Where(f => f.Kind == Kind))
            run.Read(file, Columns.All, Take);

        return collector.Waivers();

        void Take(Row row)
        {
            var waiver = read.Value(row);
            foreach (var problem in row.IsRejected ? [] : collector.Add(waiver))
                row.Reject(problem.Property, problem.Found, problem.Allowed);
        }
    }
}
