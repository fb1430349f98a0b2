using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;

namespace AccountRules.Changes;

/// <summary>
/// Says in a rule's own words which facts meet conditions: it knows which of them are the rule's measure, and which say that the fact is open.
/// </summary>
internal sealed class RuleWords
{
    private readonly RuleInfo info;
    private readonly Unit? unit;
    private readonly UnitName? unitName;
    private readonly bool isPastDue;
    private readonly string? endMissing;
    private readonly string? endAxis;
    private readonly string? beginAxis;
    private readonly IReadOnlySet<string> measured;
    private readonly IReadOnlyList<string> within;

    private RuleWords(
        RuleInfo info, Unit? unit, UnitName? unitName, bool isPastDue, string? endMissing, string? endAxis, string? beginAxis, IReadOnlySet<string> measured,
        IReadOnlyList<string> within) =>
        (this.info, this.unit, this.unitName, this.isPastDue, this.endMissing, this.endAxis, this.beginAxis, this.measured, this.within)
            = (info, unit, unitName, isPastDue, endMissing, endAxis, beginAxis, measured, within);

    public static RuleWords Of<TFact>(Rule<TFact> rule, ParameterExpression fact)
        where TFact : class
    {
        var end = rule.Ends?.On(fact) is { } ends ? Folding.Of(Expression.Lambda(ends)) : null;
        var begin = rule.Begins?.On(fact) is { } begins ? Folding.Of(Expression.Lambda(begins)) : null;
        return new(
            rule.Info,
            rule.Unit,
            rule.UnitName,
            rule.Measured?.MayLackStart == true,
            end is null ? null : Questions.NullKey(end),
            end is null ? null : AxisFrom(end),
            begin is null ? null : AxisFrom(begin),
            rule.Measured is { } measure ? AxesOf(measure, fact) : new HashSet<string>(StringComparer.Ordinal),
            [.. rule.Measured?.Within.Select(read => Folding.Key(Folding.Stripped(Folding.Of(read, fact)))) ?? []]);
    }

    /// <summary>Words for conditions of another kind, such as those of a tally.</summary>
    public static RuleWords Plain(RuleInfo info) => new(info, null, null, false, null, null, null, new HashSet<string>(StringComparer.Ordinal), []);

    /// <summary>The conditions that are told, each by what it is about: what is open or closed, the measure, and the rest.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="except">What is not told, since it is said otherwise.</param>
    public IReadOnlyDictionary<string, string> Of(Conditions conditions, string? except = null)
    {
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var names in conditions.All.Where(c => c.Name is not null && !IsWithin(c)).GroupBy(c => c.NameKey, StringComparer.Ordinal))
        {
            if (NamesOf([.. names]) is { } said)
                words[$"3 {names.Key}"] = said;
        }

        foreach (var condition in conditions.All.Where(
            c => c.IsTold && c.Name is null && c.Key != except && !IsWithin(c) && !IsBegun(c) && !IsImplied(c, conditions)))
        {
            if (condition.Key == endMissing || condition.Key == endAxis)
                words["1"] = IsOpen(conditions) ? "open" : info.Done;
            else if (IsMeasured(condition))
                words["2"] = words.TryGetValue("2", out var said) ? $"{said} and {Measured(condition)}" : Measured(condition);
            else
                words[$"3 {(condition.Test is null ? condition.Key : condition.Holds ? condition.Key : $"not {condition.Key}")}"] = Other(condition);
        }

