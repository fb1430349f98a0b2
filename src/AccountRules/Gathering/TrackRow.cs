namespace AccountRules.Gathering;

/// <summary>A fact in a track: whose it is, where each stage leads (a byte each), and its value.</summary>
internal readonly record struct TrackRow(int Subject, int Leads, decimal Value);
