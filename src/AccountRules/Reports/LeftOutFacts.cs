using System.Globalization;

namespace AccountRules;

/// <summary>Facts of one kind that belong to no account, and so are in no sheet of an <see cref="AccountReport"/>. Immutable; equal by value.</summary>
public sealed record LeftOutFacts
{
    /// <summary>The kind of the facts by the name of its files, such as <c>kpi-results</c>; the name of the type where it has none.</summary>
    public required string Facts { get; init; }

    /// <summary>How many there are.</summary>
    public required long Count { get; init; }

    /// <summary>Whether facts of this kind name an account, and these did not; otherwise they are of employees, or of nothing that an account has.</summary>
    public required bool LackAccount { get; init; }

    /// <summary>How many of what, in one line, such as <c>376 kpi-results, which are of no account</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Count} {Facts}, {(LackAccount ? "without an account" : "which are of no account")}");
}
