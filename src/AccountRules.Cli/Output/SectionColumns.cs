using System.Globalization;
using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>The columns of a rule's table.</summary>
internal static class SectionColumns
{
    private static readonly TextColumn<Assessment> Standing = new("Standing", a => Paint.Standing(a.Standing, a.Standing.ToString()));
    private static readonly TextColumn<Assessment> Movement = new("Movement", a => a.Movement is { } m ? Move(m) : Standing.Cell(a));
    private static readonly TextColumn<Assessment> Account = new("Account", a => Screen.Text(a.Account), Wraps: true);
    private static readonly TextColumn<Assessment> Period = new("Period", a => Screen.Text(a.Period?.ToString()));
    private static readonly TextColumn<Assessment> Band = new("Band", a => Screen.Text(a.Band), Wraps: true);
    private static readonly TextColumn<Assessment> Provisional = new(
        "Provisional", a => a is { IsProvisional: true, Period: { } p } ? $"until {p.End.ToString("O")}" : "");
    private static readonly TextColumn<Assessment> Waived = new("Waived", a => Screen.Text(ReportView.WaivedBy(a)), Wraps: true);
    private static readonly TextColumn<Assessment> Due = new("Due", a => Screen.Text(a.DueOn?.ToString("O")));
    private static readonly TextColumn<Assessment> Why = new("Why", a => Screen.Text(a.Reason), Wraps: true);
    private static readonly TextColumn<Assessment> Cause = new("Why", a => a.Cause.IsNone ? "" : Screen.Text(a.Reason), Wraps: true);
    private static readonly TextColumn<Assessment> Met = new("Met", a => Count(a.Tally?.Met, a.Tally?.Total), IsNumber: true);
    private static readonly TextColumn<Assessment> InARow = new("In a row", a => Count(a.Streak), IsNumber: true);
    private static readonly TextColumn<Assessment> Payable = new("Payable", a => a.Payable is { } paid ? Money(paid, a.Currency) : "", IsNumber: true);
    private static readonly TextColumn<Assessment> Currency = new("Currency", a => Screen.Text(a.Currency));
    private static readonly TextColumn<Assessment> Enters = new("Enters", a => a.Programme is { } p ? $"[red]{Screen.Text(p)}[/]" : "", Wraps: true);
    private static readonly TextColumn<Assessment> Margin = new("Margin", a => Screen.Text(MarginOf(a)), Wraps: true);

    /// <summary>
    /// The columns that suit a rule, by what it takes, measures and says. A column that is empty throughout is left out where the table is written.
    /// </summary>
    /// <param name="rule">The rule.</param>
    public static IReadOnlyList<TextColumn<Assessment>> For(Rule rule)
    {
        var form = RuleForms.Of(rule);
        var isGraded = rule.Grades.All(g => g.IsProvisional || g.Standing == AccountRules.Standing.Graded);
        return
        [
            .. form == RuleForm.Track ? [Movement] : isGraded ? [] : new[] { Standing },
            Subject(rule),
            .. rule.PartName.Length > 0 ? [new(rule.PartName, a => Screen.Text(a.Part), Wraps: true)] : Array.Empty<TextColumn<Assessment>>(),
            .. rule.FactShape is { IsOfAccounts: true } ? [] : new[] { Account },
            Period,
            Provisional,
            .. form == RuleForm.RollUp ? [Met, InARow] : Array.Empty<TextColumn<Assessment>>(),
            .. form == RuleForm.Track || rule.Scales.Count > 0 ? [Value(rule)] : Array.Empty<TextColumn<Assessment>>(),
            .. TellsBandsApart(rule, form) ? [] : new[] { Band },
            Due,
            .. rule.DetailNames.Select(Detail),
            .. rule is { FactShape.HasCurrency: true, Unit: not Unit.Days } ? [Currency] : Array.Empty<TextColumn<Assessment>>(),
            Percent("Pays", a => a.Factor),
            Payable,
            Enters,
            Waived,
            rule.Scales.Count > 0 ? Margin : form == RuleForm.Each ? Why : Cause,
        ];
    }

    /// <summary>Whether a fact's standing tells its band: an open one's, for a deadline.</summary>
    private static bool TellsBandsApart(Rule rule, RuleForm form) => form == RuleForm.RollUp
        || (rule.Scales.Count > 0 && rule.Scales.All(
            scale => scale.Select(b => rule.Unit == Unit.Days ? b.WhileOpen ?? b.Standing : b.Standing).Distinct().Count() == scale.Count));

    private static string MarginOf(Assessment assessment) => assessment switch
    {
        { Cause.IsNone: false } => assessment.Reason,
        { Unit: Unit.Days, Standing: AccountRules.Standing.Met } => "",
        { Unit: Unit.Days, OverdueDays: { } days } => $"{Number(days)} {(days == 1 ? "day" : "days")} past due",
        _ => (assessment.ToBandAbove ?? assessment.ToBandBelow)?.ToString() ?? "",
    };

    /// <summary>The subject's column is called after its property, without <c>Id</c>.</summary>
    private static TextColumn<Assessment> Subject(Rule rule)
    {
        var name = rule.FactShape?.Identity[0] ?? rule.Info.Noun;
        return new(name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name, a => Screen.Text(a.Subject), Wraps: true);
    }

    private static TextColumn<Assessment> Value(Rule rule) => rule.Unit switch
    {
        Unit.Days => new(rule.Info.ValueTitle ?? "Days", a => Number(a.Value), IsNumber: true),
        Unit.Months or Unit.Years => new(rule.Info.ValueTitle ?? $"{rule.Unit}", a => Number(a.Value), IsNumber: true),
        Unit.Ratio => Percent(rule.Info.ValueTitle ?? "Attained"),
        _ => Amount(rule.Info.ValueTitle ?? "Value"),
    };

    /// <summary>A flag is shown by its name.</summary>
    private static TextColumn<Assessment> Detail(string name) => new(Input.Shown.Upper(name), a => a.Detail(name) switch
    {
        null or false => "",
        true => Screen.Text(name),
        DateOnly date => date.ToString("O"),
        decimal { Scale: > 10 } endless => string.Create(CultureInfo.InvariantCulture, $"{decimal.Truncate(endless * 10_000) / 10_000:0.0000}…"),
        var other => Screen.Text(Convert.ToString(other, CultureInfo.InvariantCulture)),
    });

    private static TextColumn<Assessment> Amount(string title, Func<Assessment, decimal?>? amount = null) =>
        new(title, a => (amount is null ? a.Value : amount(a)) is { } value ? value.ToString("#,##0.00##", CultureInfo.InvariantCulture) : "", IsNumber: true);

    /// <summary>An amount of a currency has the places that it was rounded to.</summary>
    private static string Money(decimal amount, string? currency) => currency is null
        ? amount.ToString("#,##0.00##", CultureInfo.InvariantCulture)
        : $"{amount.ToString(string.Create(CultureInfo.InvariantCulture, $"N{amount.Scale}"), CultureInfo.InvariantCulture)} {Screen.Text(currency)}";

    private static TextColumn<Assessment> Percent(string title, Func<Assessment, decimal?>? ratio = null) =>
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
        AccountRules.Movement.Entered => "[green]Entered[/]",
        AccountRules.Movement.Left => "[yellow]Left[/]",
        _ => movement.ToString(),
    };
}
