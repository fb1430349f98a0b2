using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AccountRules.Mutants;

/// <summary>Finds what can be changed in a file. Texts, attributes, hash codes and what throws or checks arguments are left alone.</summary>
internal sealed class Mutator(SyntaxTree tree, string room) : CSharpSyntaxWalker
{
    /// <summary>How a comment begins that marks the condition after it as one that chooses a quicker way to the same answer.</summary>
    private const string Mark = "// Quicker";

    private readonly List<Mutant> mutants = [];
    private bool isChoice;

    private static readonly Dictionary<SyntaxKind, string[]> Operators = new()
    {
        [SyntaxKind.LessThanToken] = ["<=", ">="],
        [SyntaxKind.LessThanEqualsToken] = ["<", ">"],
        [SyntaxKind.GreaterThanToken] = [">=", "<="],
        [SyntaxKind.GreaterThanEqualsToken] = [">", "<"],
        [SyntaxKind.EqualsEqualsToken] = ["!="],
        [SyntaxKind.ExclamationEqualsToken] = ["=="],
        [SyntaxKind.AmpersandAmpersandToken] = ["||"],
        [SyntaxKind.BarBarToken] = ["&&"],
        [SyntaxKind.PlusToken] = ["-"],
        [SyntaxKind.MinusToken] = ["+"],
        [SyntaxKind.AsteriskToken] = ["/"],
        [SyntaxKind.SlashToken] = ["*"],
        [SyntaxKind.PercentToken] = ["*"],
        [SyntaxKind.LessThanLessThanToken] = [">>"],
        [SyntaxKind.GreaterThanGreaterThanToken] = ["<<"],
        [SyntaxKind.AmpersandToken] = ["|"],
        [SyntaxKind.BarToken] = ["&"],
        [SyntaxKind.CaretToken] = ["&"],
        [SyntaxKind.PlusEqualsToken] = ["-="],
        [SyntaxKind.MinusEqualsToken] = ["+="],
        [SyntaxKind.AsteriskEqualsToken] = ["/="],
        [SyntaxKind.SlashEqualsToken] = ["*="],
        [SyntaxKind.BarEqualsToken] = ["&="],
        [SyntaxKind.AmpersandEqualsToken] = ["|="],
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["Skip"] = "Take",
        ["Take"] = "Skip",
        ["TakeWhile"] = "SkipWhile",
        ["SkipWhile"] = "TakeWhile",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["ThenBy"] = "ThenByDescending",
        ["Union"] = "Intersect",
        ["Concat"] = "Except",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
    };

    /// <summary>The changes of a file.</summary>
    public static IReadOnlyList<Mutant> Of(SyntaxTree tree, string room)
    {
        var mutator = new Mutator(tree, room);
        mutator.Visit(tree.GetRoot());
        return mutator.mutants;
    }

    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
    }

    public override void VisitThrowExpression(ThrowExpressionSyntax node)
    {
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Identifier.Text is not ("GetHashCode" or "ToString"))
            base.VisitMethodDeclaration(node);
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        // A sum of texts has no difference.
        if (!node.DescendantNodes().Any(inner => inner is InterpolatedStringExpressionSyntax || inner.IsKind(SyntaxKind.StringLiteralExpression)))
            Swap(node.OperatorToken);

        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            Replace(node, node.Left.ToString());
            Replace(node, node.Right.ToString());
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        Swap(node.OperatorToken);
        base.VisitAssignmentExpression(node);
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
        Swap(node.OperatorToken);
        base.VisitRelationalPattern(node);
    }

    public override void VisitBinaryPattern(BinaryPatternSyntax node)
    {
        Replace(node.OperatorToken, node.IsKind(SyntaxKind.AndPattern) ? "or" : "and");
        base.VisitBinaryPattern(node);
    }

    public override void VisitUnaryPattern(UnaryPatternSyntax node)
    {
        Replace(node, node.Pattern.ToString());
        base.VisitUnaryPattern(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        if (node.Pattern is not UnaryPatternSyntax)
            Replace(node, $"!({node})");

        base.VisitIsPatternExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.OperatorToken.Kind() is SyntaxKind.ExclamationToken or SyntaxKind.MinusToken)
            Replace(node, node.Operand.ToString());

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        VisitCondition(node.Condition, node.Parent is ReturnStatementSyntax statement && IsMarked(statement));
        Visit(node.WhenTrue);
        Visit(node.WhenFalse);
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        VisitCondition(node.Condition, IsMarked(node), canBeNever: node.Else is null && node.Statement is not ThrowStatementSyntax);
        Visit(node.Statement);
        Visit(node.Else);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.TrueLiteralExpression:
                Replace(node, "false");
                break;
            case SyntaxKind.FalseLiteralExpression:
                Replace(node, "true");
                break;
            case SyntaxKind.NumericLiteralExpression:
                Replace(node, $"({node} + 1)");
                break;
        }
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (Calls.TryGetValue(node.Identifier.Text, out var other) && node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access
            && access.Name == node)
        {
            Replace(node, other);
        }
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        // A check of an argument, or a deconstruction without which nothing compiles.
        if (!node.ToString().Contains("ThrowIf", StringComparison.Ordinal))
            Replace(node, ";");

        base.VisitExpressionStatement(node);
    }

    private void VisitCondition(ExpressionSyntax condition, bool isMarked, bool canBeNever = false)
    {
        isChoice = isMarked;
        Negate(condition);
        if (canBeNever)
            Replace(condition, $"({condition}) && false");

        Visit(condition);
        isChoice = false;
    }

    private static bool IsMarked(StatementSyntax statement) =>
        statement.GetLeadingTrivia().Any(trivia => trivia.ToString().StartsWith(Mark, StringComparison.Ordinal));

    private void Negate(ExpressionSyntax condition)
    {
        if (condition is not (IsPatternExpressionSyntax or PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.ExclamationToken }))
            Replace(condition, $"!({condition})");
    }

    private void Swap(SyntaxToken token)
    {
        if (Operators.TryGetValue(token.Kind(), out var others))
        {
            foreach (var other in others)
                Replace(token, other);
        }
    }

    private void Replace(SyntaxNodeOrToken what, string replacement) => mutants.Add(new(tree, room, what.Span, replacement, isChoice));
}
