using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>What kind of change a <see cref="StandingChange"/> or an <see cref="AgendaEntry"/> is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind : byte
{
    /// <summary>There is a standing where there was none.</summary>
    Raised,

    /// <summary>There is another standing than there was.</summary>
    Changed,

    /// <summary>There is none where there was one.</summary>
    Cleared,

    /// <summary>
    /// The standing is the same, with another band, cause or movement, or it is provisional no more, or a waiver begins or has ended: an invoice that was
    /// overdue for up to 30 days is so for more, a month that was met while it ran is met.
    /// </summary>
    Moved,
}
