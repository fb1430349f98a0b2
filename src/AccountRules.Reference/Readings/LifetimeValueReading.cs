using System.Numerics;
using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Sum over all periods, with rank (ties share one) and share of the total; Graded in bands of the terms, if any." Sums, ranks and bands are of one currency.
/// </summary>
internal static class LifetimeValueReading
{
    /// <summary>Sums are in units of the last place that a decimal can have.</summary>
    private static readonly BigInteger One = BigInteger.Pow(10, 28);

    public static Dictionary<FactKey, Expected> Of(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var currency = terms.LifetimeValue.Currency;
        var bands = terms.LifetimeValue.Bands.Select(band => (band.Name, From: band.From is { } from ? Units(from) : (BigInteger?)null)).ToArray();
        return Sums(facts, asOf).ToDictionary(
            account => new FactKey(account.Key),
            account => !account.Value.HasBegun ? Expected.NotBegun
                : account.Value.Sum is not { } units ? Expected.Undetermined
                : bands.Length > 0 && account.Value.Currency is { } own && own != currency ? Expected.Undetermined
                : new(Standing.Graded, bands.Length == 0 ? "Counted" : bands.Last(band => band.From is not { } from || units >= from).Name));
    }

    /// <summary>Of each account with a sum: its rank, how many are ranked, and its share as a fraction; nothing where any sum is not known.</summary>
    public static Dictionary<string, (int Rank, int Accounts, BigInteger Part, BigInteger Total)> Ranks(
        IEnumerable<object> facts, DateOnly asOf, string? ofNone = null)
    {
        var begun = Sums(facts, asOf).Where(account => account.Value.HasBegun).ToArray();
        if (begun.Any(account => account.Value.Sum is null))
            return [];

        return begun.ToDictionary(
            account => account.Key,
            account =>
            {
                var sums = begun.Where(other => (other.Value.Currency ?? ofNone) == (account.Value.Currency ?? ofNone))
                    .Select(other => other.Value.Sum!.Value).ToArray();
                return (
                    1 + sums.Count(other => other > account.Value.Sum!.Value), sums.Length, account.Value.Sum!.Value,
                    sums.Aggregate(BigInteger.Zero, (all, sum) => all + sum));
            },
            StringComparer.Ordinal);
    }

    private static Dictionary<string, (bool HasBegun, BigInteger? Sum, string? Currency)> Sums(IEnumerable<object> facts, DateOnly asOf) =>
        facts.OfType<AccountRevenue>().GroupBy(r => r.AccountId, StringComparer.Ordinal).ToDictionary(account => account.Key, account =>
        {
            var begun = account.Where(r => r.Period.Start <= asOf).ToArray();
            var areApart = begun.All(r => begun.Count(other => other.Period.Start <= r.Period.End && r.Period.Start <= other.Period.End) == 1);
            var sum = begun.Aggregate(BigInteger.Zero, (all, r) => all + Units(r.Revenue ?? 0));
            var isOne = begun.All(r => r.Currency == begun[0].Currency);
            return (
                begun.Length > 0, areApart && isOne && begun.All(r => r.Revenue is not null) && IsDecimal(sum) ? sum : (BigInteger?)null,
                begun.FirstOrDefault()?.Currency);
        }, StringComparer.Ordinal);

    /// <summary>Whether a number has at most 96 bits once the zeros at its end are left out.</summary>
    private static bool IsDecimal(BigInteger units)
    {
        for (var places = 28; places > 0 && units % 10 == 0; places--)
            units /= 10;

        return BigInteger.Abs(units) < BigInteger.Pow(2, 96);
    }

    private static BigInteger Units(decimal value) => Fraction.Of(value) is var (digits, of) ? digits * (One / of) : default;
}
