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
            var (band, path) = (bands[i], $"bands[{i}]");
            if (string.IsNullOrWhiteSpace(band.Name))
                problems.Add(new($"{path}.name", "an empty name", "a name of its own"));
            else if (HasBefore(bands, i))
                problems.Add(new($"{path}.name", $"`{band.Name}` again", "a name that no other band has"));

            if (i == 0 && band.Cut is { } lowest)
                problems.Add(new($"{path}.{Term(lowest)}", $"{lowest}", "no cut on the first band, which takes in all that lies below; leave it out, or put a lowest band before"));

            if (i > 0 && band.Cut is null)
                problems.Add(new(path, "no cut", "above or from on every band but the first"));

            if (band is { Above: not null, From: not null })
                problems.Add(new($"{path}.from", "above and from on one band", "one of them"));

            if (i > 0 && band.Cut is { } cut && bands[i - 1].Cut is { } below && cut <= below)
                problems.Add(new($"{path}.{Term(cut)}", $"{cut}", $"bands in ascending order; band `{bands[i - 1].Name}` before it begins {below}", DependsOn: $"bands[{i - 1}].{Term(below)}"));
        }
    }

    private static bool HasBefore(IReadOnlyList<PayBandTerms> bands, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (string.Equals(bands[i].Name, bands[index].Name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Term(Cut cut) => cut.Edge == Edge.Above ? "above" : "from";
}
