using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AccountRules.Tests.Languages;

/// <summary>The messages that the library's source makes sentences of, read off its syntax: what is not found here is not translated.</summary>
internal static class SourceMessages
{
    public static IEnumerable<string> Find() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/AccountRules"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        from call in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        from message in Of(call)
        select message;

    private static IEnumerable<string> Of(InvocationExpressionSyntax call) => call.Expression.ToString() switch
    {
        "Message.Of" => [Key(call.ArgumentList.Arguments.Single().Expression)],
        "Message.Text" => Literals(call.ArgumentList.Arguments.Single().Expression),
        "Phrase.Count" or "Phrase.Hundredfold" => call.ArgumentList.Arguments.Skip(1).SelectMany(a => Literals(a.Expression)).Select(unit => $"{{0}}{unit}"),
        _ => [],
    };

    /// <summary>The literal, or those between which a condition chooses.</summary>
    private static IEnumerable<string> Literals(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => [literal.Token.ValueText],
        ConditionalExpressionSyntax choice => Literals(choice.WhenTrue).Concat(Literals(choice.WhenFalse)),
        _ => [],
    };

    /// <summary>An interpolated text, or several joined, with its places numbered.</summary>
    private static string Key(ExpressionSyntax expression)
    {
        var place = 0;
        return string.Concat(expression.DescendantNodesAndSelf(node => node is not InterpolationSyntax).Select(node => node switch
        {
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            InterpolationSyntax => $"{{{place++}}}",
            LiteralExpressionSyntax literal => throw new InvalidOperationException($"{literal} in {expression}: a message is one interpolated text."),
            _ => "",
        }));
    }
}
