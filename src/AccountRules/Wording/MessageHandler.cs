using System.Globalization;
using System.Runtime.CompilerServices;

namespace AccountRules.Wording;

/// <summary>Takes a sentence as it is made: in English its text at once, in another language the message with numbered places and its arguments.</summary>
[InterpolatedStringHandler]
internal ref struct MessageHandler
{
    private readonly List<string>? arguments;
    private TextBuffer text;

    public MessageHandler(int literalLength, int formattedCount)
    {
        arguments = Language.Spoken is null ? null : new(formattedCount);
        text = new();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendLiteral(string value) => text.Add(value);

    public void AppendFormatted<T>(T value) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format: null, CultureInfo.InvariantCulture) : value?.ToString());

    public void AppendFormatted(string? value)
    {
        if (arguments is null)
            text.Add(value ?? "");
        else
            Add(value);
    }

    public void AppendFormatted(int value)
    {
        if (arguments is null)
            text.Add(value);
        else
            Add(value.ToString(CultureInfo.InvariantCulture));
    }

    public void AppendFormatted(DateOnly value)
    {
        if (arguments is null)
            text.Add(value);
        else
            Add(Texts.Date(value));
    }

    public void AppendFormatted(in Phrase value)
    {
        if (arguments is null)
            value.WriteTo(ref text);
        else
            Add(value);
    }

    public void AppendFormatted(CountPhrase value)
    {
        if (arguments is null)
            value.WriteTo(ref text);
        else
            Add(value);
    }

    public void AppendFormatted(in FactName value)
    {
        if (arguments is null)
            value.WriteTo(ref text);
        else
            Add(value);
    }

    public void AppendFormatted(in Attained value)
    {
        if (arguments is null)
            value.WriteTo(ref text);
        else
            Add(value);
    }

    public string ToStringAndClear()
    {
        var message = text.ToStringAndClear();
        return arguments is null ? message : Language.Spoken!.Fill(message, arguments);
    }

    private void Add(string? argument)
    {
        text.Add("{");
        text.Add(arguments!.Count);
        text.Add("}");
        arguments.Add(argument ?? "");
    }
}
