namespace AccountRules.Cli.Tests;

/// <summary>Tables on screens of any width: a long name neither empties the table nor is it dropped.</summary>
public sealed class WidthTests : IDisposable
{
    private static readonly string Long = new('ø', 300);
    private readonly Tool tool = new();

    public WidthTests()
    {
        tool.File("fte-orders.csv", $"{Tool.Orders}{Long},{Long},2026-02-20,,2\n42,ACME,2026-01-01,,2\n43,ACME,2026-04-01,,2\n");
        tool.File("kpi-results.csv", $"EmployeeId,Kpi,Period,Target,Actual\n{Long},{Long},2026-04,100,85\n");
        tool.File("improvement-plans.csv", $"EmployeeId,StartedOn,EndsOn,CompletedOn,Target,Actual\n{Long},2026-04-11,2026-05-10,,,\n");
    }

    public void Dispose() => tool.Dispose();

    public static TheoryData<int> Widths => [40, 60, 80, 120, 200];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Assess_DropsNothing(int width)
    {
        var result = tool.Run(t => t with { Width = width }, "assess", tool.Folder, "--limit", "0");

        // The order with its account; the KPI with its employee; the month; the plan, and its reason.
        AssertWhole(result, width, long300: 2 + 2 + 1 + 2);
        foreach (var word in new[] { "42", "43", "Overdue", "OnTrack", "Missed", "2026-05-21", "2026-06-30", "30 days", "2026-04", "85.00 %" })
            Assert.Contains(word, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Assess_WhatNeedsAttention_DropsNothing(int width)
    {
        var result = tool.Run(t => t with { Width = width }, "assess", tool.Folder);

        // The KPI with its employee, and the month of the employee; of the orders the one that is overdue comes first.
        AssertWhole(result, width, long300: 2 + 1);
        foreach (var word in new[] { "Overdue", "42", "2026-04-01", "fulfilled", "Missed", "2026-04", "kpi-month" })
            Assert.Contains(word, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Agenda_DropsNothing(int width)
    {
        var result = tool.Run(t => t with { Width = width }, "agenda", tool.Folder, "--days", "30");

        // The long order gets at risk and overdue, with its account; the plan's review gets due.
        AssertWhole(result, width, long300: 2 + 2 + 1);
        foreach (var word in new[] { "2026-05-07 Thu", "2026-05-22 Fri", "2026-05-11 Mon", "fte-fulfillment", "improvement-plan", "AtRisk", "unless" })
            Assert.Contains(word, result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Agenda_ByAccount_DropsNothing(int width) =>
        AssertWhole(
            tool.Run(t => t with { Width = width }, "agenda", tool.Folder, "--days", "30", "--group-by", "account", "--rule", "fte-fulfillment"),
            width,
            long300: width < 90 ? 4 : 3);

    [Fact]
    public void AWordOf10000Characters_IsShownWhole_AndTakesNoTime()
    {
        var orders = tool.File("fte-orders.csv", $"{Tool.Orders}{new string('ø', 10_000)},ACME,2026-02-20,,2\n");

        var result = tool.Run(t => t with { Width = 80 }, "assess", orders, "--details");

        Assert.Equal(10_000, result.Out.Count(c => c == 'ø'));
    }

    private static void AssertWhole(Result result, int width, int long300)
    {
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.DoesNotContain('…', result.Out);
        Assert.All(result.Out.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        Assert.Equal(long300 * 300, result.Out.Count(c => c == 'ø'));
    }
}
