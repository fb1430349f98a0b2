namespace AccountRules;

/// <summary>Where a rule comes from: the document and its section. Immutable; equal by value.</summary>
/// <param name="Document">The document's short name, such as <c>expectations</c>.</param>
/// <param name="Section">The section in it, such as <c>2</c> or <c>PLP table</c>.</param>
public sealed record Citation(string Document, string Section)
{
    /// <summary>The citation as it stands in output: <c>expectations, 2</c>.</summary>
    public override string ToString() => $"{Document}, {Section}";
}
