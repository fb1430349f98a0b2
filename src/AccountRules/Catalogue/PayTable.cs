using AccountRules.Wording;

namespace AccountRules;

/// <summary>What the bands of a pay table must keep to together.</summary>
internal static class PayTable
{
    public static void Check(IReadOnlyList<PayBandTerms> bands, TermProblems problems)
    {
        if (bands.Count == 0)
            problems.Add("bands", "no band", "at least the lowest band, which has no cut");

        for (var i = 0; i < bands.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(bands[i].Name) || IsRepeated(bands, i))
                AddName(bands[i].Name, i, problems);

            if ((i == 0) != (bands[i].Cut is null))
                AddCut(bands[i].Cut, i, problems);

            if (bands[i] is { Above: not null, From: not null })
                problems.Add($"bands[{i}].from", "above and from on one band", "one of them");

            if (i > 0 && bands[i].Cut is { } cut && bands[i - 1].Cut is { } below && cut <= below)
            {
                problems.Add(
                    $"bands[{i}].{Term(cut)}",
                    $"{cut}",
                    $"bands in ascending order; band `{bands[i - 1].Name}` before it begins {below}",
                    $"bands[{i - 1}].{Term(below)}");
            }

            if (i > 0 && bands[i].Factor < bands[i - 1].Factor)
            {
                problems.Remark(
                    $"bands[{i}].factor",
                    $"band `{bands[i].Name}` pays {Texts.Percent(bands[i].Factor)} and band `{bands[i - 1].Name}` below "
                    + $"it {Texts.Percent(bands[i - 1].Factor)}, so that who attains more is paid less: look at both factors");
            }
        }
    }

    private static bool IsRepeated(IReadOnlyList<PayBandTerms> bands, int index) =>
        bands.Take(index).Any(b => string.Equals(b.Name, bands[index].Name, StringComparison.Ordinal));

    private static void AddName(string name, int index, TermProblems problems)
    {
        if (string.IsNullOrWhiteSpace(name))
            problems.Add($"bands[{index}].name", "an empty name", "a name of its own");
        else
            problems.Add($"bands[{index}].name", $"`{name}` again", "a name that no other band has");
    }

    private static void AddCut(Cut? cut, int index, TermProblems problems)
    {
        if (cut is { } lowest)
        {
            problems.Add(
                $"bands[0].{Term(lowest)}",
                $"{lowest}",
                "no cut on the first band, which takes in all that lies below; leave it out, or put a lowest band before");
        }
        else
        {
            problems.Add($"bands[{index}]", "no cut", "above or from on every band but the first");
        }
    }

    private static string Term(Cut cut) => cut.Edge == Edge.Above ? "above" : "from";
}
