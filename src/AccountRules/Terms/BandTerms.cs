using AccountRules.Wording;

namespace AccountRules;

/// <summary>One of several bands by a number. The first has no cut; each other begins from a number. Immutable; equal by value.</summary>
public sealed record BandTerms
{
    internal static TermSection<BandTerms> Section { get; } = new TermSection<BandTerms>("band", new() { Name = "" })
        .Text("name", "The band's name, unique among the bands.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Number(
            "from", "The number from which on the band is reached; the number itself belongs to it. The first band has none.",
            t => t.From, (t, from) => t with { From = from });

    /// <summary>The band's name, unique among the bands.</summary>
    public required string Name { get; init; }

    /// <summary>The number from which on the band is reached; the number itself belongs to it. <c>null</c> in the first band.</summary>
    public decimal? From { get; init; }

    internal Band Band => From is { } from ? Band.From(from, Name) : Band.Lowest(Name);

    /// <summary>Adds what is wrong with bands, which are the term <c>bands</c> of their section.</summary>
    internal static void Check(TermList<BandTerms> bands, TermProblems problems)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            problems.CheckName(bands[i].Name, bands.Take(i).Select(band => band.Name), $"bands[{i}].name", "band");
            if (i == 0 && bands[i].From is { } lowest)
            {
                problems.Add(
                    "bands[0].from", Texts.Number(lowest),
                    "no from in the first band, which takes in all that lies below; leave it out, or put a lowest band before");
            }
            else if (i > 0 && bands[i].From is null)
            {
                problems.Add($"bands[{i}]", "no from", "from in every band but the first");
            }
            else if (i > 1 && bands[i].From <= bands[i - 1].From)
            {
                problems.Add(
                    $"bands[{i}].from", Texts.Number(bands[i].From!.Value),
                    $"bands in ascending order; band `{bands[i - 1].Name}` before it begins from {Texts.Number(bands[i - 1].From!.Value)}",
                    $"bands[{i - 1}].from");
            }
        }
    }
}
