using System.Linq.Expressions;

namespace AccountRules.Changes;

/// <summary>
/// Goes every way through a rule's expression, which is made of questions and answers, and knows on each way what must hold of a fact to go it. A question that
/// is answered by what is known already is not asked again, also when another rule asks it: two rules, one after the other, part where they differ.
/// For one comparison of rules, and one thread.
/// </summary>
internal sealed class Questions
{
    /// <summary>What the key of the question begins with whether a value is missing.</summary>
    public const string Missing = "no ";

    /// <summary>So many ways nobody reads.</summary>
    private const int MostWays = 100_000;

    private readonly Dictionary<string, Axis> axes = new(StringComparer.Ordinal);
    private readonly HashSet<(string Axis, Cut Cut)> cuts = [];
    private readonly Dictionary<Expression, bool> causes = [];
    private int ways;

    /// <summary>The axes on which something was asked, each with its cuts.</summary>
    public IReadOnlySet<(string Axis, Cut Cut)> Cuts => cuts;

    /// <summary>The axes by their keys.</summary>
    public IReadOnlyDictionary<string, Axis> Axes => axes;

    /// <summary>Goes every way from a node on.</summary>
    /// <param name="node">Conditional expressions with constants at their ends.</param>
    /// <param name="known">What is known.</param>
    /// <param name="leaf">Takes the end of a way, with what is known there.</param>
    public void Walk(Expression node, Conditions known, Action<Conditions, object> leaf)
    {
        switch (node)
        {
            case ConstantExpression { Value: { } end }:
                if (++ways > MostWays)
                    throw new UnreadableException("it has more cases than can be told");

                leaf(known, end);
                break;
            case ConditionalExpression choice when IsCause(choice.IfTrue) == IsCause(choice.IfFalse):
                Ask(choice.Test, isTold: true, known, yes => Walk(choice.IfTrue, yes, leaf), no => Walk(choice.IfFalse, no, leaf));
                break;
            case ConditionalExpression guard:
                Ask(guard.Test, isTold: false, known, yes => Go(guard.IfTrue, yes), no => Go(guard.IfFalse, no));
                break;
            case BinaryExpression or UnaryExpression { NodeType: ExpressionType.Not } or MemberExpression when node.Type == typeof(bool):
                Ask(node, isTold: true, known, yes => Walk(Expression.Constant(true), yes, leaf), no => Walk(Expression.Constant(false), no, leaf));
                break;
            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                Walk(convert.Operand, known, leaf);
                break;
            default:
                throw new UnreadableException($"it is decided by `{node}`");
        }

        // On the side of the cause it is what the region is about.
        void Go(Expression side, Conditions told)
        {
            if (IsCause(side))
                Ask(((ConditionalExpression)node).Test, isTold: true, told, yes => Walk(side, yes, leaf), no => Walk(side, no, leaf));
            else
                Walk(side, told, leaf);
        }
    }

