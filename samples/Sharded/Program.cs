using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using AccountRules;
using AccountRules.Samples.Sharded;
using AccountRules.Shared;
using Microsoft.EntityFrameworkCore;

// dotnet run --project samples/Sharded [-- rows]
var rows = 1_000_000;
if (args.Length > 1 || (args.Length == 1 && !(int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out rows) && rows > 0)))
{
    Console.Error.WriteLine("Give the number of orders, a whole number above 0, or nothing for 1000000.");
    return 2;
}

if (!PrivateCluster.IsInstalled)
{
    Console.Error.WriteLine(
        "This sample needs PostgreSQL 15 with postgres_fdw, which are not installed here: on Debian or Ubuntu, apt-get install postgresql-15.");
    return 1;
}

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return await RunAsync(stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.Error.WriteLine("Stopped; the servers are gone.");
    return 130;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;       // the servers are stopped and deleted on the way out
    stop.Cancel();
}

async Task<bool> RunAsync(CancellationToken cancellation)
{
    var asOf = new DateOnly(2026, 11, 21);
    var rule = CrmOrder.Rule(Policy.Default);

    Console.WriteLine($"Starting a coordinator and two shards, and loading {rows.ToString("N0", CultureInfo.InvariantCulture)} orders …");
    var clock = Stopwatch.StartNew();
    using var sharded = await ShardedOrders.StartAsync(rows, asOf, cancellation: cancellation);
    await using var db = new OrdersDb(sharded.Coordinator);
    Console.WriteLine($"Ready after {clock.Elapsed.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} seconds.");

    // What each query is, and what the shards are asked.
    var ofTable = Counting.OfTable(rule, db, asOf);
    var ofPartitions = Counting.OfPartitions(rule, db, sharded.Partitions, asOf);
    var ofAccounts = Counting.OfAccounts(rule, db, asOf);
    var overdue = rule.Where(db.Orders, asOf, Standing.Overdue);
    Report.WritePlan("CountByStanding over each partition: the shards count", await Plan.OfAsync(db, ofPartitions, cancellation));
    Report.WritePlan("Grade, by account and standing: the shards count", await Plan.OfAsync(db, ofAccounts, cancellation));
    Report.WritePlan("Where Overdue: the shards filter", await Plan.OfAsync(db, overdue, cancellation));
    Report.WritePlan("CountByStanding over the whole table: the coordinator counts", await Plan.OfAsync(db, ofTable, cancellation));

    // Four ways and a hand-written one: the same counts.
    var expected = await HandWritten.CountAsync(sharded.Shards, asOf, cancellation);
    var report = new Report(expected);
    await report.CountAsync(
        "hand-written SQL, a query to each shard at once", async () => AsCounts(await HandWritten.CountAsync(sharded.Shards, asOf, cancellation)));
    await report.CountAsync("CountByStanding, a query to each shard at once", () => Counting.OfShardsAsync(rule, sharded.Shards, asOf, cancellation));
    await report.CountAsync("CountByStanding over each partition", async () => await ofPartitions.ToListAsync(cancellation));
    await report.CountAsync("Grade, by account and standing", async () => await ofAccounts.ToListAsync(cancellation));
    await report.CountAsync("CountByStanding over the whole table", async () => await ofTable.ToListAsync(cancellation));

    Report.Heading("Counts");
    report.WriteCounts();
    report.WriteTimes();
    report.Check("All rows are counted", expected.Values.Sum() == rows);
    report.Check("Overdue rows by Where", await overdue.LongCountAsync(cancellation) == expected.GetValueOrDefault(Standing.Overdue));
    var (compared, different) = await Comparison.WithMemoryAsync(rule, db, asOf, every: 20, cancellation);
    report.Check($"{compared} orders assessed in memory, standing, band and cause", different == 0 && compared == rows / 20);
    return report.AllEqual;
}

static IReadOnlyList<StandingCount> AsCounts(Dictionary<Standing, long> counts) =>
    [.. counts.Select(c => new StandingCount { Standing = c.Key, Count = c.Value })];
