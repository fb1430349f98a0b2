using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Monitoring;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The standings of a <see cref="PolicyMonitor"/> at one moment. It stays as it is while the monitor goes on. Immutable and safe for use by many threads, as
/// long as the facts are not changed.
/// </summary>
[JsonConverter(typeof(PlainJsonConverter<MonitorSnapshot>))]
public sealed class MonitorSnapshot : IPlainJson
{
    private readonly BookView[] books;

    internal MonitorSnapshot(Policy policy, DateOnly asOf, BookView[] books) => (Policy, AsOf, this.books) = (policy, asOf, books);

    /// <summary>The policy in force.</summary>
    public Policy Policy { get; }

    /// <summary>The evaluation date.</summary>
    public DateOnly AsOf { get; }

    /// <summary>How many standings of each kind there are, by rule in the order of the rules; those that do not occur are left out.</summary>
    public IReadOnlyList<RuleStandingCount> Counts => RuleStandingCount.Of(books.Select(book => (book.Rule.Id, (Func<Standing, int>)book.Count)));

    /// <summary>What is said of a fact, of a group (subject and period), or of a subject in a period of its track; <c>null</c> where nothing is.</summary>
    /// <param name="ruleId">The rule's id, such as <c>fte-fulfillment</c>.</param>
    /// <param name="key">The key, such as <c>"1042"</c> or <c>new("ann", Period.Month(2026, 3))</c>.</param>
    /// <exception cref="ArgumentException">No such rule is monitored.</exception>
    public Assessment? Find(string ruleId, FactKey key)
    {
        foreach (var book in Books(ruleId))
        {
            if (book.Find(key) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>
    /// What is said under a rule, with a standing, about an account, each where it is given: ordered by rule, then by key. It takes time for what it gives, and
    /// for what the account has where one is given.
    /// </summary>
    /// <param name="ruleId">The rule's id; all rules unless given.</param>
    /// <param name="standing">The standing; all unless given.</param>
    /// <param name="account">The account's id; all, and those without one, unless given.</param>
    /// <exception cref="ArgumentException">No such rule is monitored.</exception>
    public IReadOnlyList<Assessment> FindAll(string? ruleId = null, Standing? standing = null, string? account = null)
    {
        var found = new List<Assessment>();
        foreach (var book in ruleId is null ? books : Books(ruleId))
            book.Collect(standing, account, found);

        return found;
    }

    /// <summary>
    /// What lies between the standings that were told some time ago and these: what a restarted program has to tell, also where data, policy or waivers were
    /// changed meanwhile. Ordered as a monitor's changes are; those of rules that are not monitored any more come last.
    /// </summary>
    /// <param name="told">
    /// What was told last of each fact, group and row, such as <see cref="StandingChangeRecord.After"/>; of one that comes twice the later one.
    /// </param>
    /// <returns>The changes; what was never told is raised, and what was told and is no more is cleared.</returns>
    public IReadOnlyList<StandingChangeRecord> ChangesSince(IEnumerable<AssessmentRecord> told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return [.. ToldStandings.Between(told, this).Select(change => change.ToRecord())];
    }

    internal IEnumerable<string> Rules => books.Select(book => book.Rule.Id);

    private BookView[] Books(string ruleId)
    {
        ArgumentNullException.ThrowIfNull(ruleId);
        var found = Array.FindAll(books, b => string.Equals(b.Rule.Id, ruleId, StringComparison.Ordinal));
        return found.Length > 0 ? found
            : throw new ArgumentException(
                $"No rule `{ruleId}` is monitored; these are: {string.Join(", ", books.Select(b => b.Rule.Id).Distinct(StringComparer.Ordinal))}.",
                nameof(ruleId));
    }

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(PlainJson.Named(nameof(AsOf), options), Texts.Date(AsOf));
        writer.WritePropertyName(PlainJson.Named(nameof(Policy), options));
        ((IPlainJson)Policy).Write(writer, options);
        writer.WriteStartArray(PlainJson.Named(nameof(Counts), options));
        foreach (var count in Counts)
        {
            writer.WriteStartObject();
            writer.WriteString(PlainJson.Named(nameof(RuleStandingCount.RuleId), options), count.RuleId);
            writer.WriteString(PlainJson.Named(nameof(RuleStandingCount.Standing), options), count.Standing.ToString());
            writer.WriteNumber(PlainJson.Named(nameof(RuleStandingCount.Count), options), count.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
