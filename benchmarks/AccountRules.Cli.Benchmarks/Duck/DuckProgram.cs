using DuckDB.NET.Data;

namespace AccountRules.Cli.Benchmarks.Duck;

/// <summary>
/// The same by DuckDB, on one thread and in memory: standings or bands, and the sentences, without what the tool writes besides. It does not notice
/// duplicates, and its ratios are rounded.
/// </summary>
internal static class DuckProgram
{
    /// <summary>Runs it, onto standard output.</summary>
    /// <param name="kind">The kind of facts.</param>
    /// <param name="format">What is written: <c>table</c>, <c>csv</c> or <c>json</c>.</param>
    /// <param name="path">The file.</param>
    public static void Run(string kind, string format, string path)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var rows = kind == "fte-orders" ? Orders(path) : Pay(path);
        command.CommandText = "SET threads = 1; " + (format == "table"
            ? $"SELECT standing, count(*) FROM ({rows}) GROUP BY standing ORDER BY standing"
            : $"COPY ({rows}) TO '/dev/stdout' (FORMAT {format})");
        if (format != "table")
        {
            command.ExecuteNonQuery();
            return;
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
            Console.WriteLine($"{reader.GetInt64(1)} {reader.GetString(0)}");
    }

    private static string Orders(string path) =>
        $"""
        SELECT *, 'Order ' || id || CASE standing
            WHEN 'Met' THEN ' was fulfilled on day ' || days || ' of 90, ' || done || '; it was due ' || due || '.'
            WHEN 'Late' THEN ' was fulfilled on ' || done || ' after ' || days || ' days, ' || (days - 90)
                || ' more than the 90 allowed; it was due ' || due || '.'
            WHEN 'Overdue' THEN ' is open for ' || days || ' days, ' || (days - 90) || ' more than the 90 allowed; it was due ' || due || '.'
            ELSE ' is open for ' || days || ' of 90 days, due ' || due || '.' END AS reason
        FROM (SELECT *, CASE WHEN done IS NULL THEN CASE WHEN days > 90 THEN 'Overdue' WHEN days >= 76 THEN 'AtRisk' ELSE 'OnTrack' END
                             WHEN days > 90 THEN 'Late' ELSE 'Met' END AS standing
              FROM (SELECT OrderId AS id, AccountId AS account, CASE WHEN FulfilledOn <= {Day} THEN FulfilledOn END AS done,
                           date_diff('day', OrderedOn, coalesce(done, {Day})) AS days, OrderedOn + 90 AS due
                    FROM read_csv('{path}', header = true,
                         columns = {Columns("OrderId VARCHAR, AccountId VARCHAR, OrderedOn DATE, FulfilledOn DATE, Headcount INT")})))
        """;

    private static string Pay(string path) =>
        $"""
        SELECT *, 'Employee ' || id || ' in ' || month || ' attained ' || (trunc(ratio * 10000) / 100) || ' %: ' || standing
            || ', paid at ' || (factor * 100) || ' %, ' || payable || ' of ' || pay || '.' AS reason
        FROM (SELECT *, round(pay * factor, 2) AS payable,
                     CASE factor WHEN 0 THEN 'Pip' WHEN 0.4 THEN 'Low' WHEN 0.6 THEN 'Partial' WHEN 1 THEN 'Full' ELSE 'Over' END AS standing
              FROM (SELECT EmployeeId AS id, Period AS month, CommittedPay AS pay, Actual::DOUBLE / Target AS ratio,
                           CASE WHEN Actual > Target THEN 1.1 WHEN Actual > 0.8 * Target THEN 1 WHEN Actual > 0.6 * Target THEN 0.6
                                WHEN Actual > 0.35 * Target THEN 0.4 ELSE 0 END AS factor
                    FROM read_csv('{path}', header = true,
                         columns = {Columns("EmployeeId VARCHAR, Period VARCHAR, Target DECIMAL(18.2), Actual DECIMAL(18.2), CommittedPay DECIMAL(18.2)")})))
        """;

    private static string Day => $"DATE '{FactData.AsOf:yyyy-MM-dd}'";

    /// <summary>Columns as <c>read_csv</c> takes them.</summary>
    private static string Columns(string list) => "{" + string.Join(
        ", ", list.Split(", ").Select(c => c.Split(' ')).Select(c => $"'{c[0]}': '{c[1].Replace('.', ',')}'")) + "}";
}
