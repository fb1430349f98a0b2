using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// All that an <see cref="Assessment"/> said when it was copied, flat and without a tie to the fact: for logs, messages, audits and JSON, which
/// System.Text.Json writes and reads
/// without options. Immutable; equal by value. More properties may come: JSON of before is read all the same.
/// </summary>
public sealed record AssessmentRecord
{
    private readonly RecordedList<RecordedValue> inputs;
    private readonly RecordedList<StandingCount> tally;
    private readonly RecordedList<RecordedValue> details;
    private readonly RecordedList<AssessmentPart> parts;
    private readonly RecordedList<RecordedValue> context;

    /// <summary>The rule's id, such as <c>fte-fulfillment</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule's title for people.</summary>
    public required string RuleTitle { get; init; }

    /// <summary>The id of the order, item, account or employee.</summary>
    public required string Subject { get; init; }

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account { get; init; }

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period { get; init; }

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part { get; init; }

    /// <summary>What <see cref="Part"/> is called, such as <c>KPI</c>; <c>null</c> where the rule's facts have no part.</summary>
    public string? PartName { get; init; }

    /// <summary>The start that tells the fact from the subject's others, as with improvement plans; <c>null</c> where nothing of the kind is needed.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>The standing; in JSON by its name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Standing Standing { get; init; }

    /// <summary>The waiver that excuses the standing, which is as judged; <c>null</c> where nothing is waived. See <see cref="Assessment.Waiver"/>.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>
    /// The next waiver of the rule and subject, which begins after the evaluation date and is why <see cref="ChangesOn"/> may be earlier; <c>null</c> where
    /// there is none, or the standing is none that is waived, or <see cref="Waiver"/> is in effect.
    /// </summary>
    public Waiver? NextWaiver { get; init; }

    /// <summary>Whether the fact's period has begun and had not ended, so that all of it may yet change; see <see cref="Assessment.IsProvisional"/>.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>The band, or a lifecycle's stage; <c>null</c> where there is a <see cref="Cause"/>.</summary>
    public string? Band { get; init; }

    /// <summary>The code of the cause why there is no band, such as <c>NoTarget</c>; <c>null</c> where there is one.</summary>
    public string? Cause { get; init; }

    /// <summary>The measured value in <see cref="Unit"/>, as <see cref="Assessment.Value"/> has it.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit of <see cref="Value"/>; <c>null</c> where the rule measures nothing. In JSON by its name.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What <see cref="Value"/> is an amount of, such as hours; <c>null</c>, and not in JSON, where nothing is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnitName? UnitName { get; init; }

    /// <summary>
    /// The fact that was judged, as it was then, so that it can be judged again without the data. <c>null</c> of a roll-up, whose facts have a record each; of
    /// a row of a track where there was no fact, or where the track kept none; and where it cannot be copied.
    /// </summary>
    public RecordedFact? Fact { get; init; }

    /// <summary>
    /// What was known of it only beside other facts, by name: of a row of a track <c>before</c>, the stage before, <c>isFirst</c>, <c>isAlone</c> and
    /// <c>hasFact</c>; of a roll-up <c>beforePolicy</c>, <c>streakBrokenAfter</c> and <c>copies</c>, where it has them. Empty for other rules.
    /// </summary>
    public IReadOnlyList<RecordedValue> Context
    {
        get => context.Items;
        init => context = new(value);
    }

    /// <summary>
    /// What the rule read off the fact, by the part that it plays: <c>start</c>, <c>due</c> and <c>end</c> as they are recorded, also where they lie after the
    /// evaluation date;
    /// <c>actual</c>, <c>target</c>, <c>lowerIsBetter</c>, <c>amount</c>, <c>pay</c>. Empty for roll-ups and tracks.
    /// </summary>
    public IReadOnlyList<RecordedValue> Inputs
    {
        get => inputs.Items;
        init => inputs = new(value);
    }

    /// <summary>The date on which the fact, or its period, begins.</summary>
    public DateOnly? BeginsOn { get; init; }

