using System.Globalization;
using System.Runtime.CompilerServices;

namespace AccountRules.Samples.Crm.Live;

/// <summary>A change of standing with its number, from which a reader goes on.</summary>
internal sealed record NumberedChange(long Number, StandingChange Change);

/// <summary>
/// The newest changes of the monitor, numbered, so that a page shows what has been and its script takes up right after that: no change is lost between the two.
/// </summary>
internal sealed class ChangeFeed(PolicyMonitor monitor) : BackgroundService
{
    private const int Kept = 500;

    private readonly string run = $"{Guid.NewGuid():N}";
    private readonly Lock gate = new();
    private readonly List<NumberedChange> changes = [];
    private TaskCompletionSource more = New();
    private ChangeSubscription? subscription;

    /// <summary>Says after which number a reader goes on. One that another run of the server told has read nothing of this.</summary>
    public string Mark(long number) => $"{run}.{number}";

    /// <summary>The number of a mark; 0 for one of another run.</summary>
    public long Number(string mark) =>
        mark.Split('.') is [var of, var number] && of == run && long.TryParse(number, CultureInfo.InvariantCulture, out var after) ? after : 0;

    /// <summary>The changes after a number, oldest first.</summary>
    public IReadOnlyList<NumberedChange> After(long number) => Read(number).Changes;

    /// <summary>The changes after a number, and those to come.</summary>
    public async IAsyncEnumerable<NumberedChange> Follow(long number, [EnumeratorCancellation] CancellationToken stop = default)
    {
        while (!stop.IsCancellationRequested)
        {
            var (read, next) = Read(number);
            foreach (var change in read)
            {
                yield return change;
                number = change.Number;
            }

            await next.WaitAsync(stop);
        }
    }

    /// <summary>Subscribes before the host has started, and after the monitor has its facts.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        subscription = monitor.Subscribe();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var reading = subscription!;
        await foreach (var change in reading.WithCancellation(stoppingToken))
        {
            lock (gate)
            {
                changes.Add(new(changes.Count == 0 ? 1 : changes[^1].Number + 1, change));
                if (changes.Count > Kept)
                    changes.RemoveAt(0);

                more.SetResult();
                more = New();
            }
        }
    }

    private (IReadOnlyList<NumberedChange> Changes, Task More) Read(long number)
    {
        lock (gate)
            return ([.. changes.SkipWhile(c => c.Number <= number)], more.Task);
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
