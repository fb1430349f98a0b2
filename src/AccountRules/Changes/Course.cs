namespace AccountRules.Changes;

/// <summary>
/// What a rule says of one fact while a term goes through a range of values: first at its beginning, then at each place where that may change.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal abstract class Course<TFact>
    where TFact : class
{
    /// <summary>The steps, in the order of the range.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="asOf">The evaluation date.</param>
    public abstract IReadOnlyList<CourseStep> Of(TFact fact, DateOnly asOf);
}
