using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// How a version of a policy takes over from the one before it, for one rule: which facts it judges. Unless its terms say otherwise: facts of periods go by
/// their period, deadlines and plans by their start, all others by the evaluation date. See <see cref="TransitionTerms"/>.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<VersionTransition>))]
public enum VersionTransition : byte
{
    /// <summary>
    /// Facts that begin on the version's first day or later; those that began before keep the version that they began under, for good. A period begins with its
    /// first day.
    /// </summary>
    ByStart,

    /// <summary>
    /// Facts of periods that begin on the version's first day or later. One that begins before and ends on that day or later is
    /// <see cref="Cause.StraddlesVersions"/>.
    /// </summary>
    ByPeriod,

    /// <summary>From the version's first day on, as the evaluation date, all facts: also those that ended long before, which are judged anew.</summary>
    ByEvaluationDate,

    /// <summary>
    /// Facts that begin on the version's first day or later; and, where that gives them a better standing or a higher factor, also those that began before:
    /// from that day on as the evaluation date, or, of periods, those that end on that day or later. For one version of a rule, and none by days beside it.
    /// </summary>
    Kinder,

    /// <summary>
    /// Each day of a period by its own version: of one that begins before the version's first day and ends on that day or later, each part is paid for its
    /// days by its own version. For rules that pay, and for two versions of a rule.
    /// </summary>
    ByDays,
}
