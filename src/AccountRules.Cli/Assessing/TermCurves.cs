using System.Globalization;

namespace AccountRules.Cli.Assessing;

/// <summary>Makes the curves of the thresholds that a change of policy moves, from a little below both values to a little above.</summary>
internal sealed class TermCurves
{
    /// <summary>A curve of the new policy.</summary>
    /// <param name="Curve">The curve.</param>
    /// <param name="Old">The value of the term in the old policy.</param>
    /// <param name="New">Its value in the new one.</param>
    public sealed record Moved(PolicyCurve Curve, decimal Old, decimal New);

    /// <summary>Beside larger values there is no room that a decimal holds.</summary>
    private const decimal Largest = 1e27m;

    private readonly List<Moved> all = [];
    private readonly List<string> without = [];

    /// <summary>Makes them.</summary>
    /// <param name="diff">The policies.</param>
    /// <param name="asOf">The evaluation date.</param>
    public TermCurves(PolicyDiff diff, DateOnly asOf)
    {
        var thresholds = PolicyCurve.TermsOf(diff.New).ToHashSet(StringComparer.Ordinal);
        foreach (var term in diff.Terms)
        {
            if (!thresholds.Contains(term.Path))
                continue;

            if (Number(term.Old) is { } old && Number(term.New) is { } @new && Of(diff.New, term.Path, old, @new, asOf) is { } curve)
                all.Add(new(curve, old, @new));
            else
                without.Add(term.Path);
        }
    }

    /// <summary>The curves.</summary>
    public IReadOnlyList<Moved> All => all;

    /// <summary>The thresholds that moved and have none: one policy does not set them, or the new one cannot have the old value.</summary>
    public IReadOnlyList<string> Without => without;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static PolicyCurve? Of(Policy policy, string term, decimal old, decimal @new, DateOnly asOf)
    {
        var (low, high) = (Math.Min(old, @new), Math.Max(old, @new));
        var room = Math.Max(Math.Abs(low), Math.Abs(high)) > Largest ? 0 : (high - low) / 2;
        if (decimal.IsInteger(old) && decimal.IsInteger(@new))
            room = Math.Ceiling(room);

        foreach (var (from, to) in new[] { (low - room, high + room), (low - room, high), (low, high + room), (low, high) })
        {
            try
            {
                return new(policy, term, from, to, asOf);
            }
            catch (PolicyException)
            {
                // A narrower range may do: beside the values stand those of other terms.
            }
        }

        return null;
    }
}