    private void Ask(Expression test, bool isTold, Conditions known, Action<Conditions> yes, Action<Conditions> no)
    {
        switch (test)
        {
            case ConstantExpression { Value: bool answer }:
                (answer ? yes : no)(known);
                break;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                Ask(not.Operand, isTold, known, no, yes);
                break;
            case BinaryExpression { NodeType: ExpressionType.AndAlso } both when Happened(both, known) is { } happened:
                AskCut(happened.Axis, happened.Cut, isTold, known, yes, no);
                break;
            case BinaryExpression { NodeType: ExpressionType.AndAlso } both:
                Ask(both.Left, isTold, known, left => Ask(both.Right, isTold, left, yes, no), no);
                break;
            case BinaryExpression { NodeType: ExpressionType.OrElse } either:
                Ask(either.Left, isTold, known, yes, left => Ask(either.Right, isTold, left, yes, no));
                break;
            case BinaryExpression { NodeType: ExpressionType.Equal } category
                when Condition.NameIn(category) is { } name && Name(category.Left, known) is { } other:
                (string.Equals(name, other, StringComparison.Ordinal) ? yes : no)(known);
                break;
            case BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: null } } missing
                when Name(missing.Left, known) is not null:
                no(known);
                break;
            case BinaryExpression { NodeType: ExpressionType.NotEqual, Right: ConstantExpression { Value: null } } there when HasHappened(there.Left, known):
                yes(known);
                break;
            case BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: null } } missing when HasHappened(missing.Left, known):
                no(known);
                break;
            case BinaryExpression { NodeType: ExpressionType.NotEqual, Right: ConstantExpression { Value: null } } there:
                AskOther(NullKey(there.Left), Expression.Equal(there.Left, there.Right), isTold, known, no, yes);
                break;
            case BinaryExpression { NodeType: ExpressionType.Equal, Right: ConstantExpression { Value: null } } missing:
                AskOther(NullKey(missing.Left), test, isTold, known, yes, no);
                break;
            case MemberExpression { Member.Name: "HasValue", Expression: { } owner } when Nullable.GetUnderlyingType(owner.Type) is not null:
                AskOther(NullKey(owner), Expression.Equal(owner, Expression.Constant(null, owner.Type)), isTold, known, no, yes);
                break;
            case BinaryExpression binary when Comparison.Of(binary, axes.ContainsKey) is { } comparison && IsOrdered(comparison, known):
                var (then, otherwise) = comparison.IsNegated ? (no, yes) : (yes, no);
                AskCut(comparison.Axis, comparison.Cut, isTold, known, past =>
                {
                    if (comparison.Next is { } next)
                        AskCut(comparison.Axis, next, isTold, past, otherwise, then);
                    else
                        then(past);
                }, otherwise);
                break;
            default:
                AskOther(Folding.Key(test), test, isTold, known, yes, no);
                break;
        }
    }

    /// <summary>
    /// Whether a date is there and has come: one question, since of a date that is missing and of one that is yet to come it is said alike that it has not.
    /// <c>null</c> where it is known whether it is there.
    /// </summary>
    private Comparison? Happened(BinaryExpression both, Conditions known) =>
        both is { Left: BinaryExpression { NodeType: ExpressionType.NotEqual, Right: ConstantExpression { Value: null } } there, Right: BinaryExpression when }
            && known.Of(NullKey(there.Left)) is null
            && Comparison.Of(when, axes.ContainsKey) is { IsNegated: false, Next: null, Axis: { MayNotCome: true, Start: { } date } } comparison
            && NullKey(date) == NullKey(there.Left)
            ? comparison
            : null;

    /// <summary>Whether a date is known to be there, since it has come.</summary>
    private static bool HasHappened(Expression date, Conditions known)
    {
        var key = NullKey(date);
        return known.All.Any(c => c is { From: not null, Axis: { MayNotCome: true, Start: { } start } } && NullKey(start) == key);
    }

    /// <summary>The key of the question whether a value is missing.</summary>
    public static string NullKey(Expression value) => $"{Missing}{Folding.Key(Folding.Stripped(value))}";

    private void AskCut(Axis axis, Cut cut, bool isTold, Conditions known, Action<Conditions> yes, Action<Conditions> no)
    {
        _ = axes.TryAdd(axis.Key, axis);
        cuts.Add((axis.Key, cut));
        var place = known.Of(axis.Key);
        var least = axis.Least ?? (axis.Uncounted is { } all && known.Of(all.Key)?.From >= Cut.From(0) ? Cut.From(0) : null);
        if ((place?.From ?? least) >= cut)
        {
            yes(known.Telling(axis.Key, isTold));
        }
        else if (place?.Until <= cut)
        {
            no(known.Telling(axis.Key, isTold));
        }
        else
        {
            place ??= new(axis.Key, isTold) { Axis = axis, From = least };
            Go(yes, place with { From = cut, IsTold = isTold || place.IsTold });
            Go(no, place with { Until = cut, IsTold = isTold || place.IsTold });
        }

        void Go(Action<Conditions> on, Condition condition)
        {
            if (known.With(condition) is var all && DateOrder.IsPossible(all))
                on(all);
        }
    }

    private static void AskOther(string key, Expression test, bool isTold, Conditions known, Action<Conditions> yes, Action<Conditions> no)
    {
        if (known.Of(key) is { } answered)
        {
            (answered.Holds ? yes : no)(known.Telling(key, isTold));
            return;
        }

        yes(known.With(new(key, isTold) { Test = test, Holds = true }));
        no(known.With(new(key, isTold) { Test = test, Holds = false }));
    }

    /// <summary>The name that a value is known to have; <c>null</c> where none is known.</summary>
    private static string? Name(Expression value, Conditions known)
    {
        var key = NullKey(value);
        return known.All.FirstOrDefault(c => c.Holds && c.NameKey == key)?.Name;
    }

    /// <summary>
    /// Whether a value past a cut is past every lower one: of a part, where the whole is known to be above 0, or the part is, so that it is past every cut from
    /// 0 on where the whole is not.
    /// </summary>
    private static bool IsOrdered(Comparison comparison, Conditions known)
    {
        if (comparison.Axis.Whole is not { } whole)
            return true;

        return IsPositive(whole, known) || (comparison.Cut.At >= 0 && IsPositive(comparison.Axis.Value, known));
    }

    /// <summary>A product is above 0 where both factors are.</summary>
    private static bool IsPositive(Expression value, Conditions known) => value is BinaryExpression { NodeType: ExpressionType.Multiply } product
        ? IsPositive(product.Left, known) && IsPositive(product.Right, known)
        : known.Of(new Axis(value).Key)?.From >= Cut.Above(0);

    /// <summary>Whether every way from here on ends with a cause.</summary>
    private bool IsCause(Expression node)
    {
        if (!causes.TryGetValue(node, out var isCause))
        {
            isCause = node is ConditionalExpression choice ? IsCause(choice.IfTrue) && IsCause(choice.IfFalse) : node is ConstantExpression { Value: < 0 };
            causes[node] = isCause;
        }

        return isCause;
    }
}
