using AccountRules.Facts;
using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using AccountRules.Samples.Crm.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Crm.Pages;

/// <summary>
/// Everything about an account, from the monitor, which knows how it stands now; what is done here changes the database and then the monitor.
/// </summary>
internal sealed class AccountModel(
    CrmContext db, Policy policy, PolicyMonitor monitor, PolicyClock clock, TimeProvider time, Speech speech, Texts texts) : PageModel
{
    public Client Client { get; private set; } = null!;

    public ReportSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<RuleStandings> Rules { get; private set; } = [];

    /// <summary>What has been, the newest first.</summary>
    public IReadOnlyList<PastEvent> Past { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (await db.Clients.AsNoTracking().Include(c => c.Manager).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } client)
            return NotFound();

        Client = client;
        var now = monitor.Snapshot().FindAll(account: id);
        Rules = [.. now.GroupBy(a => a.Rule.Id, StringComparer.Ordinal).Select(group => new RuleStandings(group.First().Rule, [.. group]))];
        Sheet = (await CrmFacts.ReportAsync(db, policy, clock.Today, days: 90, stop)).Account(id)!;
        var today = clock.Today;
        Past = [.. now.SelectMany(Events).Concat(await MeetingsAsync(id, stop)).Where(e => e.On <= today).OrderByDescending(e => e.On)];
        return Page();
    }

    public async Task<IActionResult> OnPostFillAsync(string id, string number, CancellationToken stop)
    {
        if (await db.Orders.SingleOrDefaultAsync(o => o.ClientId == id && o.Number == number, stop) is not { } order)
            return NotFound();

        if (order.FilledOn is { } on)
            return Already(id, number, on);

        (order.FilledOn, order.HeadsFilled, order.ChangedAt) = (clock.Today, order.Heads, time.GetUtcNow().UtcDateTime);
        return await SavedAsync(id, order, stop);
    }

    public async Task<IActionResult> OnPostCloseAsync(string id, string number, CancellationToken stop)
    {
        if (await db.Registry.SingleOrDefaultAsync(e => e.ClientId == id && e.Code == number, stop) is not { } entry)
            return NotFound();

        if (entry.ClosedOn is { } on)
            return Already(id, number, on);

        (entry.ClosedOn, entry.ChangedAt) = (clock.Today, time.GetUtcNow().UtcDateTime);
        return await SavedAsync(id, entry, stop);
    }

    public async Task<IActionResult> OnPostPayAsync(string id, string number, CancellationToken stop)
    {
        if (await db.Bills.SingleOrDefaultAsync(b => b.ClientId == id && b.Number == number, stop) is not { } bill)
            return NotFound();

        if (bill.PaidOn is { } on)
            return Already(id, number, on);

        (bill.PaidOn, bill.ChangedAt) = (clock.Today, time.GetUtcNow().UtcDateTime);
        return await SavedAsync(id, bill, stop);
    }

    /// <summary>Somebody else was faster, or the button was pressed twice: nothing is changed, and the page says so.</summary>
    private RedirectToPageResult Already(string id, string number, DateOnly on)
    {
        Message = texts["{0} was already done on {1}; nothing has changed.", number, speech.Date(on)];
        return RedirectToPage(new { id });
    }

    /// <summary>The entity is of this request alone, and nobody changes it once the monitor has it.</summary>
    private async Task<IActionResult> SavedAsync<TRow>(string id, TRow row, CancellationToken stop)
        where TRow : class
    {
        await db.SaveChangesAsync(stop);
        Message = string.Join(' ', monitor.Update(row).Select(
            change => texts["{0}: {1}, was {2}.", $"{speech.Title(change.Rule)} {change.Subject}", Said(change.After), Said(change.Before)]));
        return RedirectToPage(new { id });
    }

    private string Said(Assessment? assessment) => assessment is { } a ? speech.Of(a.Standing) : "–";

    private async Task<IEnumerable<PastEvent>> MeetingsAsync(string id, CancellationToken stop)
    {
        var updates = await db.Set<ProgressUpdate>().AsNoTracking().Where(u => u.AccountId == id).ToListAsync(stop);
        var reviews = await db.Set<BusinessReview>().AsNoTracking().Where(r => r.AccountId == id).ToListAsync(stop);
        return [
            .. updates.Select(u => new PastEvent(u.SentOn, texts["Progress update sent"], null)),
            .. reviews.Select(r => new PastEvent(r.HeldOn, texts["Business review held"], null)),
        ];
    }

    /// <summary>Of a fact with a due date: when it began, when it was due, and when it was done.</summary>
    private IEnumerable<PastEvent> Events(Assessment a)
    {
        if (a.DueOn is not { } due || a.BeginsOn is not { } begun || a.Period is not null || a.Rule is GatheredRule<Cadence>)
            yield break;

        var name = $"{speech.Title(a.Rule)} {a.Subject}";
        if (a.Rule.Id is "fte-fulfillment" or "registry-closure")
            yield return new(begun, texts["{0}: begun", name], null);

        if (a.EndedOn is { } ended)
            yield return new(ended, texts["{0}: done", name], a.Standing);
        else if (due < clock.Today && a.Standing != Standing.Met)
            yield return new(due, texts["{0}: was due", name], a.Standing);
    }
}

/// <summary>Something that has been.</summary>
internal sealed record PastEvent(DateOnly On, string What, Standing? Standing);
