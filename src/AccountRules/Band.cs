namespace AccountRules;

/// <summary>
/// One band of a <see cref="Scale"/>: where it begins, its name, and what it means for a fact in it. It ends where the next band
/// begins, so bands have no gaps and no overlaps. Immutable; equal by value.
/// </summary>
public sealed record Band
{
    private Band(string name, Cut? cut, Standing standing)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Cut = cut;
        Standing = standing;
    }

    /// <summary>The name, unique on its scale.</summary>
    public string Name { get; }

    /// <summary>Where the band begins, in the unit of the measure; <c>null</c> for the lowest band.</summary>
    public Cut? Cut { get; }

    /// <summary>The standing of a fact in this band; of a deadline's fact, once it is closed.</summary>
    public Standing Standing { get; }

    /// <summary>
    /// The standing of a fact in this band while it is open: of a deadline's fact, until it is closed; of a fact of a period, while that runs. <c>null</c>
    /// where it is no other then, which a deadline's never is.
    /// </summary>
    public Standing? WhileOpen { get; private init; }

    /// <summary>What a tier pays or applies, such as a pay factor (1 is 100 %); <c>null</c> where a band has none.</summary>
    public decimal? Factor { get; private init; }

    /// <summary>
    /// What the band pays at its upper end, where it pays along a line from <see cref="Factor"/> at its beginning; <c>null</c> where it has one factor.
    /// </summary>
    public decimal? FactorTo { get; private init; }

    /// <summary>The programme that a fact in this band enters, such as <c>PIP</c>; <c>null</c> where there is none.</summary>
    public string? Programme { get; private init; }

    /// <summary>The lowest band: everything below the first cut.</summary>
    /// <param name="name">The name, unique on its scale.</param>
    /// <param name="standing">The standing of a fact in it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Band Lowest(string name, Standing standing = Standing.Graded) => new(name, cut: null, standing);

    /// <summary>A band above a cut; the cut itself belongs to the band below.</summary>
    /// <param name="cut">Where the band begins, in the unit of the measure.</param>
    /// <param name="name">The name, unique on its scale.</param>
    /// <param name="standing">The standing of a fact in it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Band Above(decimal cut, string name, Standing standing = Standing.Graded) => new(name, AccountRules.Cut.Above(cut), standing);

    /// <summary>A band from a cut on; the cut itself belongs to it.</summary>
    /// <param name="cut">Where the band begins, in the unit of the measure.</param>
    /// <param name="name">The name, unique on its scale.</param>
    /// <param name="standing">The standing of a fact in it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static Band From(decimal cut, string name, Standing standing = Standing.Graded) => new(name, AccountRules.Cut.From(cut), standing);

    /// <summary>
    /// The same band with another standing while the fact is open: every band of a deadline has one; on the scale of facts of periods it is that of a fact
    /// whose period runs, which is provisional.
    /// </summary>
    /// <param name="standing">The standing of an open fact in it.</param>
    public Band Open(Standing standing) => this with { WhileOpen = standing };

    /// <summary>The same band with what it pays or applies.</summary>
    /// <param name="factor">The factor, 1 being 100 %.</param>
    /// <param name="programme">The programme that a fact in this band enters, if any.</param>
    public Band Pays(decimal factor, string? programme = null) => this with { Factor = factor, FactorTo = null, Programme = programme };

    /// <summary>
    /// The same band paying along a line: one factor where it begins, another where the next band begins, and in between what lies between them. At either cut
    /// the line and its end are the same, so that it does not matter there to which band the cut belongs.
    /// </summary>
    /// <param name="factor">The factor where the band begins, 1 being 100 %.</param>
    /// <param name="to">The factor where the next band begins, no less.</param>
    /// <param name="programme">The programme that a fact in this band enters, if any.</param>
    public Band PaysFrom(decimal factor, decimal to, string? programme = null) => this with { Factor = factor, FactorTo = to, Programme = programme };
}
