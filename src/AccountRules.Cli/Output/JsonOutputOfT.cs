using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountRules.Cli.Output;

/// <summary>Writes rows as an array of objects in JSON, each on a line.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
internal sealed class JsonOutput<T> : RowWriter<T>
{
    private const int BufferSize = 1 << 16;
    private readonly RowFields<T, JsonEncodedText, (JsonEncodedText? Encoded, FieldValue Value)> fields;
    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> buffer = new(BufferSize * 2);
    private readonly Utf8JsonWriter writer;
    private bool isFirst = true;

    /// <summary>Begins the array.</summary>
    /// <param name="output">Takes the JSON.</param>
    /// <param name="fields">The fields of a row.</param>
    public JsonOutput(Stream output, Fields<T> fields)
    {
        this.output = output;
        writer = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        this.fields = new(fields, name => JsonEncodedText.Encode(name), value => (Encoded(value), value), isSparse: true);
        buffer.Write("["u8);
    }

    /// <inheritdoc/>
    public override void Write(T item)
    {
        buffer.Write(isFirst ? "\n"u8 : ",\n"u8);
        isFirst = false;
        writer.WriteStartObject();
        foreach (var field in fields.Of(item))
        {
            if (field.Constant.Encoded is { } text)
                writer.WriteString(field.Name, text);
            else
                Write(field.Name, field.Of is null ? field.Constant.Value : field.Of(item), field.IsAlways);
        }

        writer.WriteEndObject();
        writer.Flush();
        writer.Reset();
        if (buffer.WrittenCount > BufferSize)
            Flush();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        buffer.Write("\n]\n"u8);
        Flush();
    }

    /// <inheritdoc/>
    public override void Dispose() => writer.Dispose();

    private void Write(JsonEncodedText name, in FieldValue value, bool isAlways)
    {
        if (value.Kind == FieldKind.Text)
            writer.WriteText(name, value.Text!);
        else if (value.Kind == FieldKind.Number)
            writer.WriteNumber(name, value.Number);
        else if (value.Kind == FieldKind.Date)
            WriteDate(name, value.Date);
        else if (value.Kind == FieldKind.Flag)
            writer.WriteBoolean(name, value.Number != 0);
        else if (isAlways)
            writer.WriteNull(name);
    }

    private void WriteDate(JsonEncodedText name, DateOnly date)
    {
        Span<char> text = stackalloc char[10];
        date.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        writer.WriteString(name, text);
    }

    /// <summary>A text that all rows have, escaped once; <c>null</c> for other values.</summary>
    private JsonEncodedText? Encoded(FieldValue value) =>
        value.Text is { } text && !JsonText.HasFormat(text) ? JsonEncodedText.Encode(text, writer.Options.Encoder) : null;

    private void Flush()
    {
        output.Write(buffer.WrittenSpan);
        output.Flush();
        buffer.ResetWrittenCount();
    }
}
