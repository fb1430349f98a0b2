using AccountRules.Cli.Assessing;
using AccountRules.Facts;
using AccountRules.Numbers;

namespace AccountRules.Cli.Output;

/// <summary>The fields of an assessment.</summary>
internal static class AssessmentFields
{
    private const decimal OneWithAllPlaces = 1.0000000000000000000000000000m;
    private static readonly Func<Rule, bool> IsTrack = rule => RuleForms.Of(rule) == RuleForm.Track;
    private static readonly Func<Rule, bool> IsRollUp = rule => RuleForms.Of(rule) == RuleForm.RollUp;
    private static readonly Func<Rule, bool> HasFactors = rule => rule.Grades.Any(g => g.Factor is not null);

    /// <summary>All fields, in the order in which they are written.</summary>
    public static Fields<Assessment> All => field ??= new(a => a.Rule,
    [
        new("rule", a => a.Rule.Id) { IsAlways = true, IsOfRule = true },
        new("subject", a => a.Subject) { IsAlways = true },
        new("standing", a => a.Standing.ToString()) { IsAlways = true },
        new("band", a => a.Band) { IsAlways = true },
        new("value", a => Trimmed(a.Value)) { IsAlways = true },
        new("unit", a => a.Unit?.ToString()) { IsOfRule = true },
        new("account", a => a.Account),
        new("period", a => a.Period?.ToString()) { IsIn = rule => rule.FactShape is not { HasPeriod: false } },
        .. OwnFields.Parts<Assessment>(a => a).Take(1),
        new("dueOn", a => a.DueOn),
        new("changesOn", a => a.ChangesOn),
        .. OwnFields.Details<Assessment>(a => a).Take(1),
        new("factor", a => Trimmed(a.Factor)) { IsIn = HasFactors },
        new("payable", a => a.Payable) { IsIn = HasFactors },
        new("programme", a => a.Programme) { IsIn = rule => rule.Grades.Any(g => g.Programme is not null) },
        new("movement", a => a.Movement?.ToString()) { IsIn = IsTrack },
        new("streak", a => a.Streak) { IsIn = IsRollUp },
        new("met", a => a.Tally?.Met) { IsIn = IsRollUp },
        new("results", a => a.Tally?.Total) { IsIn = IsRollUp },
        new("cause", a => a.Cause == Cause.None ? null : a.Cause.ToString()),
        new("reason", a => a.Reason) { IsAlways = true },
        new("citation", a => a.Citation?.ToString()) { IsAlways = true, IsOfRule = true },
        new("asOf", a => a.AsOf) { IsOfRule = true },
        new("policyVersion", a => a.PolicyVersion) { IsOfRule = true },
        new("provisional", a => a.IsProvisional ? true : (bool?)null),

        // What later rules say comes last, so that no column moves.
        .. OwnFields.Details<Assessment>(a => a).Skip(1),
        .. OwnFields.Parts<Assessment>(a => a).Skip(1),
        new("waivedUntil", a => a.Waiver?.Until),
        new("waivedFrom", a => a.Waiver?.From),
        new("waivedBy", a => a.Waiver?.ApprovedBy),
        new("waivedFor", a => a.Waiver?.Reason),
        new("judgedBy", a => a.JudgedBy?.ToString()),
        new("currency", a => a.Currency) { IsIn = rule => HasFactors(rule) || rule.FactShape is { HasCurrency: true } },
        new("group", a => a.FactAs<PayPeriod>()?.Group) { IsIn = HasFactors },
    ]);

    /// <summary>The same number without zeros at its end.</summary>
    private static decimal? Trimmed(decimal? number) =>
        number is { } value && (value.Scale == 0 || DecimalBits.Of(value).LastDigit != 0) ? value : number / OneWithAllPlaces;
}
