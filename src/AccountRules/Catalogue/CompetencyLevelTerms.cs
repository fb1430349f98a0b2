namespace AccountRules;

/// <summary>A level of competency: its name, and the abilities that make it. Immutable; equal by value.</summary>
public sealed record CompetencyLevelTerms
{
    internal static TermSection<CompetencyLevelTerms> Section { get; } = new TermSection<CompetencyLevelTerms>("level", new() { Name = "" })
        .Text("name", "The level's name.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Texts(
            "abilities", "The abilities of the level, beside those of the lower ones; each is of one level.",
            t => t.Abilities, (t, abilities) => t with { Abilities = abilities });

    /// <summary>The level's name.</summary>
    public required string Name { get; init; }

    /// <summary>The abilities of the level, beside those of the lower ones; each is of one level.</summary>
    public TermList<string> Abilities { get; init; } = [];
}
