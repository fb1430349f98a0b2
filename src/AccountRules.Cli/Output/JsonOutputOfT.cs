using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountRules.Cli.Output;

/// <summary>Writes rows as an array of objects in JSON, each on a line.</summary>
/// <typeparam name="T">The type of what a row is of.</typeparam>
internal sealed class JsonOutput<T> : RowWriter<T>
{
    private const int BufferSize = 1 << 16;
    private readonly (JsonEncodedText Name, Field<T> Field)[] fields;
    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> buffer = new(BufferSize * 2);
    private readonly Utf8JsonWriter writer;
    private bool isFirst = true;

    /// <summary>Begins the array.</summary>
    /// <param name="output">Takes the JSON.</param>
    /// <param name="fields">The fields of a row.</param>
    public JsonOutput(Stream output, IReadOnlyList<Field<T>> fields)
    {
        this.fields = [.. fields.Select(f => (JsonEncodedText.Encode(f.Name), f))];
        this.output = output;
        writer = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        buffer.Write("["u8);
    }

    /// <inheritdoc/>
    public override void Write(T item)
    {
        buffer.Write(isFirst ? "\n"u8 : ",\n"u8);
        isFirst = false;
        writer.WriteStartObject();
        foreach (var (name, field) in fields)
        {
            var value = field.Of(item);
            if (value.Text is { } text)
                writer.WriteText(name, text);
            else if (value.Number is { } number)
                writer.WriteNumber(name, number);
            else if (value.Flag is { } flag)
                writer.WriteBoolean(name, flag);
            else if (field.IsAlways)
                writer.WriteNull(name);
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

    private void Flush()
    {
        output.Write(buffer.WrittenSpan);
        output.Flush();
        buffer.ResetWrittenCount();
    }
}
