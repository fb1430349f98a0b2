namespace AccountRules.Gathering;

/// <summary>What becomes of a subject in a period of its track, by one of its facts in it, or for want of one.</summary>
/// <param name="Period">The period.</param>
/// <param name="Stage">The stage before.</param>
/// <param name="Code">The stage that it leads to, or a negative cause; <c>null</c> where nothing is said, since it has no fact and does not leave.</param>
/// <param name="Fact">The fact; none where it has none.</param>
internal readonly record struct TrackStep<TFact>(Period Period, int Stage, int? Code, TFact? Fact)
    where TFact : class
{
    /// <summary>The steps of a subject through the periods of a kind, in order: one for each fact, and for each period one of having none in it.</summary>
    /// <param name="ordered">The periods of the kind that the data holds, in order.</param>
    /// <param name="before">The stage before the first.</param>
    /// <param name="facts">The facts, in the order of their periods; the first of a period counts.</param>
    /// <param name="periodOf">The period of a fact.</param>
    /// <param name="step">Where a fact leads from a stage.</param>
    /// <param name="unread">Whether a fact of the subject could not be read that is of the kind for certain, and whether one may be of the subject.</param>
    /// <param name="rule">The lifecycle.</param>
    /// <param name="asOf">The evaluation date.</param>
    public static IEnumerable<TrackStep<TFact>> Through(
        Period[] ordered, int before, TFact[] facts, Converter<TFact, Period> periodOf, Func<TFact, int, int> step, (bool Is, bool MayBe) unread, Rule rule,
        DateOnly asOf)
    {
        var (stage, next) = (before, 0);
        foreach (var period in ordered)
        {
            var hasFact = false;
            while (next < facts.Length && periodOf(facts[next]) < period)
                next++;

            for (; next < facts.Length && periodOf(facts[next]) == period; next++)
            {
                var (fact, code) = (facts[next], step(facts[next], stage));
                if (hasFact && rule.VerdictOf(code).Standing != Standing.NotApplicable)
                    code = -Cause.Duplicate.Number;

                hasFact = true;
                yield return new(period, stage, code, fact);
                stage = code >= 0 ? code : stage;
            }

            // Who has no fact and is outside says nothing, but where one could not be read; who may have such a one has not left for want of one.
            var leaves = !hasFact && (stage != 0 || unread.Is) && Tracked.MayLeaveIn(period, rule, asOf);
            yield return new(period, stage, !leaves ? null : unread.MayBe ? -Cause.Unreadable.Number : 0, Fact: null);
            stage = leaves && !unread.MayBe ? 0 : stage;
        }
    }
}
