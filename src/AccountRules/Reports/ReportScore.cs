using System.Numerics;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// How well a <see cref="ReportSheet"/> stands, from 0 to 100 points, by the weights that the policy gives to rules: of each rule the part of its assessments
/// that are in time counts. It is one exact fraction, rounded once. Immutable.
/// </summary>
public sealed class ReportScore
{
    private const int Places = 2;

    private ReportScore(decimal? points, string? band, IReadOnlyList<ScorePart> parts, IReadOnlyList<string> missing) =>
        (Points, Band, Parts, Missing) = (points, band, parts, missing);

    /// <summary>The points, from 0 to 100 with two places, half away from zero; <c>null</c> where the score is not known.</summary>
    public decimal? Points { get; }

    /// <summary>The band, by the exact score and not by the rounded one; <c>null</c> where the score is not known, or the terms have no bands.</summary>
    public string? Band { get; }

    /// <summary>What each rule contributes, in the order of the terms.</summary>
    public IReadOnlyList<ScorePart> Parts { get; }

    /// <summary>The rules whose part is not known, in the order of the terms: <see cref="AccountReportTerms.Missing"/> says how they count.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The score of a sheet; <c>null</c> where the terms have no weights. It can be asked with other terms, to see what they would say.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="terms">The terms, such as <c>policy.Terms.AccountReport</c>.</param>
    public static ReportScore? Of(ReportSheet sheet, AccountReportTerms terms)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Weights.Count == 0 ? null : Of([.. terms.Weights.Select(weight => Counted(sheet, weight, terms.Missing))], terms);
    }

    /// <summary>The points, the band and what they rest on, in one line.</summary>
    public override string ToString()
    {
        var missing = Missing.Count > 0 ? $"; not known: {Texts.Listed(Missing)}" : "";
        return Points is { } points ? $"{Texts.Number(points)} of 100{(Band is null ? "" : $", {Band}")}{missing}" : $"no score{missing}";
    }

    private static ReportScore Of(ScorePart[] counted, AccountReportTerms terms)
    {
        string[] missing = [.. counted.Where(part => part.IsMissing).Select(part => part.Rule)];
        var counts = Array.ConvertAll(counted, part => !part.IsMissing || terms.Missing == MissingPart.CountAsNothing);
        if (!counts.Contains(true) || (missing.Length > 0 && terms.Missing == MissingPart.Undetermined))
            return new(null, null, counted, missing);

        var whole = Sum(counted.Zip(counts).Where(pair => pair.Second).Select(pair => Exact.Fraction(pair.First.Weight)));
        var (sum, rounded, parts) = ((Top: BigInteger.Zero, Bottom: BigInteger.One), 0m, new List<ScorePart>());
        for (var i = 0; i < counted.Length; i++)
        {
            // Rounding what has been added up so far, and not each part, makes the parts add up to the whole.
            sum = Sum([sum, counts[i] ? PartOf(counted[i], terms.Missing, whole) : (0, 1)]);
            var next = Rounded(sum);
            parts.Add(With(counted[i], counts[i] ? next - rounded : null));
            rounded = next;
        }

        return new(rounded, BandOf(sum, terms.Bands), parts, missing);
    }

    /// <summary>Of an account that the rule has nothing of the newest period that has ended, nothing is known, whatever it has of older ones.</summary>
    private static ScorePart Counted(ReportSheet sheet, ReportWeightTerms weight, MissingPart missing)
    {
        var counts = sheet.Rule(weight.Rule) is { } rule ? rule.Newest is null ? rule.Standings : rule.Ended?.Standings : null;
        var inTime = counts is null ? 0 : counts[Standing.Met] + counts[Standing.OnTrack] + counts[Standing.AtRisk];
        var not = counts is null ? 0 : counts[Standing.Late] + counts[Standing.Overdue] + counts[Standing.Missed];
        var undetermined = counts?[Standing.Undetermined] ?? 0;
        return new()
        {
            Rule = weight.Rule,
            Weight = weight.Weight,
            InTime = inTime,
            NotInTime = not,
            Undetermined = undetermined,
            IsMissing = inTime + not == 0 || (undetermined > 0 && missing == MissingPart.Undetermined),
            Points = null,
        };
    }

    private static ScorePart With(ScorePart part, decimal? points) => new()
    {
        Rule = part.Rule,
        Weight = part.Weight,
        InTime = part.InTime,
        NotInTime = part.NotInTime,
        Undetermined = part.Undetermined,
        IsMissing = part.IsMissing,
        Points = points,
    };

    /// <summary>100 * weight / whole * in time / counted.</summary>
    private static (BigInteger Top, BigInteger Bottom) PartOf(ScorePart part, MissingPart missing, (BigInteger Top, BigInteger Bottom) whole)
    {
        var counted = part.InTime + part.NotInTime + (missing == MissingPart.CountAsNothing ? part.Undetermined : 0);
        var (top, bottom) = Exact.Fraction(part.Weight);
        return counted == 0 ? (0, 1) : (100 * top * whole.Bottom * part.InTime, bottom * whole.Top * counted);
    }

    private static (BigInteger Top, BigInteger Bottom) Sum(IEnumerable<(BigInteger Top, BigInteger Bottom)> parts) =>
        parts.Aggregate(
            (Top: BigInteger.Zero, Bottom: BigInteger.One),
            (sum, part) => (sum.Top * part.Bottom + part.Top * sum.Bottom, sum.Bottom * part.Bottom));

    /// <summary>Half away from zero; no score is negative.</summary>
    private static decimal Rounded((BigInteger Top, BigInteger Bottom) value) =>
        new((int)((value.Top * 200 + value.Bottom) / (value.Bottom * 2)), 0, 0, isNegative: false, Places);

    private static string? BandOf((BigInteger Top, BigInteger Bottom) score, TermList<BandTerms> bands) => bands.LastOrDefault(band =>
    {
        var (top, bottom) = Exact.Fraction(band.From ?? 0);
        return score.Top * bottom >= top * score.Bottom;
    })?.Name;
}
