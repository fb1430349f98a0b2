using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// How a fact stands against its rule on the evaluation date (POLICY: "words used in every rule"). In JSON a standing is its name. A later version may add a
/// standing at the end: give
/// a <c>switch</c> over standings a default, and store names, not numbers.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Standing>))]
public enum Standing : byte
{
    /// <summary>The fact cannot be measured; <see cref="Assessment.Cause"/> says why. Never silently met, missed or paid.</summary>
    Undetermined,

    /// <summary>The fact begins after the evaluation date, so the rule has nothing to say yet.</summary>
    NotApplicable,

    /// <summary>What the rule demands was done.</summary>
    Met,

    /// <summary>Open, with time left.</summary>
    OnTrack,

    /// <summary>Open, and close to its limit.</summary>
    AtRisk,

    /// <summary>Done, but after its limit.</summary>
    Late,

    /// <summary>Open, and past its limit.</summary>
    Overdue,

    /// <summary>What the rule demands was not reached.</summary>
    Missed,

    /// <summary>A tier rule placed the fact in a band; there is nothing to meet.</summary>
    Graded,
}
