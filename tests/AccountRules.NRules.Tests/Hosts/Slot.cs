using NRules.RuleModel;

namespace AccountRules.NRules.Tests.Hosts;

/// <summary>A host's entity: known by its reference and changed in place, or known by an id and replaced.</summary>
internal sealed class Slot<TFact>(TFact content, object? id = null) : IIdentityProvider
    where TFact : class
{
    public TFact Content { get; set; } = content;

    public Slot<TFact> With(TFact content) => new(content, GetIdentity());

    public object GetIdentity() => id ?? this;

    public override string ToString() => $"[{Content}]";
}
