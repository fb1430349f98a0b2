namespace AccountRules.Tests.Rules;

/// <summary>A host's rule over what three others say of an account: its orders, action items and bills.</summary>
internal static class AccountInOrder
{
    public sealed record Row
    {
        public static FactShape<Row> Shape { get; } = new(row => row.AccountId) { Account = row => row.AccountId };

        public required string AccountId { get; init; }

        public required int Wanting { get; init; }

        public required int Unknown { get; init; }
    }

    public sealed record Terms
    {
        public int MostWanting { get; init; } = 1;
    }

    private static TermSection<Terms> Section { get; } = new TermSection<Terms>("accountInOrder", new())
        .Whole("mostWanting", "How many open or missed promises an account may have.", t => t.MostWanting, (t, most) => t with { MostWanting = most }, min: 0);

    private static Cause NotAllKnown { get; } = Cause.Of(nameof(NotAllKnown), "has facts of which the standing is not known");

    public static RuleDeclaration<GatheredRule<Row>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("account-in-order") { Noun = "Account", Sentence = "has {value} past their limits" },
        Section,
        (info, terms, policy) => new GatheredRule<Row>(
            new TierRule<Row>(
                info,
                Measure.Amount<Row>(row => row.Wanting),
                new Scale(Band.Lowest("InOrder", Standing.Met), Band.Above(terms.MostWanting, "Wanting", Standing.Missed)),
                Row.Shape)
            {
                Guards = [new((row, asOf) => row.Unknown > 0, NotAllKnown)],
            },
            new FactGathering<Row>(facts => Rows(policy, facts))
                .From([policy.FteFulfillment], order => [new(order.AccountId ?? "")])
                .From([policy.ActionItem], item => [new(item.AccountId ?? "")])
                .From([policy.Payment], invoice => [new(invoice.AccountId ?? "")])));

    private static RuleCatalogue Rules { get; } = RuleCatalogue.Documents.With(Rule);

    public static Policy Policy(string document = "{}") => AccountRules.Policy.Parse(document, Rules);

    private static IEnumerable<Row> Rows(Policy policy, GatheredFacts facts)
    {
        var tally = facts.Assessed(policy.FteFulfillment)
            .Concat(facts.Assessed(policy.ActionItem))
            .Concat(facts.Assessed(policy.Payment))
            .Aggregate(default(Tally), (counted, assessment) => counted.With(assessment.Standing));
        yield return new() { AccountId = facts.Group.Subject, Wanting = tally.Overdue + tally.Missed, Unknown = tally.Undetermined };
    }
}
