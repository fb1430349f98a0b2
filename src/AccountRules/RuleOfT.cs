using System.Linq.Expressions;
using AccountRules.Trees;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>A rule for one type of fact. <see cref="Expression"/> is the single source of its meaning. Immutable and safe for use by many threads.</summary>
/// <typeparam name="TFact">The type of the fact: one of <c>AccountRules.Facts</c>, a host's own, or a host's entity through <c>For</c>.</typeparam>
public abstract class Rule<TFact> : Rule
    where TFact : class
{
    private readonly bool isOfPeriods;
    private Func<TFact, DateOnly, int>? compiled;
    private Func<TFact, DateOnly, DateOnly?>? turning;

    private protected Rule(RuleInfo info, Unit? unit, IEnumerable<Grade> grades, FacetReader<TFact> facets, Selector<TFact, DateOnly?>? begins)
        : base(info, unit, grades)
    {
        Facets = facets;
        Begins = begins ?? PeriodStart(facets);
        isOfPeriods = begins is null;
    }

    /// <summary>
    /// The fact and the evaluation date to the index of a grade, or to a negative <see cref="Cause"/>. Any LINQ provider can run it. In memory
    /// it is compiled with exact decimals: no product is rounded, no date overflows.
    /// </summary>
    public Expression<Func<TFact, DateOnly, int>> Expression => field ??= Guarded(Place);

    /// <summary>The expression for a database: a period has no columns for its first day, so whether it has begun is left to the query's own filter.</summary>
    internal Expression<Func<TFact, DateOnly, int>> QueryExpression => isOfPeriods ? Lambda(Place) : Expression;

    internal FacetReader<TFact> Facets { get; }

    /// <summary>The rule over facts that lie side by side, compiled when it is first asked for.</summary>
    internal Loop<TFact, Verdict> Judging => field ??= Loop.Writing(Expression, Verdicts);

    /// <summary>The same, adding up 7 bits for each standing: for at most 127 facts.</summary>
    internal Loop<TFact, ulong> Counting => field ??= Loop.Adding(Expression, new(Grades.Count, code => 1UL << (7 * (int)VerdictOf(code).Standing)));

    /// <summary>The date on which the fact begins: before it the rule does not apply.</summary>
    internal Selector<TFact, DateOnly?>? Begins { get; }

    /// <summary>The bare verdict on a fact. Allocates nothing.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    public Verdict Judge(TFact fact, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return VerdictOf((compiled ??= Lowering.Compile(Expression))(fact, asOf));
    }

    /// <summary>The standing of a fact, with its reason, dates and margins, which are made when they are read. Allocates nothing.</summary>
    /// <param name="fact">The fact; it must not change while the assessment is read.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    public Assessment Assess(TFact fact, DateOnly asOf) => new(this, fact, asOf, Judge(fact, asOf));

    /// <summary>The grade's index for a fact that has begun.</summary>
    private protected abstract Expression Place(ParameterExpression fact);

    /// <summary>The date on which the fact ends, where it can.</summary>
    private protected virtual Selector<TFact, DateOnly?>? Ends => null;

    /// <summary>
    /// The first date after another on which the verdict on this fact may change with no new data; until then it stays as it is on that other date.
    /// <c>null</c> where it stays for good. Allocates nothing.
    /// </summary>
    internal DateOnly? NextTurn(TFact fact, DateOnly after) => (turning ??= Turning.Compile(Expression))(fact, after);

    private protected abstract string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict);

    internal override string SubjectOf(object fact) => Facets.Subject.Of((TFact)fact);

    internal override string? AccountOf(object fact) => Facets.Account?.Of((TFact)fact);

    internal override Period? PeriodOf(object fact) => Facets.Period?.Of((TFact)fact);

    internal override string? KpiOf(object fact) => Facets.Kpi?.Of((TFact)fact);

    internal override bool? FocusOf(object fact) => Facets.Focus?.Of((TFact)fact);

    internal override DateOnly? BeginsOn(object fact) => Begins?.Of((TFact)fact);

    internal override bool IsOpen(object fact, DateOnly asOf) => Ends is { } ends && !(ends.Of((TFact)fact) <= asOf);

    internal override DateOnly? ChangesOn(object fact, DateOnly asOf, Verdict verdict, bool ofStanding)
    {
        var turn = NextTurn((TFact)fact, asOf);
        while (turn is { } day && Stays(verdict, Judge((TFact)fact, day), ofStanding))
            turn = NextTurn((TFact)fact, day);

        return turn;
    }

    private bool Stays(Verdict before, Verdict after, bool standing) => standing ? before.Standing == after.Standing : SaysSame(before, this, after);

    internal override string Reason(object fact, DateOnly asOf, Verdict verdict) =>
        verdict.Cause == Cause.None ? ReasonOf((TFact)fact, asOf, verdict) : $"{NameOf((TFact)fact)} {Causes.Because(verdict.Cause, Id, Begins?.Of((TFact)fact), asOf)}.";

    /// <summary>Puts the questions before the grade: has the fact a start, and has it begun.</summary>
    private protected Expression<Func<TFact, DateOnly, int>> Guarded(Func<ParameterExpression, Expression> place) => Lambda(fact => Begins is null
        ? place(fact)
        : Tree.OrElse(Begins.On(fact), Cause.NoStart, start => Node.Condition(Node.GreaterThan(start, Tree.AsOf), Tree.Because(Cause.NotBegun), place(fact))));

    private protected static Expression<Func<TFact, DateOnly, int>> Lambda(Func<ParameterExpression, Expression> body)
    {
        var fact = Node.Parameter(typeof(TFact), "fact");
        return Node.Lambda<Func<TFact, DateOnly, int>>(body(fact), fact, Tree.AsOf);
    }

    private static Selector<TFact, DateOnly?>? PeriodStart(FacetReader<TFact> facets) => facets.Period is { Lambda: var period }
        ? new(Node.Lambda(Node.Property(period.Body, nameof(Period.Start)), period.Parameters))
        : null;
}
