using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using AccountRules.Samples.Crm.Data;

namespace AccountRules.Samples.Crm.Live;

/// <summary>A change as the page shows it, in the reader's language.</summary>
internal sealed record LiveChange(
    long Number, string Day, string Rule, string Subject, string? Account, string? AccountName, string From, string To, string ToStanding, string Reason)
{
    public static LiveChange Of(NumberedChange numbered, Speech speech, IReadOnlyDictionary<string, string> names)
    {
        var change = numbered.Change;
        var shown = (change.After ?? change.Before)!.Value;
        return new(
            numbered.Number,
            shown.AsOf is { } day ? speech.Date(day) : "",
            speech.Title(change.Rule),
            $"{change.Subject}{(change.Part is { } part ? $" {part}" : "")}{(change.Period is { } period ? $" {period}" : "")}",
            change.Account,
            change.Account is { } account ? names.GetValueOrDefault(account) : null,
            change.Before is { } before ? Said(before, speech) : "–",
            change.After is { } after ? Said(after, speech) : "–",
            (change.To ?? Standing.NotApplicable).ToString(),
            speech.Reason(shown));
    }

    private static string Said(Assessment assessment, Speech speech) =>
        assessment.Standing == Standing.Graded && assessment.Band is { } band ? speech.Band(band) : speech.Of(assessment.Standing);
}

/// <summary>The changes as server-sent events: after the number that the page shows last, or that the browser names when it connects again.</summary>
internal static class LiveChanges
{
    public static async Task<IResult> Stream(
        HttpContext context, ChangeFeed feed, Speech speech, CrmContext db, IHostApplicationLifetime host, long after = 0, string? mark = null)
    {
        if (context.Request.Headers["Last-Event-ID"] is [{ } last])
            mark = last;

        if (mark is not null)
            after = feed.Number(mark);

        var names = await db.ClientNamesAsync(context.RequestAborted);
        return TypedResults.ServerSentEvents(Events(feed, after, change => LiveChange.Of(change, speech, names), host.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<LiveChange?>> Events(
        ChangeFeed feed, long after, Func<NumberedChange, LiveChange> show, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken aborted = default)
    {
        // The answer begins with its first event: without one the page would not know that it is connected.
        yield return new(null, "connected");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        await foreach (var change in feed.Follow(after, either.Token))
            yield return new(show(change)) { EventId = feed.Mark(change.Number) };
    }
}
