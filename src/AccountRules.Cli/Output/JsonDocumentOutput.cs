using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountRules.Cli.Output;

/// <summary>Writes a document in JSON that is more than rows: objects within objects, indented.</summary>
internal sealed class JsonDocumentOutput : IDisposable
{
    private readonly Stream output;
    private readonly Utf8JsonWriter writer;

    /// <summary>Begins a document.</summary>
    /// <param name="output">Takes the JSON.</param>
    public JsonDocumentOutput(Stream output)
    {
        this.output = output;
        writer = new(output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>The document, or an item, as an object.</summary>
    /// <param name="content">Writes its properties.</param>
    public void WriteObject(Action content)
    {
        writer.WriteStartObject();
        content();
        writer.WriteEndObject();
    }

    /// <summary>An object as a property.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="content">Writes its properties.</param>
    public void WriteObject(string name, Action content)
    {
        writer.WritePropertyName(name);
        WriteObject(content);
    }

    /// <summary>The document as an array of objects.</summary>
    /// <param name="items">The items.</param>
    /// <param name="content">Writes the properties of an item.</param>
    public void WriteArray<T>(IEnumerable<T> items, Action<T> content)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            WriteObject(() => content(item));

        writer.WriteEndArray();
    }

    /// <summary>An array of objects as a property.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="items">The items.</param>
    /// <param name="content">Writes the properties of an item.</param>
    public void WriteArray<T>(string name, IEnumerable<T> items, Action<T> content)
    {
        writer.WritePropertyName(name);
        WriteArray(items, content);
    }

    /// <summary>A text; nothing where there is none.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="text">The text.</param>
    public void Write(string name, string? text)
    {
        if (text is not null)
            writer.WriteText(JsonEncodedText.Encode(name), text);
    }

    /// <summary>A number.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="number">The number.</param>
    public void Write(string name, decimal number) => writer.WriteNumber(name, number);

    /// <summary>Yes or no.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="flag">Which.</param>
    public void Write(string name, bool flag) => writer.WriteBoolean(name, flag);

    /// <summary>The fields of a row that have values.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="row">The row.</param>
    public void Write<T>(Fields<T> fields, T row)
    {
        foreach (var field in fields.All)
        {
            var value = field.Of(row);
            if (value.Kind == FieldKind.Number)
                Write(field.Name, value.Number);
            else if (value.Kind == FieldKind.Flag)
                Write(field.Name, value.Number != 0);
            else
                Write(field.Name, value.Kind == FieldKind.Date ? value.Date.ToString("O") : value.Text);
        }
    }

    /// <summary>Ends the document.</summary>
    public void Dispose()
    {
        writer.Flush();
        writer.Dispose();
        output.Write("\n"u8);
        output.Flush();
    }
}
