namespace AccountRules.Testing;

/// <summary>
/// Asserts on what a policy says. Where one fails, the message says what was expected and found, the reason, and how far the value is from the cuts around it.
/// What they are handed is noted in the coverage of a run of mutants. Safe for use by many threads.
/// </summary>
public static class PolicyAssert
{
    /// <summary>Asserts what a rule says of a fact.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="standing">The standing that is expected.</param>
    /// <param name="band">The band that is expected; any unless given.</param>
    /// <param name="payable">The payable amount that is expected; any unless given.</param>
    /// <param name="dueOn">The due date that is expected; any unless given.</param>
    /// <param name="cause">The cause that is expected for there being no band; any unless given.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="PolicyAssertException">Something else is said.</exception>
    public static Assessment Stands<TFact>(
        Rule<TFact> rule, TFact fact, DateOnly asOf, Standing standing, string? band = null, decimal? payable = null, DateOnly? dueOn = null,
        Cause? cause = null)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Stands(rule.Assess(fact, asOf), standing, band, payable, dueOn, cause);
    }

    /// <summary>Asserts what an assessment says, such as one of a roll-up or of a track.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="standing">The standing that is expected.</param>
    /// <param name="band">The band that is expected; any unless given.</param>
    /// <param name="payable">The payable amount that is expected; any unless given.</param>
    /// <param name="dueOn">The due date that is expected; any unless given.</param>
    /// <param name="cause">The cause that is expected for there being no band; any unless given.</param>
    /// <param name="movement">The movement that is expected; any unless given.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="PolicyAssertException">Something else is said.</exception>
    public static Assessment Stands(
        Assessment assessment, Standing standing, string? band = null, decimal? payable = null, DateOnly? dueOn = null, Cause? cause = null,
        Movement? movement = null)
    {
        PolicyCoverage.Note(assessment);
        List<string> expected = [], found = [];
        Compare(standing, assessment.Standing);
        Compare(band, assessment.Band);
        Compare(movement, assessment.Movement);
        Compare(cause, assessment.Cause);
        Compare(payable is { } pay ? $"payable {Words.Number(pay)}" : null, assessment.Payable is { } paid ? $"payable {Words.Number(paid)}" : "no payable");
        Compare(dueOn is { } due ? $"due {Words.Date(due)}" : null, assessment.DueOn is { } day ? $"due {Words.Date(day)}" : "no due date");
        return expected.Count == 0 ? assessment : throw new PolicyAssertException(
            $"expected {string.Join(", ", expected)}, found {string.Join(", ", found)}: {assessment.Reason}{Words.Margin(assessment)}");

        void Compare(object? wanted, object? said)
        {
            if (wanted is null || Equals(wanted, said))
                return;

            expected.Add(wanted.ToString()!);
            found.Add(said?.ToString() ?? "none");
        }
    }

    /// <summary>
    /// Asserts what an assessment says in the words of a boundary's case (<see cref="BoundaryCase.Expected"/>), such as <c>Partial, 60 %</c>.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="expected">Standing, band, factor, programme or cause, as many of them as are said, with commas between.</param>
    /// <returns>The assessment.</returns>
    /// <exception cref="PolicyAssertException">Something else is said.</exception>
    public static Assessment Says(Assessment assessment, string expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        PolicyCoverage.Note(assessment);
        string?[] said =
        [
            assessment.Standing.ToString(), assessment.Band, assessment.Cause == Cause.None ? null : assessment.Cause.Code,
            assessment.Factor is { } factor ? $"{Words.Number(factor * 100)} %" : null,
            assessment.Programme is { } programme ? $"programme {programme}" : null,
        ];
        return expected.Split(", ").All(part => said.Contains(part, StringComparer.Ordinal)) ? assessment : throw new PolicyAssertException(
            $"expected {expected}, found {string.Join(", ", said.OfType<string>().Distinct(StringComparer.Ordinal))}: "
            + $"{assessment.Reason}{Words.Margin(assessment)}");
    }

    /// <summary>
    /// Asserts that a mapped rule means the same in the database as in memory, by <c>FirstDifference</c>: it reads all rows of the source, so give it a test
    /// database with rows around the cuts.
    /// </summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule, for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <exception cref="PolicyAssertException">A row has another answer; the message names it and both answers.</exception>
    /// <exception cref="NotSupportedException">The mapping calls code of the application; the message names rule and method.</exception>
    public static void SameInDatabase<TFact>(Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class => SameInDatabase(rule.FirstDifference(source, asOf));

    /// <summary>The same of any check of <see cref="DatabaseChecks"/>, such as <c>rule.FirstDifferenceInPay(source, asOf)</c>.</summary>
    /// <param name="difference">What the check found; <c>null</c> where it found nothing.</param>
    /// <exception cref="PolicyAssertException">It found a difference.</exception>
    public static void SameInDatabase(DatabaseDifference? difference)
    {
        if (difference is not null)
            throw new PolicyAssertException(difference.ToString());
    }
}
