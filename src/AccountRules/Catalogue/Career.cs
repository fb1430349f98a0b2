using AccountRules.Facts;

namespace AccountRules;

/// <summary>The terms of <c>career</c>: from entry level to senior after three to five years (duties, Career Path). Immutable; equal by value.</summary>
public sealed record CareerTerms
{
    /// <summary>The full years in a role from which on an employee is eligible for the next; the number itself is in. 1 to 100; 3 unless given.</summary>
    public int EligibleFromYears { get; init; } = 3;

    /// <summary>
    /// The full years in a role up to which moving on is typical; the number itself is in. From <see cref="EligibleFromYears"/> to 100; 5 unless given.
    /// </summary>
    public int TypicalUpToYears { get; init; } = 5;
}

/// <summary>Declares <c>career</c>: from entry level to senior after three to five years (duties, Career Path).</summary>
public static class CareerDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<CareerTerms> Section { get; } = new TermSection<CareerTerms>("career", new())
        .Whole(
            "eligibleFromYears", "The full years in a role from which on an employee is eligible for the next.",
            t => t.EligibleFromYears, (t, years) => t with { EligibleFromYears = years }, min: 1, max: 100)
        .Whole(
            "typicalUpToYears", "The full years in a role up to which moving on is typical; at least eligibleFromYears.",
            t => t.TypicalUpToYears, (t, years) => t with { TypicalUpToYears = years }, min: 1, max: 100)
        .Checked((t, problems) =>
        {
            if (t.TypicalUpToYears < t.EligibleFromYears)
                problems.AddBeside("typicalUpToYears", t.TypicalUpToYears, "at least", "eligibleFromYears", t.EligibleFromYears);
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<TierRule<Employment>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("career")
        {
            Title = "Career path",
            Says = "A career leads from entry level to senior after three to five years.",
            Reading = "Full years in the role: a year is full on its anniversary, one from 29 February on 28 February where the year has no 29. "
                + "The first number is eligible itself. "
                + "Above the second is read on full years: five years and a day are five full years and still typical, so that by the documents' numbers "
                + "beyond typical begins with six. "
                + "A recommendation: nobody is promoted or passed over by a rule.",
            Noun = "Employee",
            ValueTitle = "Years in role",
            Citation = new("duties", "Career Path"),
        },
        Section,
        (info, terms, _) => new TierRule<Employment>(
            info,
            Measure.Years<Employment>(e => e.RoleSince),
            new Scale(
                Band.Lowest("Entry"),
                Band.From(terms.EligibleFromYears, "Eligible"),
                Band.Above(terms.TypicalUpToYears, "BeyondTypical")),
            Employment.Shape));

    extension(Policy policy)
    {
        /// <summary>From entry level to senior after three to five years (duties, Career Path).</summary>
        public TierRule<Employment> Career => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>career</c>.</summary>
        public CareerTerms Career => terms.Of(Section);
    }
}
