using System.Text.Json;

namespace AccountRules.Cli.Input;

/// <summary>The value of a column in an element of JSON; that of a column that is not there is <c>default</c>.</summary>
/// <param name="Token">What it is written as.</param>
/// <param name="Range">Where it stands in the element.</param>
/// <param name="Unfit">What is allowed, where it cannot be the value of a column.</param>
internal readonly record struct JsonValue(JsonTokenType Token, Range Range, string? Unfit);
