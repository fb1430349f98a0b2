using System.Globalization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>A value of a fact in an <see cref="AssessmentRecord"/>, under its name, as a text. Immutable; equal by value.</summary>
public sealed record RecordedValue
{
    /// <summary>The name, such as <c>target</c> or <c>focus</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The value as a text that reads alike on every machine: a date as <c>2026-05-31</c>, a number as <c>1234.50</c>, a flag as <c>true</c> or <c>false</c>;
    /// <c>null</c> where the
    /// fact has none.
    /// </summary>
    public string? Value { get; init; }

    internal static RecordedValue Of(string name, object? value) => new()
    {
        Name = name,
        Value = value switch
        {
            bool flag => flag ? "true" : "false",
            DateOnly date => Texts.Date(date),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) is { } text && value is not null ? text : null,
        },
    };
}
