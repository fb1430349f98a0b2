namespace AccountRules.Queries;

/// <summary>A row as a track needs it: where it leads from outside, and from inside.</summary>
internal sealed record TrackRow<TPeriod>
{
    public required string Subject { get; init; }

    public required TPeriod Period { get; init; }

    public required bool Enters { get; init; }

    public required bool Stays { get; init; }
}
