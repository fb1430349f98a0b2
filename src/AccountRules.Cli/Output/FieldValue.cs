namespace AccountRules.Cli.Output;

/// <summary>The value of a field: a text, a number, a date, a flag, or nothing.</summary>
internal readonly struct FieldValue
{
    private FieldValue(FieldKind kind, string? text = null, decimal number = 0, DateOnly date = default) =>
        (Kind, Text, Number, Date) = (kind, text, number, date);

    /// <summary>What it is.</summary>
    public FieldKind Kind { get; }

    /// <summary>The text, where it is one.</summary>
    public string? Text { get; }

    /// <summary>The number, where it is one; 1 for a flag that is set.</summary>
    public decimal Number { get; }

    /// <summary>The date, where it is one.</summary>
    public DateOnly Date { get; }

    public static implicit operator FieldValue(string? text) => text is null ? default : new(FieldKind.Text, text);

    public static implicit operator FieldValue(decimal? number) => number is { } value ? new(FieldKind.Number, number: value) : default;

    public static implicit operator FieldValue(int? number) => (decimal?)number;

    public static implicit operator FieldValue(bool? flag) => flag is { } value ? new(FieldKind.Flag, number: value ? 1 : 0) : default;

    public static implicit operator FieldValue(DateOnly? date) => date is { } value ? new(FieldKind.Date, date: value) : default;
}
