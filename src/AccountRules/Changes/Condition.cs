using System.Linq.Expressions;

namespace AccountRules.Changes;

/// <summary>
/// What a fact must be like: a value on an axis between two cuts, past the first and not past the second; or a test of another kind, that holds or not.
/// </summary>
/// <param name="Key">What tells what is asked from everything else that may be.</param>
/// <param name="IsTold">Whether it is told to people: what only keeps out facts that no policy can measure goes without saying.</param>
internal sealed record Condition(string Key, bool IsTold)
{
    public Axis? Axis { get; init; }

    /// <summary>Where the values begin; <c>null</c> where they have no beginning.</summary>
    public Cut? From { get; init; }

    /// <summary>Where the values end: this cut is not past. <c>null</c> where they have no end.</summary>
    public Cut? Until { get; init; }

    public Expression? Test { get; init; }

    public bool Holds { get; init; }

    /// <summary>The name that is asked for, where the test is whether a value has it, such as a severity or a choice.</summary>
    public string? Name => Test is BinaryExpression { NodeType: ExpressionType.Equal } test ? NameIn(test) : null;

    /// <summary>
    /// The name with which a value is compared: a text, or a member of an enumeration of which a fact may have none; <c>null</c> where it is no name.
    /// </summary>
    public static string? NameIn(BinaryExpression test) => test.Right switch
    {
        ConstantExpression { Value: string name } => name,
        ConstantExpression { Value: int number } when EnumOf(test.Left) is { } type => Enum.GetName(type, Enum.ToObject(type, number)),
        _ => null,
    };

    /// <summary>The enumeration that a value is of, one that may be missing; <c>null</c> where it is of none.</summary>
    private static Type? EnumOf(Expression value) => Nullable.GetUnderlyingType(Folding.Stripped(value).Type) is { IsEnum: true } type ? type : null;

    /// <summary>What tells the value that has a name from others.</summary>
    public string? NameKey => Name is null ? null : Questions.NullKey(((BinaryExpression)Test!).Left);

    /// <summary>The condition of a fact.</summary>
    public IEnumerable<Expression> Expressions
    {
        get
        {
            if (Test is not null)
                yield return Holds ? Test : Expression.Not(Test);

            if (From is { } from)
                yield return Axis!.Past(from);

            if (Until is { } until)
                yield return Expression.Not(Axis!.Past(until));
        }
    }

    /// <summary>One condition that is either of two which stand beside each other; <c>null</c> where there is none.</summary>
    public Condition? Joined(Condition other) =>
        Axis is null || other.Axis is null ? null
        : Until is { } end && end == other.From ? this with { Until = other.Until, IsTold = IsTold || other.IsTold }
        : From is { } begin && begin == other.Until ? this with { From = other.From, IsTold = IsTold || other.IsTold }
        : null;

    /// <summary>Whether the two leave nothing out between them.</summary>
    public bool IsOpposite(Condition other) => Test is not null && other.Test is not null && Holds != other.Holds;

    public bool IsAlways => Test is null && From is null && Until is null;

    /// <summary>Whether the same facts meet both.</summary>
    public bool IsSame(Condition other) => Key == other.Key && From == other.From && Until == other.Until && Holds == other.Holds;
}