    /// <summary>The date on which the fact ended; <c>null</c> where it had not by the evaluation date, or cannot end.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The last day on which the fact can be closed in time; <c>null</c> where the rule has no such day.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How many days after <see cref="DueOn"/> the fact ended, or is on the evaluation date while open; <c>null</c> where it is in time.</summary>
    public int? OverdueDays { get; init; }

    /// <summary>The first later date on which what is said changes with no new data; see <see cref="Assessment.ChangesOn"/>.</summary>
    public DateOnly? ChangesOn { get; init; }

    /// <summary>The same for the standing alone.</summary>
    public DateOnly? StandingChangesOn { get; init; }

    /// <summary>The band above; <c>null</c> where there is none, or the fact has no value.</summary>
    public string? BandAbove { get; init; }

    /// <summary>How far the value is from <see cref="BandAbove"/>, as <see cref="Margin.Distance"/> has it.</summary>
    public decimal? ToBandAbove { get; init; }

    /// <summary>How much more the actual would be there, as <see cref="Margin.ActualToCut"/> has it.</summary>
    public decimal? ActualToBandAbove { get; init; }

    /// <summary>The band below; <c>null</c> where there is none, or the fact has no value.</summary>
    public string? BandBelow { get; init; }

    /// <summary>How far the value is from <see cref="BandBelow"/>, as <see cref="Margin.Distance"/> has it.</summary>
    public decimal? ToBandBelow { get; init; }

    /// <summary>How much more the actual would be there (less, where negative), as <see cref="Margin.ActualToCut"/> has it.</summary>
    public decimal? ActualToBandBelow { get; init; }

    /// <summary>What the band pays or applies, 1 being 100 %.</summary>
    public decimal? Factor { get; init; }

    /// <summary>The payable amount; <c>null</c> where the rule does not pay.</summary>
    public decimal? Payable { get; init; }

    /// <summary>
    /// The currency of <see cref="Payable"/>, or of the money that the fact is about, such as <c>EUR</c>; <c>null</c> where neither the fact nor the policy
    /// names one.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>The programme that the fact enters, such as <c>PIP</c>.</summary>
    public string? Programme { get; init; }

    /// <summary>How the subject moved from the period before; <c>null</c> where the fact was not tracked. In JSON by its name.</summary>
    public Movement? Movement { get; init; }

    /// <summary>For how many consecutive periods a roll-up has been met; <c>null</c> for other rules.</summary>
    public int? Streak { get; init; }

    /// <summary>The standings that a roll-up counted, those that occur; empty for other rules.</summary>
    public IReadOnlyList<StandingCount> Tally
    {
        get => tally.Items;
        init => tally = new(value);
    }

    /// <summary>What the rule says of the fact beside its standing, such as <c>focus</c>.</summary>
    public IReadOnlyList<RecordedValue> Details
    {
        get => details.Items;
        init => details = new(value);
    }

    /// <summary>The standing in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>The clause that the rule rests on, such as <c>expectations, 2</c>.</summary>
    public string? Citation { get; init; }

    /// <summary>The name of the policy; <c>null</c> outside a policy.</summary>
    public string? PolicyName { get; init; }

    /// <summary>
    /// Which version of a <see cref="PolicyHistory"/> judged the fact, and why that one; <c>null</c> under a single policy, and where <see cref="Parts"/> are
    /// judged apart.
    /// </summary>
    public VersionChoice? JudgedBy { get; init; }

    /// <summary>The parts of a period whose days are judged each by its own version; none for all others. See <see cref="Assessment.Parts"/>.</summary>
    public IReadOnlyList<AssessmentPart> Parts
    {
        get => parts.Items;
        init => parts = new(value);
    }

    /// <summary>The version of the policy; <c>null</c> outside a policy.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>The fingerprint of the policy, see <see cref="RuleInfo.PolicyFingerprint"/>; <c>null</c> outside a policy.</summary>
    public string? PolicyFingerprint { get; init; }

    /// <summary>The version of this library that made the record, such as <c>1.4.0</c>.</summary>
    public string? LibraryVersion { get; init; }

    /// <summary>The evaluation date; <c>null</c> where the fact was taken as it is, without one.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The digest of the record that was made, which a copy keeps whatever is changed in it. Last, since it is compared last.</summary>
    private LazyText? seal;

