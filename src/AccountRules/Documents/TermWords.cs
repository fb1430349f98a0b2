using AccountRules.Catalogue;

namespace AccountRules.Documents;

/// <summary>What a term allows, in the words of a policy's author.</summary>
internal static class TermWords
{
    public static string Allowed(Type type, TermAttribute? term)
    {
        var range = term is { Min: not int.MinValue } ? $" {term.Allowed}" : "";
        return (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var t when t == typeof(int) => $"a whole number{range}, such as 30",
            var t when t == typeof(decimal) => $"a number{range} of at most 28 digits, such as 0.85",
            var t when t == typeof(DateOnly) => "a date, such as \"2026-01-01\"",
            var t when t == typeof(PayRounding) => $"one of {string.Join(", ", Enum.GetNames<PayRounding>().Select(n => $"\"{char.ToLowerInvariant(n[0])}{n[1..]}\""))}",
            _ => "a text in quotes",
        };
    }
}
