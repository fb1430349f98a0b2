using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>How many rows have a standing.</summary>
public sealed record StandingCount
{
    /// <summary>The standing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Standing Standing { get; init; }

    /// <summary>How many rows have it; standings that no row has are not listed.</summary>
    public required long Count { get; init; }
}
