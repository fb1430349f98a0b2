namespace AccountRules.Cli.Tests;

/// <summary>The file <c>absences</c> beside the facts.</summary>
public sealed class AbsenceFileTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    private string Results() => tool.File(
        "kpi-results.csv",
        "EmployeeId,Kpi,Period,Target,Actual\nann,calls,2026-01,100,90\nann,calls,2026-02,100,20\nann,calls,2026-03,100,90\nbob,calls,2026-01,100,20\n");

    [Fact]
    public void Absence_OfAWholeMonth_IsExcused_AndVerifiedByTheSecondReading()
    {
        var absences = tool.File("absences.csv", "EmployeeId,From,Until,Reason\nann,2026-02-01,2026-02-14,leave\nann,2026-02-15,2026-02-28,\n");

        var result = tool.Assess(Results(), absences, "--rule", "kpi-month", "--verify");

        Assert.Equal((ExitCode.Done, "Verified: 4 answers by the reference evaluator, all the same.\n"), (result.Code, result.Error));
        Assert.Equal(
            ["ann 2026-01 Met 1", "ann 2026-02 NotApplicable 1", "ann 2026-03 Met 2", "bob 2026-01 Missed 0"],
            result.Json.Select(row => $"{row.GetProperty("subject")} {row.GetProperty("period")} {row.GetProperty("standing")} {row.GetProperty("streak")}"));
    }

    [Fact]
    public void Absence_ThatCannotBeRead_LeavesItsEmployeeUndetermined()
    {
        var absences = tool.File("absences.csv", "EmployeeId,From,Until\nann,2026-02-01,\nann,2026-02-09,2026-02-03\n");

        var result = tool.Assess(Results(), absences, "--rule", "kpi-month");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            "absences.csv:2:3: Until: found nothing; allowed: a date, the last one so far where the absence goes on.\n"
                + "absences.csv:3:3: Until: found `2026-02-03`; allowed: the first day, 2026-02-09, or later.\n",
            result.Error);
        Assert.Equal(
            ["ann Undetermined", "ann Undetermined", "ann Undetermined", "bob Missed"],
            result.Json.Select(row => $"{row.GetProperty("subject")} {row.GetProperty("standing")}"));
    }

    [Fact]
    public void Absence_OfNobodyWithResults_IsTold() => Assert.Equal(
        "absences: nobody with KPI results has the id `ANN`, `dan`: they excuse nothing.\n",
        tool.Assess(
            Results(), tool.File("absences.csv", "EmployeeId,From,Until\nANN,2026-02-01,2026-02-28\nbob,2026-01-01,2026-01-31\ndan,2026-01-01,2026-01-31\n"),
            "--rule", "kpi-month").Error);

    [Fact]
    public void Absence_KnownLater_DoesNotExcuseYet()
    {
        var absences = tool.File("absences.csv", "EmployeeId,From,Until,KnownOn\nann,2026-02-01,2026-02-28,2026-04-01\n");

        var result = tool.Assess(Results(), absences, "--rule", "kpi-month", "--known-on", "2026-03-31");

        Assert.Equal(["Met", "Missed", "Met", "Missed"], result.Json.Select(row => $"{row.GetProperty("standing")}"));
        Assert.Contains("absences: 0 of 1 rows count; the others are not known yet, or superseded.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderWithAbsences_GivenToAVerbThatReadsNone_IsTold()
    {
        Results();
        tool.File("absences.csv", "EmployeeId,From,Until\nann,2026-02-01,2026-02-28\n");

        var result = tool.Run(
            "settle", tool.PathOf("ledger.jsonl"), tool.Folder, "--rule", "kpi-month", "--period", "2026-01", "--new-ledger", "--as-of", "2026-12-31");

        Assert.Contains(
            "absences.csv: not read by `settle`, so that no absence is excused; assess, agenda and report do.", result.Error, StringComparison.Ordinal);
    }
}
