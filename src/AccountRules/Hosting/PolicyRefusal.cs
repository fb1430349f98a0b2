namespace AccountRules.Hosting;

/// <summary>A changed policy that could not be used. Immutable.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Problems">Everything that is wrong with it, a line each.</param>
public sealed record PolicyRefusal(DateTimeOffset At, IReadOnlyList<string> Problems);
