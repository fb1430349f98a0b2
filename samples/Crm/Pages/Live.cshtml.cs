using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using AccountRules.Samples.Crm.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AccountRules.Samples.Crm.Pages;

/// <summary>The changes of standing, from the monitor.</summary>
internal sealed class LiveModel(CrmContext db, ChangeFeed feed, PolicyMonitor monitor, PolicyClock clock, Speech speech, IServiceProvider services) : PageModel
{
    public IReadOnlyList<LiveChange> Changes { get; private set; } = [];

    /// <summary>After what the page's script goes on.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>Whether today is the sample's own.</summary>
    public bool CanMoveOn => Time is not null;

    private SampleTime? Time => services.GetService<SampleTime>();

    public async Task OnGetAsync(CancellationToken stop)
    {
        var names = await db.ClientNamesAsync(stop);
        var changes = feed.After(0);
        Mark = feed.Mark(changes.Count == 0 ? 0 : changes[^1].Number);
        Changes = [.. changes.Reverse().Take(100).Select(change => LiveChange.Of(change, speech, names))];
    }

    /// <summary>Puts the sample's clock forward. In a real host midnight does this, and nobody calls the monitor.</summary>
    public IActionResult OnPost()
    {
        Time?.PutForwardADay();
        monitor.AdvanceTo(clock.Today);
        return RedirectToPage();
    }
}
