using AccountRules.Wording;

namespace AccountRules;

/// <summary>What the bands of a pay table must keep to together.</summary>
internal static class PayTable
{
    /// <summary>Adds what is wrong with a table.</summary>
    /// <param name="table">The table, with what it takes from the usual one.</param>
    /// <param name="path">Where it is, such as <c>tables[2].</c>; empty for the usual one.</param>
    /// <param name="hasBands">Whether the bands are its own.</param>
    /// <param name="problems">Where they go.</param>
    public static void Check(PayTableTerms table, string path, bool hasBands, TermProblems problems)
    {
        var before = problems.Found.Count;
        if (hasBands)
            CheckBands(table, path, problems);

        CheckAmounts(table, path, problems);
        for (var i = 0; i < table.Bands.Count; i++)
            CheckLine(table, i, hasBands ? $"{path}bands[{i}]." : "", path, problems);

        if (table.Kind == PayTableKind.Marginal && problems.Found.Count == before)
            CheckSum(table, path, problems);
    }

    private static void CheckSum(PayTableTerms table, string path, TermProblems problems)
    {
        try
        {
            _ = PayLines.Of(table.Scale, PayTableKind.Marginal);
        }
        catch (ArgumentException e)
        {
            problems.Add($"{path}bands", "a marginal table that cannot be added up", e.Message.TrimEnd('.'));
        }
    }

    private static void CheckAmounts(PayTableTerms table, string path, TermProblems problems)
    {
        if (table is { Increment: { } increment and > 0, Decimals: { } decimals } && !PaySettings.Fits(increment, decimals))
        {
            problems.Add(
                $"{path}increment", Texts.Number(increment),
                $"as many places as decimals says, which is {decimals}: give more decimals, or a coarser increment", $"{path}decimals");
        }

        if (table is { AtLeast: { } least, AtMost: { } most } && most < least)
            problems.Add($"{path}atMost", Texts.Number(most), $"at least atLeast, which is {Texts.Number(least)}", $"{path}atLeast");

        problems.CheckCurrency(table.Currency, $"{path}currency");
    }

    /// <summary>A line has two ends, and does not fall; in a marginal table there is none.</summary>
    private static void CheckLine(PayTableTerms table, int band, string bandPath, string path, TermProblems problems)
    {
        if (table.Bands[band] is not { FactorTo: { } to } b)
            return;

        var (term, from) = ($"{bandPath}factorTo", b.Factor);
        if (table.Kind == PayTableKind.Marginal)
        {
            problems.Add(
                $"{path}kind", $"a marginal table, and band `{b.Name}` pays along a line",
                "one factor for each band, which applies to what lies in the band");
        }

        if (bandPath.Length == 0)
            return;

        if (band == 0)
            problems.Add(term, "a line in the first band, which begins nowhere", "a band from 0 above it, with this line");
        else if (band + 1 == table.Bands.Count)
            problems.Add(term, "a line in the last band, which has no end", "a band above it, where the line ends");
        else if (to < from)
            problems.Add(term, Texts.Number(to), $"at least factor, which is {Texts.Number(from)}: a line does not fall", $"{bandPath}factor");
    }

    private static void CheckBands(PayTableTerms table, string path, TermProblems problems)
    {
        var bands = table.Bands;
        if (bands.Count == 0)
            problems.Add($"{path}bands", "no band", "at least the lowest band, which has no cut");

        for (var i = 0; i < bands.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(bands[i].Name) || IsRepeated(bands, i))
                AddName(bands[i].Name, $"{path}bands[{i}]", problems);

            if ((i == 0) != (bands[i].Cut is null))
                AddCut(bands[i].Cut, $"{path}bands[{i}]", problems);

            if (bands[i] is { Above: not null, From: not null })
                problems.Add($"{path}bands[{i}].from", "above and from on one band", "one of them");

            if (i > 0 && bands[i].Cut is { } cut && bands[i - 1].Cut is { } below && cut <= below)
            {
                problems.Add(
                    $"{path}bands[{i}].{Term(cut)}",
                    $"{cut}",
                    $"bands in ascending order; band `{bands[i - 1].Name}` before it begins {below}",
                    $"{path}bands[{i - 1}].{Term(below)}");
            }

            if (i > 0 && table.Kind != PayTableKind.Marginal && bands[i].Factor < (bands[i - 1].FactorTo ?? bands[i - 1].Factor))
            {
                problems.Remark(
                    $"{path}bands[{i}].factor",
                    $"band `{bands[i].Name}` pays {Texts.Percent(bands[i].Factor)} and band `{bands[i - 1].Name}` below "
                    + $"it {Texts.Percent(bands[i - 1].FactorTo ?? bands[i - 1].Factor)}, so that who attains more is paid less: look at both factors");
            }
        }
    }

    private static bool IsRepeated(TermList<PayBandTerms> bands, int index) =>
        bands.Take(index).Any(b => string.Equals(b.Name, bands[index].Name, StringComparison.Ordinal));

    private static void AddName(string name, string path, TermProblems problems)
    {
        if (string.IsNullOrWhiteSpace(name))
            problems.Add($"{path}.name", "an empty name", "a name of its own");
        else
            problems.Add($"{path}.name", $"`{name}` again", "a name that no other band has");
    }

    private static void AddCut(Cut? cut, string path, TermProblems problems)
    {
        if (cut is { } lowest)
        {
            problems.Add(
                $"{path}.{Term(lowest)}",
                $"{lowest}",
                "no cut on the first band, which takes in all that lies below; leave it out, or put a lowest band before");
        }
        else
        {
            problems.Add(path, "no cut", "above or from on every band but the first");
        }
    }

    private static string Term(Cut cut) => cut.Edge == Edge.Above ? "above" : "from";
}
