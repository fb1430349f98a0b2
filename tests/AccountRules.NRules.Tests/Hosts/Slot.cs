namespace AccountRules.NRules.Tests.Hosts;

/// <summary>A host's entity: known by its reference, changed in place.</summary>
internal sealed class Slot<TFact>(TFact content)
    where TFact : class
{
    public TFact Content { get; set; } = content;

    public override string ToString() => $"[{Content}]";
}
