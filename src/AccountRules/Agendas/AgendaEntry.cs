using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// One change that comes with no new data: on a date, a fact, a group of facts or a tracked subject goes from one standing to another, or within its standing
/// to another band. A small struct, made by an <see cref="Agenda"/>: what it says is made when it is read, from the fact as it is then; take its
/// <see cref="ToRecord"/> to keep it.
/// <c>default</c> is no entry (<see cref="IsDefault"/>): both its assessments are <c>default</c>, and nothing of it throws.
/// </summary>
[JsonConverter(typeof(PlainJsonConverter<AgendaEntry>))]
public readonly struct AgendaEntry : IEquatable<AgendaEntry>, IPlainJson
{
    private readonly Rule? rule;
    private readonly Rule? ruleBefore;
    private readonly object factBefore;
    private readonly object factAfter;
    private readonly Verdict before;
    private readonly Verdict after;
    private readonly int arrival;
    private readonly Waiver[]? waivers;

    internal AgendaEntry(Rule rule, object fact, DateOnly on, Verdict before, Verdict after, Waiver[]? waivers)
        : this(rule, rule, fact, fact, on, before, after, waivers, arrival: 0)
    {
    }

    internal AgendaEntry(Assessment before, Assessment after)
        : this(
            after.Rule, before.Rule, before.Judged, after.Judged, after.Day, before.Verdict, after.Verdict, after.OwnWaivers ?? before.OwnWaivers, arrival: 0)
    {
    }

    private AgendaEntry(
        Rule? rule, Rule? ruleBefore, object factBefore, object factAfter, DateOnly on, Verdict before, Verdict after, Waiver[]? waivers, int arrival) =>
        (this.rule, this.ruleBefore, this.factBefore, this.factAfter, On, this.before, this.after, this.waivers, this.arrival)
            = (rule, ruleBefore, factBefore, factAfter, on, before, after, waivers, arrival);

    /// <summary>Whether this is <c>default(AgendaEntry)</c>, which no agenda has made.</summary>
    public bool IsDefault => rule is null;

    /// <summary>The first day of the new standing, or of the new band; of <c>default</c> the first day of the calendar.</summary>
    public DateOnly On { get; }

    /// <summary>The assessment as of the day before the change.</summary>
    public Assessment Before => ruleBefore is null ? default : new(ruleBefore, factBefore, On.AddDays(-1), before, waivers);

    /// <summary>The assessment as of the day of the change.</summary>
    public Assessment After => rule is null ? default : new(rule, factAfter, On, after, waivers);

    /// <summary>The rule; of <c>default</c> one with the id <c>none</c>.</summary>
    public Rule Rule => rule ?? NoRule.Instance;

    /// <summary>The id of the order, item, account or employee.</summary>
    public string Subject => Rule.SubjectOf(factAfter);

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account => Rule.AccountOf(factAfter);

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period => Rule.PeriodOf(factAfter);

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part => Rule.PartOf(factAfter);

    /// <summary>The standing up to and on the day before.</summary>
    public Standing From => before.Standing;

    /// <summary>The standing from the day of the change on.</summary>
    public Standing To => after.Standing;

    /// <summary><see cref="ChangeKind.Changed"/> to another standing, or <see cref="ChangeKind.Moved"/> within it: see there.</summary>
    public ChangeKind Kind => From == To ? ChangeKind.Moved : ChangeKind.Changed;

    /// <summary>
    /// Whether a waiver has ended, and nothing else has changed: the fact stands again as it was judged all the while (<see cref="To"/>), and needs attention.
    /// </summary>
    public bool StandsAgain => Before.Waiver is not null && After.Waiver is null && IsSaidAlike;

    /// <summary>The last day on which closing the fact prevents the change; <c>null</c> where nothing prevents it, such as a period that begins.</summary>
    public DateOnly? ActBy => Before.IsOpen && After.IsOpen && !IsWaivedAnew ? On.AddDays(-1) : null;

    /// <summary>What changes and, where something can be done, what is to be done by when, in one sentence.</summary>
    public string Summary => SummaryIn(Language.English);

    /// <summary><see cref="Summary"/> in a language.</summary>
    /// <param name="language">The language.</param>
    public string SummaryIn(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var entry = this;
        return language.Speak(() => entry.Said());
    }

    private string Said()
    {
        var reason = After.Said();
        if (IsDefault)
            return reason;

        if (IsWaivedAnew)
            return Message.Of($"As of {Texts.Date(On)} {After.Name} is waived until {Texts.Date(After.Waiver!.Until)}: {reason}");

        var note = StandsAgain ? Message.Text(", with no waiver any more")
            : After.Waiver is { } waiver ? Message.Of($", waived until {Texts.Date(waiver.Until)}")
            : Before.Waiver is { } ended && ended.Until < On ? Message.Of($", its waiver having ended on {Texts.Date(ended.Until)}")
            : "";
        if (ActBy is not { } actBy)
            return HowItComes(note, reason);

        var becomes = Becomes(Message.Text(Kind == ChangeKind.Moved && !StandsAgain ? After.Band! : To.ToString()), note.Length > 0 ? $"{note}," : "");
        var unless = Message.Of($"{becomes} unless it is {Message.Text(Rule.Info.Done)} by {Texts.Date(actBy)}");
        return After.DueOn is { } due && due > actBy ? Message.Of($"{unless}; due {Texts.Date(due)}.") : Message.Of($"{unless}.");
    }

    private string Becomes(string what, string note) => StandsAgain
        ? Message.Of($"{After.Name} stands as {what} again on {Texts.Date(On)}{note}")
        : Message.Of($"{After.Name} becomes {what} on {Texts.Date(On)}{note}");

    private string HowItComes(string note, string reason) =>
        before.Cause == Cause.NotBegun ? Message.Of($"Begins on {Texts.Date(On)}{note}: {reason}")
        : before.IsProvisional && !after.IsProvisional ? Message.Of($"Stands as of {Texts.Date(On)}{note}: {reason}")
        : Message.Of($"As of {Texts.Date(On)}{note}: {reason}");

    /// <summary>Whether something else is said after than before, which is what makes an entry.</summary>
    internal bool IsChange => !Before.SaysSame(After);

    /// <summary>Whether it is waived, by another waiver than before if by any, and nothing else has changed.</summary>
    private bool IsWaivedAnew => waivers is not null && After.Waiver is { } waiver && waiver != Before.Waiver && IsSaidAlike;

    /// <summary>Whether both are judged alike, whichever version of the policy judged.</summary>
    private bool IsSaidAlike => (ruleBefore ?? Rule).SaysSame(before, Rule, after);

    /// <summary>A flat copy of all that the entry says now, which no later change of the fact reaches.</summary>
    public AgendaEntryRecord ToRecord() =>
        new() { On = On, Kind = Kind, ActBy = ActBy, Summary = Summary, Before = Before.ToRecord(), After = After.ToRecord() };

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, ToRecord(), options);

    /// <summary>Whether both are the same change of the same fact object under the same rule.</summary>
    /// <param name="other">The entry to compare with.</param>
    public bool Equals(AgendaEntry other) => Before == other.Before && After == other.After;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AgendaEntry other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => After.GetHashCode();

    /// <summary>Whether both are the same change of the same fact object under the same rule.</summary>
    public static bool operator ==(AgendaEntry left, AgendaEntry right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(AgendaEntry left, AgendaEntry right) => !left.Equals(right);

    /// <summary>The rule, the change and what it says in one line.</summary>
    public override string ToString() => $"{Rule.Id} {From} -> {To}: {Summary}";

    internal AgendaEntry Numbered(int number) => new(rule, ruleBefore, factBefore, factAfter, On, before, after, waivers, number);

    /// <summary>The order of an agenda: by date, rule id, subject, period and part, then as the facts came.</summary>
    internal static int Compare(AgendaEntry a, AgendaEntry b)
    {
        if (a.On != b.On)
            return a.On.CompareTo(b.On);

        var order = ReferenceEquals(a.rule, b.rule) ? 0 : string.CompareOrdinal(a.Rule.Id, b.Rule.Id);
        if (order == 0)
            order = string.CompareOrdinal(a.Subject, b.Subject);

        if (order == 0)
            order = Nullable.Compare(a.Period, b.Period);

        if (order == 0)
            order = string.CompareOrdinal(a.Part, b.Part);

        return order == 0 ? a.arrival.CompareTo(b.arrival) : order;
    }
}
