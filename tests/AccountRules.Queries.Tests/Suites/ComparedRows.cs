using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>Counts what a suite compares, and prints it once the suite has run.</summary>
public sealed class ComparedRows(IMessageSink messages) : IDisposable
{
    private readonly ConcurrentDictionary<string, (int Facts, int Rows)> rules = new(StringComparer.Ordinal);

    public string Provider { get; set; } = "";

    /// <param name="facts">Generated facts, each compared with the policy's oracle.</param>
    /// <param name="rows">Rows answered, by every table that holds the facts and every verb.</param>
    public void Add(string rule, int facts, int rows) => rules.AddOrUpdate(rule, (facts, rows), (_, sum) => (sum.Facts + facts, sum.Rows + rows));

    public void Dispose()
    {
        foreach (var (rule, (facts, rows)) in rules.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            messages.OnMessage(new DiagnosticMessage(
                string.Create(CultureInfo.InvariantCulture, $"{Provider}: {rule}: {facts:N0} facts compared, {rows:N0} rows of answers")));
        }
    }
}
