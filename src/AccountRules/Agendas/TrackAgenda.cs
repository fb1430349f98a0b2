using AccountRules.Gathering;

namespace AccountRules.Agendas;

/// <summary>
/// The facts of a track: it compares the track as of the day before with the one as of the day, for every day on which a period begins or a fact turns.
/// Both come in one order, so no more than a row of each is held.
/// </summary>
internal sealed class TrackAgenda<TFact>(LifecycleRule<TFact> rule, DateOnly asOf, DateOnly until, TrackPeriods? periods, Waivers waivers)
    : FactTaker<TFact>
    where TFact : class
{
    private readonly TrackCollector<TFact> track = rule.CollectTrack(asOf, until, periods);

    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        track.Add(fact);
    }

    public override void AddUnreadable(string? subject) => track.AddUnreadable(subject);

    public IEnumerable<AgendaEntry> Entries() =>
        track.Turns.Concat(waivers.Of(rule.Id).SelectMany(own => Waivers.TurnsOf(own.Value, asOf, until))).Distinct().Order().SelectMany(Changes);

    private IEnumerable<AgendaEntry> Changes(DateOnly on)
    {
        using var before = track.AssessOn(on.AddDays(-1)).GetEnumerator();
        using var after = track.AssessOn(on).GetEnumerator();
        var (hasBefore, hasAfter) = (before.MoveNext(), after.MoveNext());
        while (hasBefore || hasAfter)
        {
            var order = !hasBefore ? 1 : !hasAfter ? -1 : Tracked.Compare(before.Current, after.Current);
            var (was, becomes) = order switch
            {
                0 => (before.Current, after.Current),
                > 0 => (Absent(after.Current, on.AddDays(-1)), after.Current),
                _ => (before.Current, Absent(before.Current, on)),
            };
            var entry = new AgendaEntry(waivers.Over(was), waivers.Over(becomes));
            if (was.Movement != becomes.Movement || entry.IsChange)
                yield return entry;

            hasBefore = order <= 0 ? before.MoveNext() : hasBefore;
            hasAfter = order >= 0 ? after.MoveNext() : hasAfter;
        }
    }

    /// <summary>A subject without a fact in a period has a row only where it leaves; before, the row does not apply.</summary>
    private static Assessment Absent(Assessment row, DateOnly on) =>
        new(row.Rule, (Tracked)row.Judged with { Movement = null }, on, row.Rule.VerdictOf(-Cause.NotBegun.Number));
}
