using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace AccountRules.Cli.Benchmarks.Plain;

/// <summary>The fields of the tool's output, written by the same libraries: a column each in CSV, and in JSON those that have a value.</summary>
internal sealed class PlainOutput : IDisposable
{
    private readonly string[] names;
    private readonly int atEnd;
    private readonly Stream output;
    private readonly CsvWriter? csv;
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 17);
    private readonly Utf8JsonWriter? json;
    private bool isFirst = true;

    /// <summary>Begins the output.</summary>
    /// <param name="output">Takes it.</param>
    /// <param name="isJson">Whether it is JSON.</param>
    public PlainOutput(Stream output, bool isJson)
    {
        names = ("rule,subject,standing,band,value,unit,account,period,kpi,dueOn,changesOn,focus,factor,payable,programme,movement,streak,met,results,cause,"
            + "reason,citation,asOf,policyVersion,provisional,enters,started,runs,onTime,newest,tier,severity,before,kept,ours,spend,oursBefore,spendBefore,"
            + "revenue,deals,dealsBefore,nextLevel,missing,unlisted,responses,sum,sumBefore,responsesBefore,periods,rank,accounts,share,running,unknown,"
            + "assignment,service,waivedUntil,waivedFrom,waivedBy,waivedFor,judgedBy,currency,group").Split(',');
        atEnd = names.Length - 1 - Array.IndexOf(names, "policyVersion");
        this.output = output;
        if (isJson)
        {
            json = new(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
            buffer.Write("["u8);
            return;
        }

        csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        foreach (var name in names)
            csv.WriteField(name);

        csv.EndRecord();
    }

    /// <summary>Writes a row.</summary>
    public void Write(
        string rule, string subject, string standing, string band, decimal value, string unit, string? account, string? period, string? dueOn,
        string? changesOn, decimal? factor, decimal? payable, string? programme, string reason, string citation, string asOf)
    {
        if (csv is not null)
        {
            csv.WriteField(rule);
            csv.WriteField(subject);
            csv.WriteField(standing);
            csv.WriteField(band);
            csv.WriteField(value, default, CultureInfo.InvariantCulture);
            csv.WriteField(unit);
            csv.WriteField(account);
            csv.WriteField(period);
            csv.WriteField("");
            csv.WriteField(dueOn);
            csv.WriteField(changesOn);
            csv.WriteField("");
            Write(factor);
            Write(payable);
            csv.WriteField(programme);
            for (var i = 0; i < 5; i++)
                csv.WriteField("");

            csv.WriteField(reason);
            csv.WriteField(citation);
            csv.WriteField(asOf);
            csv.WriteField("documents");
            for (var i = 0; i < atEnd; i++)
                csv.WriteField("");

            csv.EndRecord();
            return;
        }

        buffer.Write(isFirst ? "\n"u8 : ",\n"u8);
        isFirst = false;
        json!.WriteStartObject();
        json.WriteString("rule", rule);
        json.WriteString("subject", subject);
        json.WriteString("standing", standing);
        json.WriteString("band", band);
        json.WriteNumber("value", value);
        json.WriteString("unit", unit);
        Text("account", account);
        Text("period", period);
        Text("dueOn", dueOn);
        Text("changesOn", changesOn);
        Number("factor", factor);
        Number("payable", payable);
        Text("programme", programme);
        json.WriteString("reason", reason);
        json.WriteString("citation", citation);
        json.WriteString("asOf", asOf);
        json.WriteString("policyVersion", "documents");
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        if (buffer.WrittenCount > 1 << 16)
            Flush();
    }

    /// <summary>Ends the output.</summary>
    public void Dispose()
    {
        csv?.Flush();
        csv?.Dispose();
        if (json is null)
            return;

        buffer.Write("\n]\n"u8);
        Flush();
        json.Dispose();
    }

    private void Write(decimal? number)
    {
        if (number is { } value)
            csv!.WriteField(value, default, CultureInfo.InvariantCulture);
        else
            csv!.WriteField("");
    }

    private void Text(string name, string? text)
    {
        if (text is not null)
            json!.WriteString(name, text);
    }

    private void Number(string name, decimal? number)
    {
        if (number is { } value)
            json!.WriteNumber(name, value);
    }

    private void Flush()
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
