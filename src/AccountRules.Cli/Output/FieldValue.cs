namespace AccountRules.Cli.Output;

/// <summary>The value of a field: a text, a number, a flag, or nothing.</summary>
internal readonly record struct FieldValue(string? Text = null, decimal? Number = null, bool? Flag = null)
{
    public static implicit operator FieldValue(string? text) => new(Text: text);

    public static implicit operator FieldValue(decimal? number) => new(Number: number);

    public static implicit operator FieldValue(int? number) => new(Number: number);

    public static implicit operator FieldValue(bool? flag) => new(Flag: flag);

    public static implicit operator FieldValue(DateOnly? date) => new(Text: date?.ToString("O"));

    /// <summary>Whether there is no value.</summary>
    public bool IsNothing => Text is null && Number is null && Flag is null;
}
