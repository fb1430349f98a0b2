using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>How a subject moved between the outside (a lifecycle's initial stage) and the inside, from one period to the next.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Movement>))]
public enum Movement : byte
{
    /// <summary>Outside before and after.</summary>
    Outside,

    /// <summary>Outside before, inside after.</summary>
    Entered,

    /// <summary>Inside before and after; in the first period of the data, inside.</summary>
    Stayed,

    /// <summary>Inside before, outside after.</summary>
    Left,
}
