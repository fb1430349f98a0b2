namespace AccountRules.Cli.Output;

/// <summary>What the value of a field is.</summary>
internal enum FieldKind
{
    /// <summary>There is none.</summary>
    Nothing,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,
}
