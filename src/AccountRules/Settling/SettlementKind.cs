using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>What a run did to a fact. In JSON it is its name. A later version may add a kind at the end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SettlementKind>))]
public enum SettlementKind : byte
{
    /// <summary>The fact stood settled as nothing, and is settled now: for the first time, or again after it was withdrawn.</summary>
    New,

    /// <summary>The fact was settled, and something that is settled is another now.</summary>
    Corrected,

    /// <summary>The fact was settled, and all that is settled is the same.</summary>
    Unchanged,

    /// <summary>The fact was settled, and is not among those of now: what was settled is taken back.</summary>
    Withdrawn,

    /// <summary>
    /// The fact cannot be settled now: it is undetermined, or its rule has nothing to say of it, its period has not ended, or a row that may be of it could not
    /// be read. What was settled stays as it is, if anything.
    /// </summary>
    Held,
}
