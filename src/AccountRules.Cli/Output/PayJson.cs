using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>Writes what is paid as a document in JSON: lines and totals.</summary>
internal static class PayJson
{
    /// <summary>Writes the document.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="unread">What could not be read; empty where all was.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(IReadOnlyList<PayLine> lines, PayRequest request, string unread, Stream output) => JsonDocumentOutput.Write(output, new
    {
        asOf = request.AsOf,
        policy = request.Policy.Name,
        version = request.Policy.Version,
        unread = unread.Length > 0 ? unread : null,
        lines = lines.Select(line => JsonDocumentOutput.Of(PayFields.All, line)),
        totals = PayTotal.Of(lines).Select(total => new
        {
            currency = total.Currency,
            by = total.By,
            name = total.Name,
            lines = total.Lines.Count,
            paid = total.Paid,
            running = total.Running,
            open = total.Open,
            amount = total.Sum.Sum,
        }),
    });
}
