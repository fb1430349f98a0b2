using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What an amount is an amount of, in words: <c>new("hour", "hours")</c>, <c>new("ticket per agent", "tickets per agent")</c>. They stand after the number
/// wherever a value, a cut or a distance is told. In another language they are the messages <c>{0} hour</c> and <c>{0} hours</c>. Immutable; equal by value.
/// </summary>
/// <param name="One">The word after 1, such as <c>hour</c>.</param>
/// <param name="More">The word after every other number, such as <c>hours</c>: 0, 1.5 and -1 too.</param>
public sealed record UnitName(string One, string More)
{
    /// <summary>A value with its word; one without an end is cut off and marked.</summary>
    internal Phrase Of(decimal value) =>
        Phrase.Text(Message.Fill(Message.Text($"{{0}} {(value == 1 ? One : More)}"), [Texts.AsWritten(Exact.Trimmed(value))]));

    /// <summary>Refuses words that a sentence, a table or a translation could not take.</summary>
    internal static UnitName? Checked(UnitName? unit, string argument) =>
        unit is null || (Fault(unit.One) ?? Fault(unit.More)) is not { } fault ? unit : throw new ArgumentException(fault, argument);

    private static string? Fault(string? word) => Allowed(word ?? "") is { } allowed
        ? $"A unit is called `{Visible.Text(word ?? "")}`: give {allowed} for one and for more, such as new(\"hour\", \"hours\")."
        : null;

    private static string? Allowed(string word) => Ids.Problem(word)
        ?? (Visible.Text(word) != word || word.AsSpan().ContainsAny('{', '}') ? "a text without braces and invisible characters in it" : null);
}
