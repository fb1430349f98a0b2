using AccountRules.Cli.Builds;

namespace AccountRules.Cli.Input;

/// <summary>Tells the user which rows of a file are rejected and why: the first ones in full, then their number.</summary>
/// <param name="file">The file.</param>
/// <param name="tell">Takes what is told.</param>
internal sealed class RowProblems(FactFile file, Action<Finding> tell)
{
    private const int MostTold = 20;
    private int told;
    private long untold;
    private long lastRow = -1;

    /// <summary>How many rows were rejected.</summary>
    public long Rejected { get; private set; }

    /// <summary>A row is rejected for one or more problems, which have been told.</summary>
    public void Reject() => Rejected++;

    /// <summary>Tells one problem of a row.</summary>
    /// <param name="where">Where in the file.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Tell(FilePlace where, string found, string allowed)
    {
        if (told < MostTold)
        {
            told++;
            lastRow = Rejected;
            tell(Finding.OfFile(file.Path, where, $"found {found}; allowed: {allowed}."));
        }
        else if (lastRow != Rejected)
        {
            untold++;
            lastRow = Rejected;
        }
    }

    /// <summary>Tells how many rows were rejected beyond those told.</summary>
    public void Complete()
    {
        if (untold > 0)
            tell(Finding.OfFile(file.Path, default, $"… and {Shown.Count(untold)} more {(untold == 1 ? "row" : "rows")} rejected."));
    }
}