        return words;
    }

    /// <summary>Which name a value has, such as a severity, or which of those that were asked it has not.</summary>
    private static string? NamesOf(Condition[] asked)
    {
        var value = Interval.Read(((BinaryExpression)asked[0].Test!).Left).ToLowerInvariant();
        return asked.FirstOrDefault(c => c.Holds) is { Name: var name } ? $"{value} {name}"
            : asked.Where(c => c.IsTold).Select(c => c.Name).ToArray() is { Length: > 0 } others ? $"{value} other than {string.Join(" and ", others)}"
            : null;
    }

    /// <summary>The words in a sentence, of a fact.</summary>
    public string Sentence(IReadOnlyDictionary<string, string> words) => Words(words) is { Length: > 0 } told ? told : $"every {info.Noun.ToLowerInvariant()}";

    /// <summary>The words beside each other.</summary>
    public string Words(IReadOnlyDictionary<string, string> words) => words.ContainsKey("1") && words.ContainsKey("2") && unit == Unit.Days
        ? string.Join(", ", [$"{words["1"]} {words["2"]}", .. words.Where(w => w.Key is not ("1" or "2")).Select(w => w.Value)])
        : string.Join(", ", words.Values);

    /// <summary>
    /// What both say: all of it, or all but one question that the one affirms and the other denies; <c>null</c> where they say different things.
    /// </summary>
    public static IReadOnlyDictionary<string, string>? Shared(IReadOnlyDictionary<string, string> some, IReadOnlyDictionary<string, string> others)
    {
        string[] own = [.. some.Where(w => !Says(others, w)).Select(w => w.Key)], theirs = [.. others.Where(w => !Says(some, w)).Select(w => w.Key)];
        if (own.Length == 0 && theirs.Length == 0)
            return some;

        return own.Length == 1 && theirs.Length == 1 && (IsDenied(own[0], theirs[0]) || IsDenied(theirs[0], own[0]))
            ? some.Where(w => w.Key != own[0]).ToDictionary(StringComparer.Ordinal)
            : null;
    }

    public static bool Says(IReadOnlyDictionary<string, string> words, KeyValuePair<string, string> word) =>
        words.TryGetValue(word.Key, out var said) && said == word.Value;

    private static bool IsDenied(string key, string other) => key.StartsWith("3 ", StringComparison.Ordinal) && $"3 not {key[2..]}" == other;

    /// <summary>Whether a condition is on what the measured value is made of.</summary>
    private bool IsWithin(Condition condition) =>
        !IsMeasured(condition) && within.Any(read => condition.Key.Contains(read, StringComparison.Ordinal));

    /// <summary>Whether a condition is on what the rule measures.</summary>
    public bool IsMeasured(Condition condition) => condition.Axis is { } axis ? IsMeasured(axis) : measured.Contains(condition.Key);

    /// <summary>What a value on an axis is an amount of.</summary>
    public UnitName? UnitOf(Axis axis) => IsMeasured(axis) ? unitName : null;

    /// <summary>However its days are counted.</summary>
    private bool IsMeasured(Axis axis) => measured.Contains((axis.Uncounted ?? axis).Key);

    /// <summary>What a value on an axis is called.</summary>
    public string NameOf(Axis axis) => !IsMeasured(axis) ? axis.Start is { } start
            ? $"{Counted(axis)} from {Interval.Read(start)} to {Interval.Read(axis.Value)}"
            : Interval.Name(axis)
        : unit switch
        {
            Unit.Days => $"{DayOf(axis)}{Due}",
            Unit.Months or Unit.Years => $"full {unit.ToString()!.ToLowerInvariant()}",
            _ => info.ValueTitle?.ToLowerInvariant() ?? (unit == Unit.Ratio ? "attainment" : "amount"),
        };

    /// <summary>Where the values begin that the rule measures; <c>null</c> where they have no beginning.</summary>
    public Cut? Begins(Conditions conditions) => conditions.All.FirstOrDefault(c => c.IsTold && IsMeasured(c))?.From;

    /// <summary>That something is there goes without saying where more is said of it.</summary>
    private static bool IsImplied(Condition condition, Conditions conditions) =>
        condition is { Holds: false } && condition.Key.StartsWith(Questions.Missing, StringComparison.Ordinal)
            && conditions.All.Any(c => c != condition && c.IsTold && c.Key.Contains(condition.Key[Questions.Missing.Length..], StringComparison.Ordinal));

    /// <summary>Where the evaluation date lies from a date of the fact on.</summary>
    private static string AxisFrom(Expression date) => new Axis(Tree.AsOf, start: Folding.Stripped(date), shift: nameof(DateOnly.AddDays)).Key;

    /// <summary>Whether all that a condition says is that the fact has begun.</summary>
    private bool IsBegun(Condition condition) => condition.Key == beginAxis && condition is { From.At: 0, Until: null };

    private bool IsOpen(Conditions conditions) =>
        (endMissing is not null && conditions.Of(endMissing) is { Holds: true }) || (endAxis is not null && conditions.Of(endAxis) is { Until: not null });

    private string Measured(Condition condition) => (unit, condition.From, condition.Until) switch
    {
        (Unit.Days, null, { At: var end }) => $"up to {DayOf(condition.Axis)} {Texts.Number(end - 1)}{Due}",
        (Unit.Days, { At: var begin }, null) => $"from {DayOf(condition.Axis)} {Texts.Number(begin)}{Due} on",
        (Unit.Days, _, _) => $"on {DayOf(condition.Axis)} {Interval.Of(condition, Unit.Days)}{Due}",
        (Unit.Months or Unit.Years, { At: var begin }, null) => $"from {Full(begin)} on",
        (Unit.Months or Unit.Years, _, { At: var end }) => $"{(condition.From is { At: var begin } && begin < end - 1 ? $"{Texts.Number(begin)} to " : "")}"
            + $"{(condition.From is null ? "up to " : "")}{Full(end - 1)}",
        (Unit.Ratio, _, _) => $"{info.ValueTitle?.ToLowerInvariant() ?? "attainment"} {Interval.Of(condition, Unit.Ratio)}",
        _ => $"{info.ValueTitle?.ToLowerInvariant() ?? "amount"} {Interval.Of(condition, Unit.Amount, unitName)}",
    };

    private string Full(decimal count) => $"{Texts.Number(count)} full {unit.ToString()!.ToLowerInvariant()}";

    private static string DayOf(Axis? axis) =>
        axis?.Counted is { } counted && !CountedDays.DaysOf(counted).IsCalendarDays ? "working day" : "day";

    private string Due => isPastDue ? " past due" : "";

    private static string Other(Condition condition) => condition.Axis is not { } axis
        ? condition.Key.StartsWith(Questions.Missing, StringComparison.Ordinal)
            ? $"{Interval.Read(((BinaryExpression)condition.Test!).Left)} {(condition.Holds ? "missing" : "given")}"
            : $"{(condition.Holds ? "" : "not ")}{Interval.Read(condition.Test!)}"
        : axis.Start is { } start ? Dates(condition, Interval.Read(axis.Value), Interval.Read(start), Counted(axis))
        : $"{Interval.Name(axis)} {Interval.Of(condition, axis.Whole is null ? Unit.Amount : Unit.Ratio)}";

    private static string Dates(Condition condition, string date, string start, string counted) => (condition.From?.At, condition.Until?.At) switch
    {
        (null, 0) => condition.Axis!.MayNotCome ? $"no {start} by {date}" : $"{date} before {start}",
        (null, 1) when counted == "days" => $"{date} up to {start}",
        (0, null) => $"{date} from {start} on",
        (1, null) when counted == "days" => $"{date} after {start}",
        (null, { } end) when counted != "days" => $"{date} less than {Count(end, counted)} after {start}",
        ({ } begin, null) => $"{date} {Count(begin, counted)} or more after {start}",
        ({ } begin, { } end) when counted != "days" => $"{date} {Texts.Number(begin)} to less than {Count(end, counted)} after {start}",
        ({ } begin, { } end) when begin == end - 1 => $"{date} {Count(begin, counted)} after {start}",
        _ => $"{date} {Interval.Of(condition, Unit.Days)} {counted} after {start}",
    };

    private static string Count(decimal count, string counted) => $"{Texts.Number(count)} {(count == 1 ? counted[..^1] : counted)}";

    private static string Counted(Axis axis) => axis.Shift switch
    {
        _ when DayOf(axis) is var day && day != "day" => $"{day}s",
        nameof(DateOnly.AddMonths) => "months",
        nameof(DateOnly.AddYears) => "years",
        _ => "days",
    };

    /// <summary>The axes on which a measure is compared with the cuts of a scale: those on which other cuts are asked where the scale has others.</summary>
    private static HashSet<string> AxesOf<TFact>(Measure<TFact> measure, ParameterExpression fact)
        where TFact : class
    {
        HashSet<(string Axis, Cut Cut)> Asked(decimal at)
        {
            var questions = new Questions();
            var placed = measure.Place(fact, new Scale(Band.Lowest("low"), Band.From(at, "high")), firstClosed: 2);
            questions.Walk(Folding.Of(Expression.Lambda(placed)), Conditions.None, (_, _) => { });
            return [.. questions.Cuts.Select(asked => (questions.Axes[asked.Axis] is var axis ? (axis.Uncounted ?? axis).Key : asked.Axis, asked.Cut))];
        }

        var (some, others) = (Asked(4), Asked(5));
        some.ExceptWith(others);

        // A due date that is counted from a start is days after that, not past due.
        return some.Where(asked => !measure.MayLackStart || asked.Cut.At == 4).Select(asked => asked.Axis).ToHashSet(StringComparer.Ordinal);
    }
}
