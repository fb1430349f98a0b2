using System.Diagnostics;

namespace AccountRules.Cli.Tests;

public sealed class OutputFileTests : IDisposable
{
    private const string Order = Tool.Orders + "A1,ACME,2026-04-01,,2\n";
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("table")]
    public void OutputToAFile_HoldsWhatStandardOutputWouldAndNothingElseIsLeft(string format)
    {
        var orders = tool.File("fte-orders.csv", Order);
        var target = tool.File("out.txt", "old");

        var result = tool.Run("assess", orders, "--format", format, "--output", target);

        Assert.Equal((ExitCode.Done, "", ""), (result.Code, result.Out, result.Error));
        Assert.Equal(tool.Run("assess", orders, "--format", format).Out, File.ReadAllText(target));
        Assert.Equal(2, Directory.GetFileSystemEntries(tool.Folder).Length);
    }

    [Fact]
    public void AnAgendaToAFile_IsTheCalendarThatStandardOutputWouldHold()
    {
        var orders = tool.File("fte-orders.csv", Order);

        Assert.Equal(ExitCode.Done, tool.Run("agenda", orders, "--days", "90", "--format", "ics", "--output", tool.PathOf("a.ics")).Code);

        Assert.Equal(tool.Run("agenda", orders, "--days", "90", "--format", "ics").Out, File.ReadAllText(tool.PathOf("a.ics")));
    }

    [Fact]
    public void ARunWithARejectedRow_StillPutsItsFileInPlace()
    {
        var orders = tool.File("fte-orders.csv", Order + "A2,ACME,soon,,2\n");

        Assert.Equal(ExitCode.RowsRejected, tool.Run("assess", orders, "--format", "csv", "--output", tool.PathOf("out.csv")).Code);

        Assert.Equal(2, File.ReadAllLines(tool.PathOf("out.csv")).Length);
    }

    [Fact]
    public void AnInterruptedRun_LeavesTheFileAsItWas()
    {
        var orders = tool.File("fte-orders.csv", Order);
        var target = tool.File("out.csv", "old");
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var result = tool.Run(t => t with { Stop = stop.Token }, "assess", orders, "--format", "csv", "--output", target);

        Assert.Equal((ExitCode.Interrupted, "Interrupted: 0 rows taken in; out.csv is as it was before.\n"), (result.Code, result.Error));
        Assert.Equal("old", File.ReadAllText(target));
        Assert.Equal(2, Directory.GetFileSystemEntries(tool.Folder).Length);
    }

    /// <summary>The tool itself, as a process that the system asks to end.</summary>
    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task ARunThatTheSystemEnds_LeavesNoHalfFile_AndSaysWhatWasDone(string signal)
    {
        if (OperatingSystem.IsWindows())
            return;

        var orders = tool.File("fte-orders.csv", Tool.Orders + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"A{i},ACME,2026-04-01,,2\n")));
        using var run = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "AccountRules.Cli.dll"), "assess", orders, "--as-of", "2026-11-21", "--format", "csv", "--output",
                tool.PathOf("out.csv"),
            ])
        { UseShellExecute = false, RedirectStandardError = true })!;
        while (!run.HasExited && Directory.GetFiles(tool.Folder, "out.csv*").Length == 0)
            await Task.Delay(5);

        using var kill = Process.Start("kill", [$"-{signal}", $"{run.Id}"]);
        var error = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.Equal((int)ExitCode.Interrupted, run.ExitCode);
        Assert.Matches("^Interrupted: [0-9,]+ rows taken in; .*out.csv is as it was before.\n$", error);
        Assert.Equal([orders], Directory.GetFileSystemEntries(tool.Folder));
    }

    [Fact]
    public void AFileThatIsRead_CannotBeWritten()
    {
        var orders = tool.File("fte-orders.csv", Order);

        var result = tool.Run("assess", orders, "--format", "csv", "--output", orders);

        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.EndsWith("allowed: a file that is not read in the same run.\n", result.Error);
        Assert.Equal(Order, File.ReadAllText(orders));
    }

    [Fact]
    public void AFileInAFolderThatIsNotThere_IsSaidInOneLine()
    {
        var orders = tool.File("fte-orders.csv", Order);

        var result = tool.Run("assess", orders, "--format", "csv", "--output", tool.PathOf(Path.Combine("none", "out.csv")));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.StartsWith(Path.Combine("none", "out.csv") + ": cannot be written: ", result.Error);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void AFolder_CannotBeWritten() =>
        Assert.Equal(ExitCode.Usage, tool.Run("assess", tool.File("fte-orders.csv", Order), "--output", tool.Folder).Code);

    [Fact]
    public void AFileThatOnlyItsOwnerMayRead_StaysSo()
    {
        if (OperatingSystem.IsWindows())
            return;

        var target = tool.File("out.csv", "old");
        File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        tool.Run("assess", tool.File("fte-orders.csv", Order), "--format", "csv", "--output", target);

        Assert.StartsWith("rule,", File.ReadAllText(target));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(target));
    }

    [Fact]
    public void ALink_StaysAndWhatItLeadsToIsWritten()
    {
        if (OperatingSystem.IsWindows())
            return;

        var target = tool.File("out.csv", "old");
        File.CreateSymbolicLink(tool.PathOf("link.csv"), target);

        tool.Run("assess", tool.File("fte-orders.csv", Order), "--format", "csv", "--output", tool.PathOf("link.csv"));

        Assert.StartsWith("rule,", File.ReadAllText(target));
        Assert.NotNull(new FileInfo(tool.PathOf("link.csv")).LinkTarget);
    }
}
