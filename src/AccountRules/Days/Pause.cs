using System.ComponentModel.DataAnnotations.Schema;
using System.Globalization;

namespace AccountRules;

/// <summary>
/// Days on which a deadline stood still, such as while the client had not answered: they are not counted. Immutable; equal by value.
/// </summary>
/// <param name="From">The first day that is not counted; the day itself is not.</param>
/// <param name="Until">The last day that is not counted; the day itself is not. <c>null</c> while the pause lasts. Before <paramref name="From"/> it is
/// impossible, and the fact is <see cref="Cause.ImpossiblePause"/>.</param>
/// <param name="Reason">Why, in words, not empty.</param>
[NotMapped]
public sealed record Pause(DateOnly From, DateOnly? Until, string Reason)
{
    /// <summary>Why, in words, without blanks around them.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Reason { get; init => field = Checked(value); } = Checked(Reason);

    /// <summary>The pause as data has it, such as <c>2026-03-02/2026-03-06 client on holiday</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}/{Until:yyyy-MM-dd} {Reason.Replace(";", ";;", StringComparison.Ordinal)}");

    private static string Checked(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? throw new ArgumentException("A pause has no reason: say why the deadline stood still.", nameof(reason))
        : reason.Trim();
}
