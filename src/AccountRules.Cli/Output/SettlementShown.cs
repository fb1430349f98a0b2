namespace AccountRules.Cli.Output;

/// <summary>How a settlement is written.</summary>
/// <param name="Format">Table, json, csv or markdown.</param>
/// <param name="ForExcel">Whether CSV is for a spreadsheet.</param>
/// <param name="WithUnchanged">Whether facts are listed for which nothing changes.</param>
/// <param name="Limit">How many rows people are shown; 0 for all.</param>
internal sealed record SettlementShown(string Format, bool ForExcel, bool WithUnchanged, int Limit);
