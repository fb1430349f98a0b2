namespace AccountRules;

/// <summary>What a policy says that can be used, and is hardly meant. Immutable; equal by value.</summary>
/// <param name="Path">The term's path, such as <c>$.performancePay.bands[2].factor</c>.</param>
/// <param name="Says">What is there, and what to look at, in one sentence without its full stop.</param>
public sealed record PolicyRemark(string Path, string Says)
{
    /// <summary>The remark in one line.</summary>
    public override string ToString() => $"{Path}: {Says}.";
}