    /// <summary>
    /// The SHA-256 of all the rest in canonical JSON, in lower-case hexadecimal digits, as it was when the record was made: a copy that is changed keeps it,
    /// and so is told. It guards against mistakes, and against no one who makes a new one.
    /// </summary>
    public string? Digest
    {
        get => seal?.Text;
        init => seal = value is null ? null : new(() => value);
    }

    /// <summary>The rule, the standing, until when it is waived, and the reason in one line.</summary>
    public override string ToString() => $"{RuleId} {Standing}{(Waiver is { } w ? $" (waived until {Texts.Date(w.Until)})" : "")}: {Reason}";

    /// <summary>The evaluation date; without one, the end of the calendar.</summary>
    internal DateOnly Day => AsOf ?? DateOnly.MaxValue;

    /// <summary>A value of <see cref="Context"/>; <c>null</c> where it has none.</summary>
    internal string? Known(string name) => Context.FirstOrDefault(value => string.Equals(value?.Name, name, StringComparison.Ordinal))?.Value;

    /// <summary>Whether a value of <see cref="Context"/> is <c>true</c>.</summary>
    internal bool IsKnown(string name) => string.Equals(Known(name), "true", StringComparison.Ordinal);

    /// <summary>The fact again; <c>null</c> where there is none.</summary>
    /// <exception cref="JsonException">It is none of that type.</exception>
    internal TFact? FactAs<TFact>()
        where TFact : class => Fact is null ? null : (TFact)FactJson.Read(Fact.Json, typeof(TFact));

    internal static AssessmentRecord Of(Assessment a)
    {
        var (above, below) = (a.ToBandAbove, a.ToBandBelow);
        var record = new AssessmentRecord
        {
            RuleId = a.Rule.Id,
            RuleTitle = a.Rule.Info.Title,
            Subject = a.Subject,
            Account = a.Account,
            Period = a.Period,
            Part = a.Part,
            PartName = a.Rule.PartName is { Length: > 0 } part ? part : null,
            StartedOn = a.Key.StartedOn,
            Standing = a.Standing,
            Waiver = a.Waiver,
            NextWaiver = a.NextWaiver,
            IsProvisional = a.IsProvisional,
            Band = a.Band,
            Cause = a.Cause.IsNone ? null : a.Cause.Code,
            Value = a.Value,
            Unit = a.Unit,
            UnitName = a.Rule.UnitName,
            Fact = a.IsDefault ? null : a.Rule.CopyOf(a.Judged),
            Context = [.. a.Rule.ContextOf(a.Judged)],
            Inputs = [.. a.Rule.InputsOf(a.Judged)],
            BeginsOn = a.BeginsOn,
            EndedOn = a.EndedOn,
            DueOn = a.DueOn,
            OverdueDays = a.OverdueDays,
            ChangesOn = a.ChangesOn,
            StandingChangesOn = a.StandingChangesOn,
            BandAbove = above?.Band,
            ToBandAbove = above?.Distance,
            ActualToBandAbove = above?.ActualToCut,
            BandBelow = below?.Band,
            ToBandBelow = below?.Distance,
            ActualToBandBelow = below?.ActualToCut,
            Factor = a.Factor,
            Payable = a.Payable,
            Currency = a.Currency,
            Programme = a.Programme,
            Movement = a.Movement,
            Streak = a.Streak,
            Tally = a.Tally is { } tally ? [.. tally.Counts] : [],
            Details = [.. a.Rule.DetailNames.Select(name => RecordedValue.Of(name, a.Detail(name)))],
            Reason = a.Reason,
            Citation = a.Citation?.ToString(),
            PolicyName = a.PolicyName,
            PolicyVersion = a.PolicyVersion,
            JudgedBy = a.JudgedBy,
            Parts = a.Parts,
            PolicyFingerprint = a.Rule.Info.PolicyFingerprint,
            LibraryVersion = LibraryVersions.Own,
            AsOf = a.AsOf,
        };
        record.seal = new(() => RecordDigest.Of(record));
        return record;
    }
}
