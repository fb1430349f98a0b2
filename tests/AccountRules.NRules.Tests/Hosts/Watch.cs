namespace AccountRules.NRules.Tests.Hosts;

/// <summary>A host's rule that writes down every time it fires on an open order.</summary>
public sealed class Watch : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        AssessmentFact assessment = null!;
        Journal journal = null!;

        When()
            .Match(() => journal)
            .Match(() => assessment);

        Then().Do(_ => journal.Write(assessment));
    }
}
