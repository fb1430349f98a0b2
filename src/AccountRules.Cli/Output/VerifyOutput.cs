using System.Globalization;
using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>Writes what differs of records: a line each, or the same as JSON or CSV.</summary>
internal static class VerifyOutput
{
    private static readonly Fields<RecordFinding> Fields = new(RuleOf: null,
    [
        new("file", f => f.File) { IsAlways = true },
        new("line", f => (decimal?)f.Line) { IsAlways = true },
        new("rule", f => f.Record.RuleId) { IsAlways = true },
        new("subject", f => f.Record.Subject) { IsAlways = true },
        new("period", f => f.Record.Period?.ToString()),
        new("field", f => f.Difference?.Field) { IsAlways = true },
        new("recorded", f => f.Difference?.Recorded) { IsAlways = true },
        new("recomputed", f => f.Difference?.Recomputed) { IsAlways = true },
        new("remark", f => f.Remark),
    ]);

    /// <summary>Writes in a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="output">Takes it.</param>
    public static RowWriter<RecordFinding> Of(string format, Stream output) => format switch
    {
        "json" => new JsonOutput<RecordFinding>(output, Fields),
        "csv" => new CsvOutput<RecordFinding>(output, Fields, forExcel: false),
        _ => new Lines(output),
    };

    private sealed class Lines(Stream output) : RowWriter<RecordFinding>
    {
        private const string Changed = "Digest is not that of the rest: the record was changed after it was made";

        private readonly StreamWriter writer = new(output, leaveOpen: true) { NewLine = "\n" };

        public override void Write(RecordFinding item)
        {
            var (record, key) = (item.Record, new FactKey(item.Record.Subject, item.Record.Period, item.Record.Part, item.Record.StartedOn));
            var said = item.Difference is { Field: nameof(AssessmentRecord.Digest) } ? Changed : item.Difference?.ToString() ?? item.Remark;
            writer.WriteLine(Visible.Text(string.Create(CultureInfo.InvariantCulture, $"{item.File}:{item.Line}: {record.RuleId} {key}: {said}.")));
        }

        public override void Complete() => writer.Flush();

        public override void Dispose() => writer.Dispose();
    }
}
