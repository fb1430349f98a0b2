namespace AccountRules.Changes;

/// <summary>What a rule says of one fact while a term goes through a range of values: first at its beginning, then at each place where that may change.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal abstract class Course<TFact>
    where TFact : class
{
    /// <summary>The steps, in the order of the range.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="asOf">The evaluation date.</param>
    public abstract IReadOnlyList<CourseStep> Of(TFact fact, DateOnly asOf);
}

/// <summary>From a place on a rule says this of a fact.</summary>
/// <param name="At">The place.</param>
/// <param name="Code">What the rule's expression yields; of the stages of a track a byte each.</param>
/// <param name="Rule">The rule, as it is at the place.</param>
internal readonly record struct CourseStep(CurvePlace At, int Code, Rule Rule);
