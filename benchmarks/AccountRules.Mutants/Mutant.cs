using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AccountRules.Mutants;

/// <summary>One change of the library's source.</summary>
/// <param name="Tree">The file that it changes.</param>
/// <param name="Room">The folder, or the file at the root, that it is counted under.</param>
/// <param name="Span">What it replaces.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="IsChoice">Whether it is in a condition that the source marks as one that chooses a quicker way to the same answer.</param>
internal sealed record Mutant(SyntaxTree Tree, string Room, TextSpan Span, string Replacement, bool IsChoice)
{
    /// <summary>Where and what, such as <c>Scale.cs:41:15: &lt; -> &lt;= in if (a &lt; b)</c>.</summary>
    public override string ToString()
    {
        var start = Tree.GetLineSpan(Span).StartLinePosition;
        var line = Tree.GetText().Lines[start.Line];
        var (before, after) = (OneLine(Tree.GetText().ToString(Span)), OneLine(Replacement));
        return $"{Path.GetFileName(Tree.FilePath)}:{start.Line + 1}:{start.Character + 1}: {before} -> {after} in {OneLine(line.ToString())}";
    }

    /// <summary>The file with the change. Compiled from its text, so that an expression tree has the shape that the change would have in the source.</summary>
    public SyntaxTree Apply() => CSharpSyntaxTree.ParseText(
        Tree.GetText().Replace(Span, Replacement), (CSharpParseOptions)Tree.Options, Tree.FilePath);

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? "nothing" : line.Length > 90 ? line[..87] + "..." : line;
    }
}
