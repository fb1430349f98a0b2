using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>The rule of <c>default(Assessment)</c>, so that each of its members has an answer: nothing was assessed.</summary>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
internal sealed class NoRule : Rule
{
    private NoRule()
        : base(new RuleInfo("none") { Title = "No rule", Noun = "Nothing" }, unit: null, [])
    {
    }

    public static NoRule Instance { get; } = new();

    public static Verdict Verdict { get; } = Instance.VerdictOf(-Cause.NotAssessed.Number);

    public override FactShape? FactShape => null;

    public override TResult Accept<TResult>(IRuleVisitor<TResult> visitor) =>
        throw new InvalidOperationException("default(Assessment) has no rule to visit: ask IsDefault first.");

    internal override string SubjectOf(object fact) => "";

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) => "Nothing was assessed: no rule has made this, it is a default value.";
}
