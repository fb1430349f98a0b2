namespace AccountRules.NRules.Tests.Conformance;

/// <summary>A host's rule that keeps what it read when it last was told of a change.</summary>
public sealed class ReadEverything : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        AssessmentFact assessment = null!;

        When().Match(() => assessment);

        Then().Yield(_ => Everything.In(assessment));
    }
}
