using AccountRules.Samples.Crm.Data;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm.Rules;

/// <summary>All facts of the database, for what looks at all of them.</summary>
internal static class CrmFacts
{
    /// <summary>Fills the monitor before the host has started. What it holds is never changed in place: each request reads objects of its own.</summary>
    public static async Task LoadAsync(CrmContext db, PolicyMonitor monitor, CancellationToken stop)
    {
        monitor.TryAddRange((await db.Clients.AsNoTracking().ToListAsync(stop)).Select(CrmRules.ToFact));
        monitor.TryAddRange(await db.Orders.AsNoTracking().ToListAsync(stop));
        monitor.TryAddRange(await db.Registry.AsNoTracking().ToListAsync(stop));
        monitor.TryAddRange(await db.Bills.AsNoTracking().ToListAsync(stop));
        foreach (var table in FactTable.All)
            await table.LoadAsync(db, monitor, stop);
    }

    /// <summary>How all accounts stand on a day, and what comes within the days after it.</summary>
    public static async Task<AccountReport> ReportAsync(CrmContext db, Policy policy, DateOnly today, int days, CancellationToken stop)
    {
        var report = AccountReport.Collect(policy, today, new() { Days = days, Next = 1000, Worst = 12 });
        report.AddRange((await db.Clients.AsNoTracking().ToListAsync(stop)).Select(CrmRules.ToFact));
        var orders = await db.Orders.AsNoTracking().ToListAsync(stop);
        Add(report.Collect(CrmRules.Orders(policy)), orders);
        Add(report.Collect(CrmRules.Acquisition(policy)), orders);
        Add(report.Collect(CrmRules.Registry(policy)), await db.Registry.AsNoTracking().ToListAsync(stop));
        Add(report.Collect(CrmRules.Bills(policy)), await db.Bills.AsNoTracking().ToListAsync(stop));
        foreach (var table in FactTable.All)
            await table.LoadAsync(db, report, stop);

        return report.Report();
    }

    private static void Add<TFact>(FactTaker<TFact> rule, IEnumerable<TFact> facts)
        where TFact : class
    {
        foreach (var fact in facts)
            rule.Add(fact);
    }
}
