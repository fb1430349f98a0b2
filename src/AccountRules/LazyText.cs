namespace AccountRules;

/// <summary>A text that is made when it is first asked for, so that who never asks does not pay for it. Equal by the text.</summary>
internal sealed class LazyText(Func<string> make) : IEquatable<LazyText>
{
    public string Text => field ??= make();

    public bool Equals(LazyText? other) => ReferenceEquals(this, other) || (other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as LazyText);

    /// <summary>Alike for all: what holds it has more to be told apart by.</summary>
    public override int GetHashCode() => 0;
}
