using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AccountRules.Expressions;

/// <summary>Judges facts that lie side by side.</summary>
/// <param name="first">The first fact.</param>
/// <param name="count">How many there are.</param>
/// <param name="ahead">How many of them have a fact <see cref="Prefetch.Ahead"/> places after them.</param>
/// <param name="asOf">The evaluation date.</param>
/// <param name="outcome">Where the first one's outcome goes; the others' follow.</param>
internal delegate void Loop<TFact, TOutcome>(ref TFact first, int count, int ahead, DateOnly asOf, ref TOutcome outcome);

/// <summary>
/// Compiles a rule's expression with the loop around it: no call is made for each fact, and a fact that lies elsewhere in memory is sent for before its turn
/// comes.
/// </summary>
internal static class Loop
{
    /// <summary>A loop that writes each fact's outcome, which is looked up by the rule's code.</summary>
    public static Loop<TFact, TOutcome> Writing<TFact, TOutcome>(Expression<Func<TFact, DateOnly, int>> rule, OutcomeTable<TOutcome> table)
        where TFact : class
    {
        var outcome = Expression.Parameter(typeof(TOutcome).MakeByRefType(), "outcome");
        return Compile<TFact, TOutcome>(rule, table, outcome, (i, value) => Call<TFact, TOutcome>(nameof(Put), outcome, i, value));
    }

    /// <summary>A loop that adds each fact's outcome to the first.</summary>
    public static Loop<TFact, ulong> Adding<TFact>(Expression<Func<TFact, DateOnly, int>> rule, OutcomeTable<ulong> table)
        where TFact : class
    {
        var sum = Expression.Parameter(typeof(ulong).MakeByRefType(), "sum");
        return Compile<TFact, ulong>(rule, table, sum, (_, value) => Expression.AddAssign(sum, value));
    }

    private static Loop<TFact, TOutcome> Compile<TFact, TOutcome>(
        Expression<Func<TFact, DateOnly, int>> rule, OutcomeTable<TOutcome> table, ParameterExpression outcome,
        Func<ParameterExpression, Expression, Expression> take)
    {
        var (fact, asOf) = (rule.Parameters[0], rule.Parameters[1]);
        var first = Expression.Parameter(typeof(TFact).MakeByRefType(), "first");
        var (count, ahead, i) = (Expression.Parameter(typeof(int), "count"), Expression.Parameter(typeof(int), "ahead"), Expression.Variable(typeof(int), "i"));
        var outcomes = Expression.Variable(typeof(OutcomeTable<TOutcome>), "outcomes");
        var lowering = new Lowering(isWhole: true);
        var code = lowering.Visit(rule.Body);

        var done = Expression.Label();
        var loop = Expression.Loop(
            Expression.Block(
                Expression.IfThen(Expression.GreaterThanOrEqual(i, count), Expression.Break(done)),
                Expression.IfThen(
                    Expression.LessThan(i, ahead), Expression.Block(Lines(typeof(TFact)).Select(line => Call<TFact>(nameof(SendFor), first, i, line)))),
                Expression.Assign(fact, Call<TFact>(nameof(At), first, i)),
                take(i, Expression.Call(outcomes, nameof(OutcomeTable<>.Of), typeArguments: null, code)),
                Expression.PreIncrementAssign(i)),
            done);
        var loops = Expression.Block([i, fact, outcomes], Expression.Assign(outcomes, Expression.Constant(table)), loop);
        return Expression.Lambda<Loop<TFact, TOutcome>>(Loaded.In(lowering.Around(loops)), first, count, ahead, asOf, outcome).Compile();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TFact At<TFact>(ref TFact first, int i) => Unsafe.Add(ref first, i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TFact, TOutcome>(ref TOutcome first, int i, TOutcome outcome) => Unsafe.Add(ref first, i) = outcome;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SendFor<TFact>(ref TFact first, int i, int offset)
        where TFact : class => Prefetch.Object(Unsafe.Add(ref first, i + Prefetch.Ahead), offset);

    /// <summary>The offsets at which a fact's lines of the cache are asked for: two, or all where its fields need more. Few begin where a line does.</summary>
    private static IEnumerable<Expression> Lines(Type fact)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var bytes = IntPtr.Size;
        for (var type = fact; type is not null; type = type.BaseType)
            bytes += type.GetFields(own).Sum(field => RuntimeHelpers.SizeOf(field.FieldType.TypeHandle));

        var end = bytes > 2 * Prefetch.Line ? bytes + Prefetch.Line : 2 * Prefetch.Line;
        for (var offset = IntPtr.Size; offset < end; offset += Prefetch.Line)
            yield return Expression.Constant(offset);
    }

    private static MethodCallExpression Call<TFact>(string name, params Expression[] arguments) =>
        Expression.Call(typeof(Loop), name, [typeof(TFact)], arguments);

    private static MethodCallExpression Call<TFact, TOutcome>(string name, params Expression[] arguments) =>
        Expression.Call(typeof(Loop), name, [typeof(TFact), typeof(TOutcome)], arguments);
}
