using System.Globalization;
using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using AccountRules.Samples.Crm.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm.Pages;

/// <summary>What changes on the days to come: the agenda of all accounts, or of a manager's.</summary>
internal sealed class AgendaModel(CrmContext db, Policy policy, PolicyClock clock) : PageModel
{
    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>(StringComparer.Ordinal);

    public static int[] Choices { get; } = [30, 60, 90];

    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 30;

    [BindProperty(SupportsGet = true)]
    public int Manager { get; set; }

    public IReadOnlyList<Manager> Managers { get; private set; } = [];

    public IReadOnlyList<AgendaEntry> Entries { get; private set; } = [];

    public string NameOf(string? account) => names.GetValueOrDefault(account ?? "", account ?? "");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!Choices.Contains(Days))
            return NotFound();

        Managers = await db.Managers.AsNoTracking().OrderBy(m => m.Name).ToListAsync(stop);
        names = await db.ClientNamesAsync(stop);
        var report = await CrmFacts.ReportAsync(db, policy, clock.Today, Days, stop);
        var sheet = Manager == 0 ? report.All : report.Manager(Manager.ToString(CultureInfo.InvariantCulture));
        if (sheet is null)
            return NotFound();

        Entries = sheet.Next;
        return Page();
    }
}
