
namespace AccountRules.Documents;

/// <summary>What a value of a term may be, in the words of a policy's author.</summary>
internal static class TermWords
{
    public static string Allowed(Term term)
    {
        var range = term.Min is null ? "" : $" {term.Range}";
        return term.Kind switch
        {
            TermKind.Whole => $"a whole number{range}, such as 30",
            TermKind.Number => $"a number{range} of at most 28 digits, such as 0.85",
            TermKind.Date => "a date, such as \"2026-01-01\"",
            TermKind.Choice => $"one of {string.Join(", ", term.Choices.Select(name => $"\"{name}\""))}",
            TermKind.Section => "an object",
            _ => "a text in quotes",
        };
    }
}
