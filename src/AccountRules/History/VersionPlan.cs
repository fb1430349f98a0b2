using AccountRules.Wording;

namespace AccountRules.History;

/// <summary>
/// How the versions of one rule follow each other: the first day of each, how it takes over from the one before, and whether it says something else at all.
/// </summary>
/// <param name="versions">The versions, each with the rule that it has; ordered by their first day.</param>
/// <param name="usual">How a version takes over unless its terms say otherwise.</param>
internal sealed class VersionPlan(IReadOnlyList<VersionOfRule> versions, VersionTransition usual)
{
    public IReadOnlyList<VersionOfRule> Versions => versions;

    /// <summary>How a version takes over from the one before.</summary>
    public VersionTransition TransitionOf(int version) => versions[version].By ?? usual;

    /// <summary>The version's first day; that of the first version may be open.</summary>
    public DateOnly From(int version) => versions[version].EffectiveFrom ?? DateOnly.MinValue;

    /// <summary>
    /// Whether a version judges as the one before: it has the same terms of this rule, and takes over in no way that reaches facts which that one did not.
    /// </summary>
    public bool IsAsBefore(int version) => version > 0 && versions[version].SaysAsBefore
        && (TransitionOf(version) == TransitionOf(version - 1)
            || TransitionOf(version) is VersionTransition.ByPeriod or VersionTransition.ByDays
            || (TransitionOf(version) == VersionTransition.ByStart && !IsOnlyByDue(version)));

    /// <summary>
    /// Whether a fact may go by a version before its first day has come: where it has no start it goes by its due date, which the version before, by the
    /// evaluation date, does not know.
    /// </summary>
    private bool IsOnlyByDue(int version) =>
        usual == VersionTransition.ByStart && version > 1 && TransitionOf(version - 1) == VersionTransition.ByEvaluationDate;

    /// <summary>The newest version up to a last one that has taken over a fact; the first where none has.</summary>
    public int Of(in VersionDates dates, int first = 0, int last = int.MaxValue)
    {
        for (var version = Math.Min(last, versions.Count - 1); version > first; version--)
        {
            if ((TransitionOf(version) == VersionTransition.ByEvaluationDate ? dates.AsOf : dates.Start) >= From(version))
                return version;
        }

        return first;
    }

    /// <summary>
    /// The versions that judge days of a period, where versions take over by its days: each with the first and the last of them. A version that takes over
    /// otherwise has no days of a period that begins before it.
    /// </summary>
    public IEnumerable<(int Version, DateOnly From, DateOnly Until)> PartsOf(Period period)
    {
        // A version that takes over by the evaluation date after the period has not, or no day were judged apart; one within it has taken all days before.
        var (version, from) = (Of(VersionDates.Of(period, period.End)), period.Start);
        int[] taking = [.. Enumerable.Range(version + 1, versions.Count - 1 - version).Where(v =>
            TransitionOf(v) == VersionTransition.ByDays && From(v) > period.Start && From(v) <= period.End)];
        foreach (var next in taking)
        {
            yield return (version, from, From(next).AddDays(-1));
            (version, from) = (next, From(next));
        }

        yield return (version, from, period.End);
    }

    /// <summary>What can be said of why a version judges a fact.</summary>
    public VersionChoice ChoiceOf(int version, in VersionDates dates)
    {
        // The first version takes over from none, and judges in the usual way what no other one has taken over.
        var by = version > 0 ? TransitionOf(version) : usual;
        return new(
            versions[version].Version, versions[version].EffectiveFrom, by,
            by == VersionTransition.ByEvaluationDate ? dates.AsOf == DateOnly.MaxValue ? null : dates.AsOf : dates.Start);
    }

    /// <summary>The changes within a period, in words: version 2026.2 is in force from 2026-07-01 on.</summary>
    public string ChangesIn(Period period) => string.Join(
        Message.Text(" and "), Enumerable.Range(1, versions.Count - 1).Where(v => From(v) > period.Start && From(v) <= period.End)
            .Select(v => Message.Of($"version {Visible.Text(versions[v].Version)} is in force from {Texts.Date(From(v))} on")));
}
