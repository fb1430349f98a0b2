using System.Globalization;

namespace AccountRules.Cli.Output;

/// <summary>A column of a rule's table.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Cell">Its cell for an assessment, as markup.</param>
/// <param name="IsNumber">Whether its cells are set to the right.</param>
/// <param name="Wraps">Whether its cells may take several lines.</param>
internal sealed record SectionColumn(string Title, Func<Assessment, string> Cell, bool IsNumber = false, bool Wraps = false)
{
    private static readonly SectionColumn Standing = new("Standing", a => Paint.Standing(a.Standing, a.Standing.ToString()));
    private static readonly SectionColumn Account = new("Account", a => Screen.Text(a.Account), Wraps: true);
    private static readonly SectionColumn Period = new("Period", a => Screen.Text(a.Period?.ToString()));
    private static readonly SectionColumn Band = new("Band", a => Screen.Text(a.Band), Wraps: true);
    private static readonly SectionColumn Due = new("Due", a => Screen.Text(a.DueOn?.ToString("O")));
    private static readonly SectionColumn Why = new("Why", a => Screen.Text(a.Reason), Wraps: true);
    private static readonly SectionColumn Cause = new("Why", a => a.Cause == AccountRules.Cause.None ? "" : Screen.Text(a.Reason), Wraps: true);
    private static readonly SectionColumn Margin = new("Margin", a => Screen.Text(MarginOf(a)), Wraps: true);

    /// <summary>The columns that suit a rule.</summary>
    /// <param name="rule">The rule.</param>
    public static IReadOnlyList<SectionColumn> For(RuleInfo rule) => rule.Id switch
    {
        "fte-fulfillment" => [Standing, Subject("Order"), Account, Days("Days"), Due, Margin],
        "registry-closure" => [Standing, Subject("Item"), Account, Days("Days"), Due, new("Focus", a => a.Focus is true ? "focus" : ""), Margin],
        "kpi-attainment" => [Standing, Subject("Employee"), new("KPI", a => Screen.Text(a.Kpi), Wraps: true), Period, Percent("Attained"), Margin],
        "kpi-month" => [Standing, Subject("Employee"), Period, new("Met", a => Count(a.Tally?.Met, a.Tally?.Total), IsNumber: true), new("In a row", a => Count(a.Streak), IsNumber: true), Cause],
        "key-account" => [new("Movement", a => a.Movement is { } m ? Move(m) : Standing.Cell(a)), Subject("Account"), Period, Amount("Revenue"), Band, Cause],
        "performance-pay" => [Subject("Employee"), Period, Percent("Attained"), Band, Percent("Pays", a => a.Factor), Amount("Payable", a => a.Payable), new("Enters", a => a.Programme is { } p ? $"[red]{Screen.Text(p)}[/]" : "", Wraps: true), Margin],
        "improvement-plan" => [Standing, Subject("Employee"), Band, Due, Why],
        _ => [Standing, Subject(rule.Noun), Account, Period, Band, Why],
    };

    private static string MarginOf(Assessment assessment) => assessment switch
    {
        { Cause: not AccountRules.Cause.None } => assessment.Reason,
        { Unit: Unit.Days, Standing: AccountRules.Standing.Met } => "",
        { Unit: Unit.Days, Standing: AccountRules.Standing.Overdue or AccountRules.Standing.Late, ToBandBelow.Distance: var days } => $"{Number(days)} {(days == 1 ? "day" : "days")} past due",
        _ => (assessment.ToBandAbove ?? assessment.ToBandBelow)?.ToString() ?? "",
    };

    private static SectionColumn Subject(string title) => new(title, a => Screen.Text(a.Subject), Wraps: true);

    private static SectionColumn Days(string title) => new(title, a => Number(a.Value), IsNumber: true);

    private static SectionColumn Amount(string title, Func<Assessment, decimal?>? amount = null) =>
        new(title, a => (amount is null ? a.Value : amount(a)) is { } value ? value.ToString("#,##0.00##", CultureInfo.InvariantCulture) : "", IsNumber: true);

    private static SectionColumn Percent(string title, Func<Assessment, decimal?>? ratio = null) =>
        new(title, a => (ratio is null ? a.Value : ratio(a)) is { } value ? $"{Truncated(value)} %" : "", IsNumber: true);

    private static string Number(decimal? number) => number?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Count(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Count(int? count, int? of) => string.Create(CultureInfo.InvariantCulture, $"{count} of {of}");

    /// <summary>Digits are cut off, not rounded: 84.999 % is not shown as 85.00 %.</summary>
    private static string Truncated(decimal ratio) => ratio < 1_000_000_000_000m && ratio > -1_000_000_000_000m
        ? (Math.Truncate(ratio * 10_000m) / 100).ToString("#,##0.00", CultureInfo.InvariantCulture)
        : ratio.ToString("#,##0", CultureInfo.InvariantCulture) + "00";

    private static string Move(Movement movement) => movement switch
    {
        Movement.Entered => "[green]Entered[/]",
        Movement.Left => "[yellow]Left[/]",
        _ => movement.ToString(),
    };
}
