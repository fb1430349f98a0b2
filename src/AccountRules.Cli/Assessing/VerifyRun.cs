using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Assessing;

/// <summary>Verifies the records of files, line by line, and counts.</summary>
internal sealed class VerifyRun(Policy policy, RowWriter<RecordFinding> writer, Terminal terminal)
{
    private long same;
    private long different;
    private long unreadable;
    private long ofOtherPolicies;
    private long takenAsRecorded;

    /// <summary>What was found, in one line.</summary>
    public string Summary => $"{Records(same + different)}: {Shown.Count(same)} the same, {Shown.Count(different)} not.";

    /// <summary>Verifies all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Verify(IReadOnlyList<string> files)
    {
        var hasFailed = false;
        foreach (var file in files)
        {
            try
            {
                foreach (var (line, record, problem) in RecordLines.Read(file))
                    Take(file, line, record, problem);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                hasFailed = true;
                var why = e is FileNotFoundException or DirectoryNotFoundException ? "does not exist" : $"cannot be read: {e.Message.TrimEnd('.')}";
                terminal.Say($"{file}: {why}.");
            }
        }

        writer.Complete();
        Remark();
        return hasFailed ? ExitCode.Failed : different > 0 ? ExitCode.NotProven : unreadable > 0 ? ExitCode.RowsRejected : ExitCode.Done;
    }

    private void Take(string file, long line, AssessmentRecord? record, string problem)
    {
        if (terminal.Stop.IsCancellationRequested)
            throw new StopException(ExitCode.Interrupted, $"Interrupted: {Summary}");

        if (record is null)
        {
            unreadable++;
            terminal.Say($"{file}:{line}: {problem}");
            return;
        }

        var check = record.Verify(policy);
        foreach (var difference in check.Differences)
            writer.Write(new(file, line, record, difference, Remark: null));

        if (!check.IsRecomputed)
            writer.Write(new(file, line, record, Difference: null, check.Remark));

        var isDifferent = check.Differences.Count > 0 || !check.IsRecomputed;
        (same, different) = isDifferent ? (same, different + 1) : (same + 1, different);
        takenAsRecorded += !isDifferent && check.Remark is not null ? 1 : 0;
        ofOtherPolicies += check.Differences.Any(d => d.Field == nameof(AssessmentRecord.PolicyFingerprint)) ? 1 : 0;
    }

    /// <summary>Says what the lines do not, behind the output.</summary>
    private void Remark()
    {
        if (same + different + unreadable == 0)
            terminal.Say("There is no record: nothing was verified.");

        if (unreadable > 0)
            terminal.Say($"{Shown.Count(unreadable)} {(unreadable == 1 ? "line" : "lines")} could not be read.");

        if (takenAsRecorded > 0)
        {
            terminal.Say($"{Records(takenAsRecorded)} among those that are the same: that a row came twice or could not be read is known only "
                + "beside other rows, and was taken as recorded.");
        }

        if (ofOtherPolicies > 0)
        {
            terminal.Say($"{Records(ofOtherPolicies)} {(ofOtherPolicies == 1 ? "was" : "were")} made by another policy than {policy} "
                + $"({policy.Fingerprint}): give that one with --policy.");
        }
    }

    private static string Records(long count) => $"{Shown.Count(count)} {(count == 1 ? "record" : "records")}";
}
