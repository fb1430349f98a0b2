using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;

namespace AccountRules.Tests.Cases;

/// <summary>
/// What the suites need to try a rule on each fact by itself: how its terms and facts are generated, and what an independent reading of the policy says of a
/// fact. A rule more is a case and its own test file.
/// </summary>
internal abstract class RuleCase
{
    /// <summary>Every case: one line each, in the order of the catalogue.</summary>
    public static IReadOnlyList<RuleCase> All { get; } =
    [
        .. CoreCases.All,
        ProgramUpdateCases.Acknowledgement,
        ProgramUpdateCases.Implementation,
        FteAcquisitionCase.Case,
        BcpProtocolCase.Case,
        InteractionDocumentationCase.Case,
        ActionItemCase.Case,
        PaymentCase.Case,
        CareerCase.Case,
        EscalationCase.Routing,
        EscalationCase.Resolution,
        WalletShareCases.Share,
        ServiceLevelCase.Case,
    ];

    /// <summary>The cases but for the core rules, whose facts the tests of monitor and agenda know by name.</summary>
    public static IEnumerable<RuleCase> Others => All.Except(CoreCases.All);

    /// <summary>The rule's id.</summary>
    public abstract string Id { get; }

    /// <summary>The standings that generated facts have, so that none goes untried.</summary>
    public required IReadOnlyList<Standing> Standings { get; init; }

    /// <summary>Whether the oracle says the days that are counted.</summary>
    public bool CountsDays { get; init; }

    /// <summary>Sets terms of the rule's section; <c>null</c> where they are generated together with others, or the rule has none.</summary>
    public Func<Reach, Gen<Func<PolicyTerms, PolicyTerms>>>? AnyTerms { get; init; }

    public static RuleCase Of(string id) => All.Single(c => c.Id == id);

    public static RuleCase<TFact> Of<TFact>()
        where TFact : class => All.OfType<RuleCase<TFact>>().First();

    public abstract void Conforms(ConformanceSuite suite);

    public abstract void Accept(IRuleCaseVisitor visitor);
}
