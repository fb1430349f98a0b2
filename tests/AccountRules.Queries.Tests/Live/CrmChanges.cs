using System.Text.Json;
using AccountRules.Hosting;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Live;

public sealed class CrmChanges(CrmContext db) : IChangeHandler
{
    public async Task<LastTold> LastToldAsync(CancellationToken cancellationToken) => new(
        (await db.Progress.SingleOrDefaultAsync(cancellationToken))?.AsOf,
        [.. (await db.Told.Select(t => t.Record).ToListAsync(cancellationToken)).Select(json => JsonSerializer.Deserialize<AssessmentRecord>(json)!)]);

    public async Task TakeAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        foreach (StandingChangeRecord change in batch.Changes)
        {
            db.Outbox.Add(new OutgoingMessage { Text = change.ToString() });
            AssessmentRecord of = (change.After ?? change.Before)!;
            var told = await db.Told.FindAsync([of.RuleId, of.Subject, $"{of.Period}", of.Part ?? ""], cancellationToken);
            if (change.After is null)
                db.Told.Remove(told!);
            else if (told is not null)
                told.Record = Json(of);
            else
                db.Told.Add(new() { Rule = of.RuleId, Subject = of.Subject, Period = $"{of.Period}", Part = of.Part ?? "", Record = Json(of) });
        }

        var progress = await db.Progress.SingleOrDefaultAsync(cancellationToken) ?? db.Progress.Add(new()).Entity;
        progress.AsOf = batch.AsOf;
        await db.SaveChangesAsync(cancellationToken);   // messages, standings and date in one transaction
    }

    private static string Json(AssessmentRecord record) => JsonSerializer.Serialize(record);
}
