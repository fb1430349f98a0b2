using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>The unit in which a measure's value, its cuts and its margins are given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Unit>))]
public enum Unit : byte
{
    /// <summary>Whole calendar days between two dates; day 0 is the start date.</summary>
    Days,

    /// <summary>A ratio, 1 being 100 %. Margins are told in percentage points.</summary>
    Ratio,

    /// <summary>Money, a count or a score, in the host's own unit.</summary>
    Amount,
}
