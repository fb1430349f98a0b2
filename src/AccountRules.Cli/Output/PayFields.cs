using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>The fields of a line of pay.</summary>
internal static class PayFields
{
    /// <summary>All fields, in the order in which they are written.</summary>
    public static Fields<PayLine> All => field ??= new(RuleOf: null,
    [
        new("employee", l => l.Assessment.Subject) { IsAlways = true },
        new("assignment", l => l.Assessment.Part),
        new("period", l => l.Assessment.Period?.ToString()) { IsAlways = true },
        new("payable", l => l.Payable) { IsAlways = true },
        new("currency", l => l.Assessment.Currency) { IsAlways = true },
        new("standing", l => l.Assessment.Standing.ToString()) { IsAlways = true },
        new("band", l => l.Assessment.Band) { IsAlways = true },
        new("programme", l => l.Assessment.Programme),
        new("group", l => l.Of.Pay.Group),
        new("kpiPlan", l => l.Of.Plan?.KpiPlan),
        new("attained", l => l.Of.Achievement?.Attained),
        new("factor", l => l.Assessment.Factor),
        new("committed", l => l.Of.Pay.CommittedPay),
        new("share", l => l.Of.Pay.Share),
        new("shareOf", l => l.Of.Pay.ShareOf),
        new("withheldFor", l => l.Of.Pay.WithheldFor),
        new("notOfPlan", l => l.Of.Achievement is { Unknown.Count: > 0 } other ? string.Join("; ", other.Unknown) : null),
        new("uncapped", l => l.Capped is { IsCapped: true } ? l.Assessment.Payable : null),
        new("provisional", l => l.Assessment.IsProvisional ? true : (bool?)null),
        new("cause", l => l.Assessment.Cause.IsNone ? null : l.Assessment.Cause.Code),
        new("reason", l => l.Reason) { IsAlways = true },
        new("asOf", l => l.Assessment.AsOf),
        new("policyVersion", l => l.Assessment.JudgedBy?.Version ?? l.Assessment.PolicyVersion),
    ]);
}
