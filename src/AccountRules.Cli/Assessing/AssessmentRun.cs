using AccountRules.Cli.Input;
using AccountRules.Cli.Kinds;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Assessing;

/// <summary>One run over all files: it reads, assesses and writes row by row, and counts.</summary>
internal sealed class AssessmentRun(AssessmentRequest request, Totals totals, AssessmentWriter writer, Terminal terminal)
{
    private readonly ProgressLine progress = new(terminal, isOn: !(writer.IsStreaming && terminal.IsOutScreen));
    private bool hasFailedOn;

    /// <summary>The policy to assess by.</summary>
    public Policy Policy => request.Policy;

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf => request.AsOf;

    /// <summary>How many files failed, or were wanted and not there.</summary>
    public int FailedFiles { get; private set; }

    /// <summary>How many rows were rejected.</summary>
    public long RejectedRows { get; private set; }

    /// <summary>How many rows were assessed.</summary>
    public long AssessedRows { get; private set; }

    /// <summary>How many assessments there were of each standing under each rule, shown or not.</summary>
    public Totals Totals => totals;

    /// <summary>Assesses the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Assess(IReadOnlyList<FactFile> files)
    {
        try
        {
            foreach (var kind in FactKind.All())
            {
                var own = files.Where(f => f.Kind == kind.Name).ToArray();
                if (own.Length > 0)
                    kind.Assess(own, this);
            }
        }
        finally
        {
            progress.Clear();
        }

        foreach (var rule in request.Rules.Where(id => !Totals.Has(id)))
        {
            FailedFiles++;
            Tell($"{rule}: none of the files holds its facts.");
        }

        return FailedFiles > 0 ? ExitCode.Failed
            : RejectedRows > 0 ? ExitCode.RowsRejected
            : hasFailedOn ? ExitCode.StandingOccurs
            : ExitCode.Done;
    }

    /// <summary>Whether the user asks for a rule.</summary>
    /// <param name="rule">The rule.</param>
    public bool Wants(Rule rule) => request.Rules.Count == 0 || request.Rules.Contains(rule.Id);

    /// <summary>Takes one assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Emit(Assessment assessment)
    {
        terminal.Stop.ThrowIfCancellationRequested();
        Totals.Add(assessment);
        hasFailedOn |= request.FailOn.Contains(assessment.Standing);
        if (request.Standings.Count == 0 || request.Standings.Contains(assessment.Standing))
            writer.Write(assessment);
    }

    /// <summary>A rule begins its work: it has a place in the totals even where no fact comes.</summary>
    /// <param name="rule">The rule.</param>
    public void Begin(Rule rule) => Totals.Begin(rule);

    /// <summary>Reads a file row by row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns that its facts have.</param>
    /// <param name="take">Takes a row; it is counted as assessed unless it is rejected.</param>
    public void Read(FactFile file, IReadOnlyList<Column> columns, Action<Row> take)
    {
        var problems = new RowProblems(file, Tell);
        try
        {
            using var rows = Rows.Open(file, columns, problems, Tell);
            var row = new Row(rows);
            while (rows.Read())
            {
                terminal.Stop.ThrowIfCancellationRequested();
                row.Begin();
                take(row);
                if (row.IsRejected)
                    problems.Reject();
                else
                    AssessedRows++;

                progress.Show(file, rows, AssessedRows);
            }
        }
        catch (Exception e) when (e is FileFailedException or IOException or UnauthorizedAccessException)
        {
            FailedFiles++;
            Tell($"{file.Path}: {Why(e)}.");
        }

        problems.Complete();
        RejectedRows += problems.Rejected;
    }

    private void Tell(string line)
    {
        progress.Clear();
        terminal.Error.WriteLine(line);
    }

    private static string Why(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "does not exist",
        UnauthorizedAccessException => "cannot be read: access is denied, or it is a folder",
        FileFailedException => e.Message,
        _ => $"cannot be read: {e.Message.TrimEnd('.')}",
    };
}
