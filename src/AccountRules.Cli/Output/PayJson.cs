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
    public static void Write(IReadOnlyList<PayLine> lines, PayRequest request, string unread, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        json.WriteObject(() =>
        {
            json.Write("asOf", request.AsOf.ToString("O"));
            json.Write("policy", request.Policy.Name);
            json.Write("version", request.Policy.Version);
            if (unread.Length > 0)
                json.Write("unread", unread);

            json.WriteArray("lines", lines, line => json.Write(PayFields.All, line));
            json.WriteArray("totals", PayTotal.Of(lines), total =>
            {
                json.Write("currency", total.Currency);
                json.Write("by", total.By);
                json.Write("name", total.Name);
                json.Write("lines", total.Lines.Count);
                json.Write("paid", total.Paid);
                json.Write("running", total.Running);
                json.Write("open", total.Open);
                json.Write("amount", total.Sum.Sum);
            });
        });
    }
}
