using System.Globalization;
using System.Runtime.CompilerServices;

namespace AccountRules.Wording;

/// <summary>Takes a sentence as it is made: in English its text at once, in another language the message with numbered places and its arguments.</summary>
[InterpolatedStringHandler]
internal ref struct MessageHandler
{
    private readonly List<string>? arguments;
    private DefaultInterpolatedStringHandler text;

    public MessageHandler(int literalLength, int formattedCount)
    {
        arguments = Language.Spoken is null ? null : new(formattedCount);
        text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    public void AppendLiteral(string value) => text.AppendLiteral(value);

    public void AppendFormatted<T>(T value)
    {
        if (arguments is null)
            text.AppendFormatted(value);
        else
            Add(value is IFormattable formattable ? formattable.ToString(format: null, CultureInfo.InvariantCulture) : value?.ToString());
    }

    public void AppendFormatted(string? value)
    {
        if (arguments is null)
            text.AppendFormatted(value);
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
        text.AppendLiteral("{");
        text.AppendFormatted(arguments!.Count);
        text.AppendLiteral("}");
        arguments.Add(argument ?? "");
    }
}
