using System.Globalization;
using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using AccountRules.Samples.Crm.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm.Pages;

/// <summary>The accounts of a manager, and what needs attention: the account report.</summary>
internal sealed class IndexModel(CrmContext db, Policy policy, PolicyClock clock) : PageModel
{
    public static Standing[] Urgent { get; } = [Standing.Overdue, Standing.AtRisk, Standing.Missed, Standing.Late, Standing.Undetermined];

    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>(StringComparer.Ordinal);

    [BindProperty(SupportsGet = true)]
    public int Manager { get; set; }

    public IReadOnlyList<Manager> Managers { get; private set; } = [];

    public Manager Chosen { get; private set; } = null!;

    public ReportSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<ReportSheet> Accounts { get; private set; } = [];

    public string NameOf(string? account) => names.GetValueOrDefault(account ?? "", account ?? "");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Managers = await db.Managers.AsNoTracking().OrderBy(m => m.Name).ToListAsync(stop);
        Chosen = Managers.FirstOrDefault(m => m.Id == Manager) ?? Managers[0];
        if (Manager != 0 && Manager != Chosen.Id)
            return NotFound();

        Manager = Chosen.Id;
        names = await db.ClientNamesAsync(stop);
        var report = await CrmFacts.ReportAsync(db, policy, clock.Today, days: 90, stop);
        var id = Chosen.Id.ToString(CultureInfo.InvariantCulture);
        Sheet = report.Manager(id)!;
        Accounts = [.. report.Accounts.Where(a => a.Account?.ManagerId == id)
            .OrderByDescending(a => a.Attention[Standing.Overdue]).ThenByDescending(a => a.Attention[Standing.AtRisk])
            .ThenBy(a => NameOf(a.Id), StringComparer.Ordinal)];
        return Page();
    }
}
