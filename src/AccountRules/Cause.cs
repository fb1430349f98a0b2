using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// Why a fact has no band: it makes it <see cref="AccountRules.Standing.Undetermined"/>, or <see cref="AccountRules.Standing.NotApplicable"/> as
/// <see cref="NotBegun"/> and <see cref="BeforePolicy"/> do. A code and words; rules and hosts add their own with <see cref="Of(string, string)"/> and
/// <see cref="NotApplicable"/>. Immutable; equal by its code. <c>default</c> is <see cref="None"/>.
/// </summary>
[JsonConverter(typeof(CauseJsonConverter))]
public readonly struct Cause : IEquatable<Cause>
{
    private static readonly Lock Adding = new();
    private static Entry[] all = [new("None", "", Standing.Undetermined)];
    private readonly short number;

    private Cause(int number) => this.number = (short)number;

    /// <summary>The fact has a band.</summary>
    public static Cause None => default;

    /// <summary>The fact begins after the evaluation date: <see cref="Standing.NotApplicable"/>.</summary>
    public static Cause NotBegun { get; } = NotApplicable(nameof(NotBegun), "begins on {begins}, after {asOf}");

    /// <summary>The start date is missing.</summary>
    public static Cause NoStart { get; } = Of(nameof(NoStart), "has no start date");

    /// <summary>The end lies before the start.</summary>
    public static Cause EndBeforeStart { get; } = Of(nameof(EndBeforeStart), "ends before it begins");

    /// <summary>The target (the whole of a ratio) is missing.</summary>
    public static Cause NoTarget { get; } = Of(nameof(NoTarget), "has no target");

    /// <summary>The target (the whole of a ratio) is 0 or less.</summary>
    public static Cause TargetNotPositive { get; } = Of(nameof(TargetNotPositive), "has a target of 0 or less, and a target must be above 0");

    /// <summary>The actual (the part of a ratio) is missing.</summary>
    public static Cause NoActual { get; } = Of(nameof(NoActual), "has no actual");

    /// <summary>The amount is missing.</summary>
    public static Cause NoAmount { get; } = Of(nameof(NoAmount), "has no amount");

    /// <summary>The pay that the factor applies to is missing.</summary>
    public static Cause NoPay { get; } = Of(nameof(NoPay), "has no committed pay");

    /// <summary>The policy states no threshold for this rule: it is not in force, or not for such a fact (<see cref="RuleInfo.OpenFor"/>).</summary>
    public static Cause NoThreshold { get; } = Of(nameof(NoThreshold), "cannot be placed: the policy states no threshold for {rule}, and there is no default");

    /// <summary>A roll-up has no result, or one of its results is undetermined.</summary>
    public static Cause NoResult { get; } = Of(nameof(NoResult), "has no result, or an undetermined one");

    /// <summary>
    /// The same fact twice: one of its kind with the same subject, period, part and start came before, and the first one counts. Of a group or an achievement:
    /// it hangs on which of two such facts is right.
    /// </summary>
    public static Cause Duplicate { get; } = Of(nameof(Duplicate), "has more than one row");

    /// <summary>The date by which the fact is to end is missing.</summary>
    public static Cause NoEnd { get; } = Of(nameof(NoEnd), "has no date on which it ends");

    /// <summary>Lower is better, and an actual of 0 or less attains more than any number.</summary>
    public static Cause Unbounded { get; } = Of(nameof(Unbounded), "has an actual of 0 or less where lower is better, which attains more than any number");

    /// <summary>A weight is negative, or the weights add up to 0.</summary>
    public static Cause NoWeight { get; } = Of(nameof(NoWeight), "has a negative weight, or weights that add up to 0");

    /// <summary>The due date is missing.</summary>
    public static Cause NoDue { get; } = Of(nameof(NoDue), "has no due date");

    /// <summary>
    /// The value is larger than any decimal, or the pay so large that no decimal holds it times the highest factor, with the places that it is rounded to.
    /// </summary>
    public static Cause TooLarge { get; } = Of(nameof(TooLarge), "comes to more than can be stated");

    /// <summary>The category, such as a severity or a tier, is none of those that the policy lists.</summary>
    public static Cause UnknownCategory { get; } = Of(nameof(UnknownCategory), "is of a category that the policy does not list");

    /// <summary>The category, such as a severity or a tier, is missing, and the rule goes by it.</summary>
    public static Cause NoCategory { get; } = Of(nameof(NoCategory), "is of no category, and the policy goes by categories");

    /// <summary>A fact that could not be read may be of this subject and period, so that nothing is known for want of it.</summary>
    public static Cause Unreadable { get; } = Of(nameof(Unreadable), "cannot be told: a row that may be of it could not be read");

    /// <summary>Nothing was assessed: what <c>default(Assessment)</c> says.</summary>
    public static Cause NotAssessed { get; } = Of(nameof(NotAssessed), "has not been assessed");

    /// <summary>The pay that the factor applies to is below 0.</summary>
    public static Cause NegativePay { get; } = Of(nameof(NegativePay), "has a committed pay below 0");

    /// <summary>
    /// The share of the pay is no part of a whole: a number is missing, the whole is 0 or less, or the part is below 0 or more than the whole.
    /// </summary>
    public static Cause ImpossibleShare { get; } = Of(
        nameof(ImpossibleShare),
        "has an impossible share of the pay: a share is two whole numbers, such as 16 of 31, the first from 0 up to the second, which is above 0");

    /// <summary>
    /// The share of the target is no part of a whole: a number is missing, the whole is 0 or less, or the part is below 1 or more than the whole.
    /// </summary>
    public static Cause ImpossibleTargetShare { get; } = Of(
        nameof(ImpossibleTargetShare),
        "has an impossible share of the target: a share is two whole numbers, such as 16 of 31, the first from 1 up to the second");

    /// <summary>A KPI that the policy's plan names has no result.</summary>
    public static Cause NoKpiResult { get; } = Of(nameof(NoKpiResult), "has no result, and the plan names it");

    /// <summary>
    /// The employee was absent on each day of the period, and is excused (<see cref="RollUpRule{TFact}.Excusing"/>):
    /// <see cref="AccountRules.Standing.NotApplicable"/>.
    /// </summary>
    public static Cause Excused { get; } = NotApplicable(nameof(Excused), "was absent on all of its days, and is excused");

    /// <summary>Results of months are rolled up, and one is of another period that has days of it, so that these would count twice or not at all.</summary>
    public static Cause NotOfAMonth { get; } = Of(nameof(NotOfAMonth), "is of no month, and only months are rolled up");

    /// <summary>A result says another weight than the policy's plan gives its KPI, or that less is better where the plan says more.</summary>
    public static Cause AgainstPlan { get; } = Of(nameof(AgainstPlan), "has a weight or direction other than the plan's");

    /// <summary>
    /// The fact dates from before the policy is in force (<see cref="PolicyTerms.EffectiveFrom"/>): <see cref="AccountRules.Standing.NotApplicable"/>. A fact
    /// dates from its start, a fact of a period from the period's first day; one that may lack a start, as a payment may, from its due date then.
    /// A fact that has no such date is judged as it is.
    /// </summary>
    public static Cause BeforePolicy { get; } = NotApplicable(
        nameof(BeforePolicy), "dates from {begins}, before the policy is in force, which is from {inForce} on");

    /// <summary>
    /// The fact is none that the rule is asked of (<see cref="Rule{TFact}.Asks"/>): <see cref="AccountRules.Standing.NotApplicable"/>. Lists leave it out.
    /// </summary>
    public static Cause NotAsked { get; } = NotApplicable(nameof(NotAsked), "does not say what {rule} goes by, and is left out");

    /// <summary>A pause of the fact ends before it begins.</summary>
    public static Cause ImpossiblePause { get; } = Of(nameof(ImpossiblePause), "has a pause that ends before it begins");

    /// <summary>
    /// The fact is of a period in which another version of the policy comes into force, and its terms do not say which of the two judges it: see
    /// <see cref="VersionTransition.ByPeriod"/>.
    /// </summary>
    public static Cause StraddlesVersions { get; } = Of(
        nameof(StraddlesVersions), "is of a period in which the policy changes, and `transition` does not say which version judges it");

    /// <summary>There are results of a period for which the employee has no pay plan.</summary>
    public static Cause NoPayPlan { get; } = Of(nameof(NoPayPlan), "has results, and no pay plan for the period");

    /// <summary>The pay plan names a plan of KPIs that the policy does not declare.</summary>
    public static Cause NoKpiPlan { get; } = Of(nameof(NoKpiPlan), "has a pay plan whose KPI plan the policy does not declare");

    /// <summary>The pay plan's period is not made of whole pay periods of its frequency.</summary>
    public static Cause UnevenPayPlan { get; } = Of(
        nameof(UnevenPayPlan), "has a pay plan whose period is not made of whole pay periods of its frequency");

    /// <summary>Several pay plans of one assignment pay the same period.</summary>
    public static Cause SeveralPayPlans { get; } = Of(
        nameof(SeveralPayPlans), "has several pay plans for the period, and nothing tells which one pays it: give each an assignment of its own");

    /// <summary>
    /// The policy changes within the period, and the pay plan has other KPIs on its two sides, or has not all days of it, so that no version pays it.
    /// </summary>
    public static Cause PayPlanStraddlesVersions { get; } = Of(
        nameof(PayPlanStraddlesVersions),
        "is of a period in which the policy changes, and its pay plan has some days of it alone, or other KPIs before and after");

    /// <summary>What is paid in a year has a most, and an earlier period of the year has no amount yet (<see cref="CappedPayable"/>).</summary>
    public static Cause EarlierPeriodOpen { get; } = Of(
        nameof(EarlierPeriodOpen), "is of a year of which an earlier period has no amount yet, so that it is not known what the year leaves");

    /// <summary>The fact names a calendar of working days that the policy does not have.</summary>
    public static Cause UnknownCalendar { get; } = Of(nameof(UnknownCalendar), "goes by a calendar that the policy does not have");

    /// <summary>
    /// The amount is in another currency than the policy pays it in, or than what it is compared with or added to: no amount is converted.
    /// </summary>
    public static Cause OtherCurrency { get; } = Of(nameof(OtherCurrency), "is in another currency than what it is compared with, and none is converted");

    /// <summary>A day of the fact, or the evaluation date, is none that the calendar of its working days knows.</summary>
    public static Cause OutsideCalendar { get; } = Of(nameof(OutsideCalendar), "has days that the calendar of its working days does not know");

    /// <summary>The code, such as <c>NoTarget</c>: in output, and what tells causes apart.</summary>
    public string Code => all[number].Code;

    /// <summary>The words that follow a fact's name in a reason; <c>{rule}</c>, <c>{begins}</c>, <c>{asOf}</c> and <c>{inForce}</c> are filled in.</summary>
    public string Words => all[number].Words;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => number == 0;

    /// <summary>The standing of a fact without a band.</summary>
    internal Standing Standing => all[number].Standing;

    /// <summary>What a rule's expression yields for it, negated.</summary>
    internal int Number => number;

    /// <summary>How many causes there are so far; their numbers are below.</summary>
    internal static int Count => all.Length;

    /// <summary>
    /// A cause of a rule's own. The same code with the same words is the same cause. Made once and kept: causes stay for the life of the process.
    /// </summary>
    /// <param name="code">The code, a name without blanks such as <c>NotInvoiced</c>.</param>
    /// <param name="words">The words that follow a fact's name in a reason, such as <c>has not been invoiced</c>.</param>
    /// <exception cref="ArgumentException">The code or the words are empty, or the code has other words already.</exception>
    public static Cause Of(string code, string words) => Of(code, words, Standing.Undetermined);

    /// <summary>
    /// A cause of a rule's own for which the rule does not apply to a fact, such as that its account has ended: <see cref="Standing.NotApplicable"/>. Made once
    /// and kept: causes stay for the life of the process.
    /// </summary>
    /// <param name="code">The code, a name without blanks such as <c>AccountEnded</c>.</param>
    /// <param name="words">The words that follow a fact's name in a reason.</param>
    /// <exception cref="ArgumentException">The code or the words are empty, or the code has other words, or another standing, already.</exception>
    public static Cause NotApplicable(string code, string words) => Of(code, words, Standing.NotApplicable);

    private static Cause Of(string code, string words, Standing standing)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        lock (Adding)
        {
            var index = Array.FindIndex(all, entry => string.Equals(entry.Code, code, StringComparison.Ordinal));
            if (index < 0)
            {
                all = [.. all, new(code, words, standing)];
                return new(all.Length - 1);
            }

            return all[index] == new Entry(code, words, standing) ? new(index)
                : throw new ArgumentException(
                    $"The cause `{code}` is there already, and says `{all[index].Words}`: give yours a code of its own.", nameof(code));
        }
    }

    internal static Cause At(int number) => new(number);

    /// <summary>The cause of a code, among those made so far; <c>null</c> where there is none.</summary>
    internal static Cause? Find(string code) =>
        Array.FindIndex(all, 1, entry => string.Equals(entry.Code, code, StringComparison.Ordinal)) is > 0 and var index ? new(index) : null;

    /// <summary>The cause in words, to follow a fact's name.</summary>
    internal string Because(RuleInfo rule, DateOnly? begins, DateOnly asOf)
    {
        var words = Message.Text(Words);
        return !words.Contains('{', StringComparison.Ordinal) ? words : words
            .Replace("{rule}", rule.NotSetForSome is { } terms ? $"{Message.Text(rule.OpenFor!)} ({terms})" : rule.Id, StringComparison.Ordinal)
            .Replace("{inForce}", rule.EffectiveFrom is { } first ? Texts.Date(first) : Message.Text("a later date"), StringComparison.Ordinal)
            .Replace("{begins}", begins is { } date ? Texts.Date(date) : Unknown, StringComparison.Ordinal)
            .Replace("{asOf}", Texts.Date(asOf), StringComparison.Ordinal);
    }

    /// <summary>The same where it is said of the fact that came again.</summary>
    internal string BecauseOfItself(RuleInfo rule, DateOnly? begins, DateOnly asOf) =>
        this == Duplicate ? Message.Text("has more than one row; the first one counts") : Because(rule, begins, asOf);

    private string Unknown => this == BeforePolicy ? Message.Text("an earlier date") : Message.Text("a later date");

    /// <summary>Whether both are the same cause.</summary>
    /// <param name="other">The cause to compare with.</param>
    public bool Equals(Cause other) => number == other.number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cause other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => number;

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>Whether both are the same cause.</summary>
    public static bool operator ==(Cause left, Cause right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Cause left, Cause right) => !left.Equals(right);

    private sealed record Entry(string Code, string Words, Standing Standing);
}
