using AccountRules.Samples.Payroll;

namespace AccountRules.Tests.Samples;

/// <summary>samples/Payroll pays what its files and its policy say: every line is recomputed in fractions, without code of the library.</summary>
public sealed class PayrollSampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "Payroll", "data");
    private static readonly Lazy<PayrollYear> Year = new(() => new(new(Folder)));
    private static readonly PayrollOracle Closed = new(Folder, "2027-01-10");
    private static readonly PayrollOracle Corrected = new(Folder, "2027-03-10");

    [Fact]
    public void EveryLine_BeforeTheCorrectionAndAfter_IsTheRecomputedOne()
    {
        Same(Closed.Paid, Year.Value.Closed.Select(Told));
        Same(Corrected.Paid, Year.Value.Corrected.Select(Told));
        Assert.InRange(Closed.Paid.Length, 2_000, 2_500);
    }

    /// <summary>Each is there, so that what is recomputed is not the easy part.</summary>
    [Fact]
    public void Lines_HaveEachKindOfPayAndEachCause()
    {
        Assert.Equal(
            ["", "EarlierPeriodOpen", "NoActual", "NoKpiPlan", "NoKpiResult", "NoPayPlan", "OtherCurrency", "UnknownCategory"],
            Closed.Paid.Select(line => line.Cause).Distinct().Order());
        Assert.Equal(["CHF", "EUR", "JPY", "USD"], Closed.Paid.Where(line => line.Payable > 0).Select(line => line.Currency).Distinct().Order());
        Assert.Equal(PayrollTerms.Tables.Keys.Order(), Closed.Paid.Where(line => line.Payable > 0).Select(line => line.Group).Distinct().Order());
        Assert.Contains(Closed.Paid, line => line is { Group: "DE/rep", Payable: 650 });
        Assert.Contains(Closed.Paid, line => line is { Group: "DE/rep", Payable: 1800 });
        Assert.Contains(Closed.Paid, line => line is { Group: "CH/lead", Payable: 2200 });
        Assert.Contains(Closed.Paid, line => line is { Group: "JP/lead", Payable: 420_000 });
        Assert.Contains(Closed.Paid, line => line is { Group: "JP/rep", Band: "Full", Payable: 0 });
        Assert.Contains(Closed.Assessed.Join(Closed.Paid, line => line.Key, line => line.Key, (own, paid) => paid.Payable < own.Payable), isCut => isCut);
    }

    [Fact]
    public void Ledger_SettlesEachLineOnce_AndTheCorrectionRunPaysTheDifference()
    {
        var before = Closed.Paid.ToDictionary(line => line.Key);
        var after = Corrected.Paid.ToDictionary(line => line.Key);
        Same(
            before.Values.Select(line => $"{line.Key} {line.Payable ?? 0:0.00} {line.Cause}"),
            Year.Value.Runs.SelectMany(run => run.Lines).Select(line => $"{Key(line)} {line.Difference ?? 0:0.00} {line.Cause}"));
        Same(
            after.Values.Select(line => $"{line.Key} {(line.Payable is { } paid ? paid - (before[line.Key].Payable ?? 0) : 0):0.00} {line.Cause}"),
            Year.Value.Corrections.Lines.Select(line => $"{Key(line)} {line.Difference ?? 0:0.00} {line.Cause}"));
    }

    /// <summary>What is held keeps what was settled of it.</summary>
    [Fact]
    public void Balance_OfEveryCurrency_IsTheSumOfTheRecomputedLines()
    {
        var before = Closed.Paid.ToDictionary(line => line.Key);
        Assert.All(new[] { "CHF", "EUR", "JPY", "USD" }, currency =>
        {
            var paid = Closed.Paid.Where(line => line.Currency == currency).Sum(line => line.Payable ?? 0);
            var now = Corrected.Paid.Where(line => line.Currency == currency).Sum(line => line.Payable ?? before[line.Key].Payable ?? 0);
            Assert.NotEqual(paid, now);
            var total = Year.Value.Corrections.ByCurrency[currency].Total.All;
            Assert.Equal((paid, now - paid, now), (total.Settled, total.Difference, total.Now));
            Assert.Equal(
                now, Year.Value.Ledger.Lines.Where(line => line.After?.Currency == currency).Sum(line => line.Difference ?? 0));
        });
    }

    [Fact]
    public void Totals_ByCurrencyGroupAndBand_AreTheSumsOfTheRecomputedLines()
    {
        Same(
            Closed.Paid.Where(line => line.Payable is not null).GroupBy(line => (line.Currency, line.Group, line.Band))
                .Select(part => $"{part.Key} {part.Count()} {part.Sum(line => line.Payable):0.00}"),
            Totals.Of(Year.Value.Closed).SelectMany(
                total => total.Parts.Select(part => $"{(total.Currency, part.Group, part.Band)} {part.Lines} {part.Sum:0.00}")));
        Assert.All(Totals.Of(Year.Value.Closed), total => Assert.Equal(total.Parts.Sum(part => part.Sum), total.Sum));
        Same(
            Closed.Assessed.Where(line => line.Payable is not null).GroupBy(line => line.Currency)
                .Select(own => $"{own.Key} {own.Count()} {own.Sum(line => line.Payable):0.00}"),
            Payables.ByCurrency(Year.Value.Closed.Select(line => line.Of)).Where(total => total.Counted > 0)
                .Select(total => $"{total.Currency} {total.Counted} {total.Sum:0.00}"));
    }

    [Fact]
    public void Report_IsTheRecordedOne() => Approved.Matches("samples/Payroll/expected.txt", Reported());

    /// <summary>The second of two periods in a row in a band that enters the programme; of who has a period without a band it may not be known.</summary>
    [Fact]
    public void Report_HasAnImprovementPlanStart_ForEachSecondPeriodInARowInTheLowestBand()
    {
        var known = Closed.Assessed.GroupBy(line => line.Employee).Where(own => own.All(line => line.Cause.Length == 0)).ToDictionary(own => own.Key);
        var expected =
            from alike in known.Values.SelectMany(own => own).GroupBy(line => (line.Employee, line.Assignment, Months: line.Days.Months().Count()))
            from line in Second([.. alike.OrderBy(line => line.Days.First)])
            select $"{(line.Assignment.Length == 0 ? "" : $"{line.Assignment} of ")}{line.Employee} in {line.Period}";
        var starts = Reported().Split('\n').Where(line => line.Contains("Plan start of ", StringComparison.Ordinal))
            .Select(line => line.Split("Plan start of ")[1].Split(" was due")[0].Split(" is due")[0]);
        Same(expected, starts.Where(start => known.ContainsKey(start.Split(" in ")[0].Split(' ')[^1])));
        Assert.NotEmpty(expected);
    }

    [Fact]
    public void Report_ExcusesTheMonthsOfWhichAnAbsenceHasAllDays()
    {
        var months = PayrollRow.Read(Folder, "kpi-results.csv").Select(row => (row.Employee, Month: row["Period"])).Distinct().ToArray();
        var expected =
            from absence in PayrollRow.Read(Folder, "absences.csv")
            from of in months
            where of.Employee == absence.Employee && PayrollDays.Parse(of.Month) is var days
                && days == days.And(PayrollDays.Parse($"{absence["From"]}/{absence["Until"]}"))
            select $"Employee {of.Employee} in {of.Month} was absent on all of its days, and is excused.";
        Same(expected, Reported().Split('\n').Where(line => line.Contains("absent", StringComparison.Ordinal)));
        Assert.NotEmpty(expected);
    }

    [Fact]
    public void Files_AreThoseThatTheSampleMakesUp()
    {
        var made = Directory.CreateTempSubdirectory().FullName;
        Generate.Into(made);
        Assert.All(Directory.GetFiles(made), file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(Folder, Path.GetFileName(file)))));
        Directory.Delete(made, recursive: true);
    }

    private static IEnumerable<PayrollLine> Second(PayrollLine[] lines)
    {
        var row = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var goesOn = row > 0 && lines[i - 1].Days.Last.AddDays(1) == lines[i].Days.First;
            row = lines[i].Band != "Pip" ? 0 : goesOn ? row + 1 : 1;
            if (row == 2)
                yield return lines[i];
        }
    }

    private static string Reported()
    {
        using var output = new StringWriter { NewLine = "\n" };
        new Report(new(Folder), Year.Value, output).Write();
        return output.ToString();
    }

    private static string Key(SettlementLine line) => $"{line.Subject} {line.Period} {line.Part}";

    private static string Told(PayLine line) => new PayrollLine(
        line.Of.Subject, line.Of.Period.ToString()!, line.Of.Part ?? "", line.Group, line.Currency, line.Payable is null ? "" : line.Of.Band!,
        line.Payable, line.Cause ?? "").ToString();

    private static void Same(IEnumerable<PayrollLine> expected, IEnumerable<string> actual) => Same(
        expected.Select(line => (line.Payable is null ? line with { Band = "" } : line).ToString()), actual);

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
