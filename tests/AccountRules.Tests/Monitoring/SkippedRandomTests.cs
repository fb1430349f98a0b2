using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Monitoring;

/// <summary>Random loads of good and bad rows, day by day: the monitor says what a collector says of the same good rows and the same unreadable ones.</summary>
public sealed class SkippedRandomTests
{
    private static readonly DateOnly First = new(2026, 2, 10);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 90, ExitThreshold = 50 }));

    private static readonly Gen<(string Id, string Part, int Month, int Value, string Fault)> Rows =
        from id in Gen.Elements("ann", "bob", "Cy")
        from part in Gen.Elements("calls", "sales")
        from month in Gen.Choose(0, 2)
        from value in Gen.Elements(0, 60, 100, 100, 100)
        from fault in Gen.Frequency((12, Gen.Constant("")), (1, Gen.Elements("null", "id", "unclean", "default", "Id", "Month", "Value")))
        select (id, part, month, value, fault);

    private static readonly RollUpRule<SkippedRow> Months = SkippedRow.Months(Policy).Requiring(["calls"]);
    private static readonly LifecycleRule<SkippedRow> Portfolio = SkippedRow.Track(Policy);

    [Fact]
    public void RollUp_AfterLoadsOfBadRows_StandsAsACollectorSays() => Holds(
        MonitoredRules.None.With<SkippedRow>(_ => Months),
        (_, day) => Months.Collect(day),
        keyOf: row => (row.Id, row.Part, row.Month));

    [Fact]
    public void Track_AfterLoadsOfBadRows_StandsAsACollectorSays() => Holds(
        MonitoredRules.None.With<SkippedRow>(_ => Portfolio),
        (good, day) => Portfolio.CollectTrack(day, new TrackPeriods(good.Select(row => row.Month))),
        keyOf: row => (row.Id, "", row.Month));

    private static void Holds(
        MonitoredRules rules,
        Func<IEnumerable<SkippedRow>, DateOnly, Collector<SkippedRow>> collect,
        Func<(string Id, string Part, int Month), (string, string, int)> keyOf)
    {
        var (unread, days) = (0, 0);
        object Key((string Id, string Part, int Month, int Value, string Fault) row) => keyOf((row.Id, row.Part, row.Month));
        var steps = Gen.ArrayOf(Gen.ArrayOf(Rows, 4), 6);
        Check.One(Generated.Cases(60), Prop.ForAll(steps.ToArbitrary(), loads =>
        {
            var (monitor, seen) = (new PolicyMonitor(Policy, First, rules), new HashSet<object>());
            var (good, bad) = (new List<SkippedRow>(), new List<(string? Id, object? Key)>());
            var next = First;
            foreach (var load in loads)
            {
                var rows = load.Where(row => row.Fault.Length > 0 || seen.Add(Key(row))).ToArray();
                var made = Array.ConvertAll(rows, Of);
                monitor.TryAddRange(made);
                good.AddRange(made.Where((_, i) => rows[i].Fault.Length == 0));


                // A row that comes takes the place of those with its key that were skipped before.
                bad.RemoveAll(one => one.Key is not null && seen.Contains(one.Key));
                bad.AddRange(rows.Where(row => row.Fault.Length > 0).Select(row => (
                    row.Fault is "default" or "Month" or "Value" ? row.Id : null,
                    row.Fault is "Value" && !seen.Contains(Key(row)) ? Key(row) : null)));
                Agree();
                monitor.AdvanceTo(next = next.AddDays(5));
                Agree();
            }

            void Agree()
            {
                var collector = collect(good, monitor.AsOf);
                good.ForEach(collector.Add);
                bad.ForEach(one => collector.AddUnreadable(one.Id));
                var ids = collector.Assess().Select(a => a.Rule.Id).Distinct().ToArray();
                Assert.Equal(
                    collector.Assess().Select(Said).Order(StringComparer.Ordinal),
                    monitor.Snapshot().FindAll().Where(a => ids.Contains(a.Rule.Id)).Select(Said).Order(StringComparer.Ordinal));
                unread += bad.Count > 0 ? 1 : 0;
                days++;
            }
        }));
        Assert.InRange(unread, days / 4, days - 1);
    }

    private static SkippedRow Of((string Id, string Part, int Month, int Value, string Fault) row) => row.Fault == "null" ? null! : new(
        row.Fault switch { "id" => null, "unclean" => row.Id + " ", _ => row.Id }, row.Part,
        row.Fault == "default" ? default : Period.Month(2025 + (row.Month + 11) / 12, (row.Month + 11) % 12 + 1), row.Value)
    { Breaks = row.Fault };

    private static string Said(Assessment a) => $"{a} {a.Cause} {a.Tally} {a.Streak} {a.Movement} {a.IsProvisional} {a.Reason}";
}
