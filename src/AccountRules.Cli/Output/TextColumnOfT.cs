namespace AccountRules.Cli.Output;

/// <summary>A column of a table.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
/// <param name="Title">The title, as markup.</param>
/// <param name="Cell">What a row has in it, as markup.</param>
/// <param name="IsNumber">Whether its cells are set to the right.</param>
/// <param name="Wraps">Whether they may take several lines.</param>
internal sealed record TextColumn<T>(string Title, Func<T, string> Cell, bool IsNumber = false, bool Wraps = false);
