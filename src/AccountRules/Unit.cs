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

    /// <summary>Full calendar months between two dates: the date a month on has the same day, or is the last of a shorter month.</summary>
    Months,

    /// <summary>Full calendar years between two dates: a year from 29 February ends on 28 February where the year has no 29.</summary>
    Years,
}
