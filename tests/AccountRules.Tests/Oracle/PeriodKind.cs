namespace AccountRules.Tests.Oracle;

/// <summary>Years, quarters and months are told apart by how they are written.</summary>
internal static class PeriodKind
{
    public static char Of(Period period) => period.ToString() switch
    {
        { Length: 4 } => 'Y',
        [_, _, _, _, '-', 'Q', _] => 'Q',
        _ => 'M',
    };
}
