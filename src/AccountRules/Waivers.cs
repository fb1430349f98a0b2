namespace AccountRules;

/// <summary>
/// Waivers that are fit to be used together: no two of one rule and subject are in effect on the same day. Made by <see cref="Policy.Waivers"/> or a
/// <see cref="WaiverCollector"/>. What an assessment is waived by is found in the same time however many there are. Immutable and safe for use by many threads.
/// </summary>
/// <example>
/// <code>
/// Waivers waivers = policy.Waivers(rows);
/// Assessment a = waivers.Apply(policy.FteFulfillment.Assess(order, asOf));
/// Console.WriteLine($"{a.Standing}, waived until {a.Waiver?.Until}");
/// </code>
/// </example>
public sealed class Waivers
{
    /// <summary>By rule and subject, ordered by their first days.</summary>
    private readonly Dictionary<string, Dictionary<string, Waiver[]>> byRule;

    internal Waivers(IReadOnlyList<Waiver> all)
    {
        All = all;
        byRule = all.GroupBy(w => w.Rule, StringComparer.Ordinal).ToDictionary(
            rule => rule.Key,
            rule => rule.GroupBy(w => w.Subject, StringComparer.Ordinal)
                .ToDictionary(subject => subject.Key, subject => subject.OrderBy(w => w.From).ToArray(), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    /// <summary>No waiver.</summary>
    public static Waivers None { get; } = new([]);

    /// <summary>All of them, in the order in which they were given.</summary>
    public IReadOnlyList<Waiver> All { get; }

    /// <summary>The assessment with what waives it: its standing is as it was judged, and <see cref="Assessment.Waiver"/> stands beside it.</summary>
    /// <param name="assessment">The assessment; what waived it before is forgotten.</param>
    public Assessment Apply(Assessment assessment) => assessment.With(Of(assessment.Rule.Id, assessment));

    /// <summary>The same for many, in their order.</summary>
    /// <param name="assessments">The assessments.</param>
    public IEnumerable<Assessment> Apply(IEnumerable<Assessment> assessments)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        return assessments.Select(Apply);
    }

    /// <summary>
    /// The waiver that is in effect for the assessment's rule and subject on its evaluation date; <c>null</c> where none is. Also where there is nothing to
    /// waive (<see cref="Assessment.Waiver"/> is then <c>null</c>), so that a waiver that nobody needs can be told.
    /// </summary>
    /// <param name="assessment">The assessment.</param>
    public Waiver? Find(Assessment assessment) => On(Of(assessment.Rule.Id, assessment), assessment.Day);

    internal bool IsEmpty => All.Count == 0;

    /// <summary>Those of a rule and subject, ordered; <c>null</c> for none.</summary>
    internal Waiver[]? Of(string rule, string subject) => byRule.TryGetValue(rule, out var own) ? own.GetValueOrDefault(subject) : null;

    /// <summary>The subjects that have waivers from a rule, each with these.</summary>
    internal IEnumerable<KeyValuePair<string, Waiver[]>> Of(string rule) => byRule.GetValueOrDefault(rule) ?? [];

    /// <summary>The one that is in effect on a day.</summary>
    internal static Waiver? On(Waiver[]? of, DateOnly day) => of is null ? null : Array.Find(of, w => w.IsInEffect(day));

    /// <summary>The first one that begins after a day; <c>null</c> where none does.</summary>
    internal static Waiver? After(Waiver[]? of, DateOnly day) => of is null ? null : Array.Find(of, w => w.From > day);

    /// <summary>The first day after another on which one begins, or the day after the last of one; <c>null</c> where there is none.</summary>
    internal static DateOnly? NextTurn(Waiver[]? of, DateOnly after)
    {
        foreach (var waiver in of ?? [])
        {
            if (waiver.From > after)
                return waiver.From;

            if (waiver.Until >= after)
                return waiver.Until.AddDays(1);
        }

        return null;
    }

    /// <summary>The days after one and up to another on which waivers of a rule and subject begin, or have ended.</summary>
    internal static IEnumerable<DateOnly> TurnsOf(Waiver[]? of, DateOnly after, DateOnly until)
    {
        for (var turn = NextTurn(of, after); turn is { } day && day <= until; turn = NextTurn(of, day))
            yield return day;
    }

    /// <summary>A subject is read only where its rule has waivers.</summary>
    private Waiver[]? Of(string rule, in Assessment assessment) =>
        byRule.TryGetValue(rule, out var own) ? own.GetValueOrDefault(assessment.Subject) : null;
}
