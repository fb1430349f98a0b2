using System.Linq.Expressions;
using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm.Pages;

/// <summary>What is overdue and at risk: the rules as queries, which the database answers. Only the rows that are shown are read.</summary>
internal sealed class ManagersModel(
    CrmContext db, PolicyClock clock, DeadlineRule<StaffingOrder> orders, DeadlineRule<RegistryEntry> registry, DeadlineRule<Bill> bills) : PageModel
{
    public static Standing[] Shown { get; } = [Standing.Overdue, Standing.AtRisk, Standing.OnTrack, Standing.Late, Standing.Met];

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var managers = await db.Managers.AsNoTracking().OrderBy(m => m.Name).ToListAsync(stop);
        Parts =
        [
            await PartAsync(orders, db.Orders, o => o.Client!, managers, stop),
            await PartAsync(registry, db.Registry, e => e.Client!, managers, stop),
            await PartAsync(bills, db.Bills, b => b.Client!, managers, stop),
        ];
    }

    private async Task<Part> PartAsync<TRow>(
        Rule<TRow> rule, IQueryable<TRow> rows, Expression<Func<TRow, Client>> client, List<Manager> managers, CancellationToken stop)
        where TRow : class
    {
        var today = clock.Today;
        List<(Manager, StandingCounts)> counts = [];
        foreach (var manager in managers)
        {
            var own = rows.Where(Of(client, manager.Id));
            counts.Add((manager, new(await rule.CountByStanding(own, today).ToListAsync(stop))));
        }

        var clientOf = client.Compile();
        var withClients = rows.AsNoTracking().Include(client).ThenInclude(c => c.Manager);
        var open = await rule.Where(withClients, today, Standing.Overdue, Standing.AtRisk).ToListAsync(stop);
        return new(rule, counts,
            [.. open.Select(row => (Client: clientOf(row), Assessment: rule.Assess(row, today)))
                .OrderBy(row => row.Client.Manager!.Name, StringComparer.Ordinal)
                .ThenBy(row => row.Assessment.DueOn).ThenBy(row => row.Assessment.Subject, StringComparer.Ordinal)]);
    }

    /// <summary>The condition that a row's client is a manager's.</summary>
    private static Expression<Func<TRow, bool>> Of<TRow>(Expression<Func<TRow, Client>> client, int manager) => Expression.Lambda<Func<TRow, bool>>(
        Expression.Equal(Expression.Property(client.Body, nameof(Client.ManagerId)), Expression.Constant(manager)), client.Parameters);

    /// <summary>A rule with its counts by manager, and the rows to act on.</summary>
    internal sealed record Part(
        Rule Rule, IReadOnlyList<(Manager Manager, StandingCounts Counts)> Counts, IReadOnlyList<(Client Client, Assessment Assessment)> Rows);
}
