namespace AccountRules.Cli.Input;

/// <summary>A column of a fact file.</summary>
/// <param name="Name">Its name in the header; case does not matter.</param>
/// <param name="IsIdentity">Whether it says, with the other such columns, what the fact is about, so that no two rows may agree in them.</param>
/// <param name="IsOptional">Whether the file may leave it out.</param>
/// <param name="IsGrouping">Whether facts are taken together by it, so that a row without it may belong anywhere.</param>
/// <param name="IsFlag">Whether it says true or false, which JSON writes as neither a text nor a number.</param>
internal sealed record Column(string Name, bool IsIdentity = false, bool IsOptional = false, bool IsGrouping = false, bool IsFlag = false);
