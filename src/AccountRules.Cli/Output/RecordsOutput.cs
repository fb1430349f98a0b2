using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules.Cli.Output;

/// <summary>Writes assessments as records: each an object in JSON on a line of its own, without what it has not.</summary>
/// <param name="output">Takes the JSON.</param>
internal sealed class RecordsOutput(Stream output) : RowWriter<Assessment>
{
    private const int BufferSize = 1 << 16;
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private readonly MemoryStream buffer = new(BufferSize * 2);

    /// <inheritdoc/>
    public override void Write(Assessment item)
    {
        JsonSerializer.Serialize(buffer, item.ToRecord(), Options);
        buffer.WriteByte((byte)'\n');
        if (buffer.Length > BufferSize)
            Complete();
    }

    /// <inheritdoc/>
    public override void Complete()
    {
        output.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        output.Flush();
        buffer.SetLength(0);
    }

    /// <inheritdoc/>
    public override void Dispose() => buffer.Dispose();
}
