using System.Runtime.CompilerServices;
using AccountRules.Facts;
using Xunit.Abstractions;

namespace AccountRules.Tests.Monitoring;

/// <summary>Changes that are not yet read are held once for all subscriptions, and for none that nobody holds.</summary>
public sealed class SubscriptionMemoryTests(ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly PolicyMonitor monitor = new(Policy.Default, Day);

    [Fact]
    public void Subscriptions_2000ThatNobodyReads_HoldTheChangesOnce()
    {
        monitor.Add(Order(-1));
        ChangeSubscription[] held = [.. Enumerable.Range(0, 2000).Select(_ => monitor.Subscribe())];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 4000; i++)
            monitor.Add(Order(i));

        // What is allocated is more than what is held.
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{bytes:N0} bytes allocated for 4,000 orders and their changes, not read by {held.Length} subscriptions");
        Assert.InRange(bytes, 1, 4_000_000);
        GC.KeepAlive(held);
    }

    [Fact]
    public void Subscriptions_ThatNobodyHolds_AreForgottenThoughNotDisposedOf()
    {
        var forgotten = Forgotten();
        monitor.Add(Order(1));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.DoesNotContain(forgotten, f => f.TryGetTarget(out _));
        Assert.Single(monitor.Add(Order(2)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<ChangeSubscription>[] Forgotten() =>
        [.. Enumerable.Range(0, 50).Select(_ => new WeakReference<ChangeSubscription>(monitor.Subscribe()))];

    [Fact]
    public async Task Reader_ThatWaitsAndIsHeldByNobodyElse_IsGivenTheNextChange()
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        StartReading(told);
        await Task.Delay(50);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        monitor.Add(Order(7));

        Assert.Equal("000007", await told.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StartReading(TaskCompletionSource<string> told)
    {
        var subscription = monitor.Subscribe();
        _ = Task.Run(async () =>
        {
            await foreach (var change in subscription)
                told.TrySetResult(change.Subject);
        });
    }

    [Fact]
    public async Task Readers_FromManyMomentsAtManyPaces_ReadEachItsOwnChangesInOrder()
    {
        var (random, readers, count) = (new Random(3), new List<(ChangeSubscription Subscription, int First, List<int> Read)>(), 0);
        while (count < 20_000)
        {
            readers.Add((monitor.Subscribe(), count, []));
            var more = random.Next(3) == 0 ? 1 : random.Next(1500);
            monitor.AddRange(Enumerable.Range(count, more).Select(Order));
            count += more;
            foreach (var (subscription, _, read) in readers)
                await ReadAsync(subscription, read, random.Next(2) * random.Next(2000));
        }

        foreach (var (subscription, first, read) in readers)
        {
            subscription.Dispose();
            await ReadAsync(subscription, read, int.MaxValue);
            Assert.Equal(Enumerable.Range(first, count - first), read);
        }

        async Task ReadAsync(ChangeSubscription subscription, List<int> read, int most)
        {
            var left = Math.Min(most, count - readers.First(r => ReferenceEquals(r.Subscription, subscription)).First - read.Count);
            if (left == 0)
                return;

            await foreach (var change in subscription)
            {
                read.Add(int.Parse(change.Subject, null));
                if (--left == 0)
                    break;
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(3000)]
    public async Task Reader_CutOffInTheMiddleOfACall_ReadsAsManyAsItsCapacityAndIsTold(int capacity)
    {
        using var other = monitor.Subscribe();
        monitor.AddRange(Enumerable.Range(0, 500).Select(Order));
        using var subscription = monitor.Subscribe(capacity);
        monitor.AddRange(Enumerable.Range(500, 4000).Select(Order));
        monitor.Add(Order(4500));

        var read = new List<int>();
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var change in subscription)
                read.Add(int.Parse(change.Subject, null));
        });

        Assert.Equal(Enumerable.Range(500, capacity), read);
    }

    private static FteOrder Order(int id) => new() { OrderId = $"{id:000000}", AccountId = $"A{id % 10}", OrderedOn = Day };
}
