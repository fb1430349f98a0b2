using System.Numerics;
using AccountRules.Wording;

namespace AccountRules.History;

/// <summary>What a period pays whose days go each by its own version of a policy.</summary>
internal static class PaidByDays
{
    /// <summary>
    /// The parts, in the order of their days, each with what is paid up to its last day: the factors of all these days, added up, are one exact product with
    /// the pay, rounded once. So the parts add up to what the whole period pays.
    /// </summary>
    public static List<(AssessmentPart Part, decimal? PaidSoFar)>? Of<TFact>(TierRule<TFact> whole, RuleVersions<TFact> versions, TFact fact, bool isRunning)
        where TFact : class
    {
        var (period, paid, factorDays) = (whole.PeriodOf(fact)!.Value, (decimal?)0m, (Numerator: BigInteger.Zero, Denominator: BigInteger.One));
        var count = period.End.DayNumber - period.Start.DayNumber + 1;
        var paysNow = !isRunning || whole.Info.Judged == PeriodJudgement.AsItStands;
        List<(AssessmentPart Part, decimal? PaidSoFar)> parts = [];
        (int Version, DateOnly From, DateOnly Until)[] days = [.. versions.Plan.PartsOf(period)];
        var payment = PaymentOf(days[^1].Version);
        foreach (var (version, from, until) in days)
        {
            var rule = (TierRule<TFact>)versions.Rules[version];
            var own = until.DayNumber - from.DayNumber + 1;
            var verdict = rule.Judge(fact, DateOnly.MaxValue);
            var (factor, of) = rule.ExactFactorOf(fact, verdict)!.Value;
            factorDays = (factorDays.Numerator * of + factor * own * factorDays.Denominator, factorDays.Denominator * of);
            var before = paid;
            paid = paysNow ? payment.Of(fact, factorDays, count) : null;
            parts.Add((
                new(
                    versions.Plan.Versions[version].Version, from, until, own, count, rule.Grades[verdict.Grade].Band,
                    paysNow ? rule.FactorOf(fact, verdict) : null, paid - before),
                paid));
        }

        return parts;

        Payment<TFact> PaymentOf(int version)
        {
            var rule = (TierRule<TFact>)versions.Rules[version];
            return rule.PaymentOf(rule.Judge(fact, DateOnly.MaxValue).Grade)!;
        }
    }

    /// <summary>The parts in words: for 30 of 61 days Full at 100% by version 2026.1, …, in all 1,016.39.</summary>
    public static string Sentence(IReadOnlyList<AssessmentPart> parts, string? currency, decimal? payable)
    {
        var each = string.Join("; ", parts.Select(p =>
            p.Factor is { } factor
                ? Message.Of($"{Part(p)}, paid at {Texts.Percent(factor)}, {Texts.AsWritten(p.Payable ?? 0)}")
                : Message.Of($"{Part(p)} so far, which pays nothing yet")));
        return payable is { } sum
            ? Message.Of($"is judged day by day: {each}; {Texts.AsWritten(sum)}{(currency is null ? "" : $" {Visible.Text(currency)}")} in all")
            : Message.Of($"is judged day by day: {each}");

        static string Part(AssessmentPart p) => Message.Of($"{p.Days} of {p.Of} days by version {Visible.Text(p.Version)}: {Message.Text(p.Band)}");
    }
}
