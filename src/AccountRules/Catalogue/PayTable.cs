namespace AccountRules.Catalogue;

/// <summary>What the bands of a pay table must keep to together.</summary>
internal static class PayTable
{
    public static void Check(IReadOnlyList<PayBandTerms> bands, List<TermProblem> problems)
    {
        if (bands.Count == 0)
            problems.Add(new("bands", "no band", "at least the lowest band, which has no cut"));

        for (var i = 0; i < bands.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(bands[i].Name) || IsRepeated(bands, i))
                problems.Add(Name(bands[i].Name, i));

            if ((i == 0) != (bands[i].Cut is null))
                problems.Add(bands[i].Cut is { } lowest ? LowestWithCut(lowest) : NoCut(i));

            if (bands[i] is { Above: not null, From: not null })
                problems.Add(TwoCuts(i));

            if (i > 0 && bands[i].Cut is { } cut && bands[i - 1].Cut is { } below && cut <= below)
                problems.Add(Unordered(cut, bands[i - 1].Name, below, i));
        }
    }

    private static bool IsRepeated(IReadOnlyList<PayBandTerms> bands, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (string.Equals(bands[i].Name, bands[index].Name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static TermProblem Name(string name, int index) => string.IsNullOrWhiteSpace(name)
        ? new($"bands[{index}].name", "an empty name", "a name of its own")
        : new($"bands[{index}].name", $"`{name}` again", "a name that no other band has");

    private static TermProblem LowestWithCut(Cut cut) =>
        new($"bands[0].{Term(cut)}", $"{cut}", "no cut on the first band, which takes in all that lies below; leave it out, or put a lowest band before");

    private static TermProblem NoCut(int index) => new($"bands[{index}]", "no cut", "above or from on every band but the first");

    private static TermProblem TwoCuts(int index) => new($"bands[{index}].from", "above and from on one band", "one of them");

    private static TermProblem Unordered(Cut cut, string nameBelow, Cut below, int index) => new(
        $"bands[{index}].{Term(cut)}", $"{cut}", $"bands in ascending order; band `{nameBelow}` before it begins {below}", DependsOn: $"bands[{index - 1}].{Term(below)}");

    private static string Term(Cut cut) => cut.Edge == Edge.Above ? "above" : "from";
}
