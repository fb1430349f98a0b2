namespace AccountRules.NRules.Linking;

/// <summary>A fact that says that the session's facts of a rule hold a period: who has none in it counts as nothing then.</summary>
internal sealed class HeldPeriod(Rule rule, Period period)
{
    public Rule Rule => rule;

    public Period Period => period;

    public override string ToString() => $"{rule.Id} holds {period}";
}
