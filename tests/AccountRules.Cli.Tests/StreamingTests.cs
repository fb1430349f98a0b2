using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Tests;

/// <summary>Millions of rows: written while they are read, remembered in little memory, stopped at once.</summary>
public sealed class StreamingTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Output_IsWrittenWhileTheInputIsRead_AndTheRunEndsQuietlyWhenItsReaderHasGone()
    {
        var result = tool.Run(t => t with { Out = new OutputStream(new GoneAfter(100_000)) }, "assess", ManyOrdersAndABadOne(), "--format", "json");

        // The bad row is the last: it was not read.
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
    }

    [Fact]
    public void OutputThatCannotBeWritten_IsSaidInOneLine()
    {
        var result = tool.Run(
            t => t with { Out = new OutputStream(new GoneAfter(0, "No space left on device")) }, "assess", ManyOrdersAndABadOne(), "--format", "csv");

        Assert.Equal((ExitCode.Failed, "The output cannot be written: No space left on device\n"), (result.Code, result.Error));
    }

    [Fact]
    public void AnInterruptedRun_EndsAtOnceAndSaysWhatWasDone()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var result = tool.Run(t => t with { Stop = stop.Token }, "assess", ManyOrdersAndABadOne(), "--format", "json");

        Assert.Equal((ExitCode.Interrupted, "Interrupted: 0 rows taken in; the output ends before its end.\n"), (result.Code, result.Error));
    }

    [Fact]
    public void Ids_AreRememberedOnce()
    {
        var seen = new SeenIds();
        var ids = Enumerable.Range(0, 200_000).Select(i => $"ORDER-{i}").ToArray();

        Assert.DoesNotContain(ids, id => !seen.Add(id));
        Assert.DoesNotContain(ids, id => seen.Add(id));
    }

    [Fact]
    public void Ids_ThatDifferInAnyCharacterPeriodOrStart_AreDifferentFacts()
    {
        var seen = new SeenIds();
        var days = new DateOnly?[] { null, new(2026, 1, 1), new(2026, 1, 2) };
        var subjects = Enumerable.Range(0, 0x300).SelectMany(i => new[] { $"{(char)(i + '!')}", $"x{(char)(i + '!')}", $"{(char)(i + '!')}x" })
            .Distinct().ToArray();
        var keys = (
            from subject in subjects
            from day in days
            from period in new Period?[] { null, Period.Month(2026, 1), Period.Month(2026, 2) }
            from part in new[] { null, "", "x" }
            select new FactKey(subject, period, part, day)).ToArray();

        Assert.DoesNotContain(keys, key => !seen.Add(key));
        Assert.DoesNotContain(keys, key => seen.Add(key));
    }

    [Theory]
    [InlineData(50_000)]
    [InlineData(200_000)]
    [InlineData(1_000_000)]
    public void TheNumbersOfASet_AreItsOwnAndHeldIn26BytesEach(int count)
    {
        var set = new CompactSet();
        var numbers = Enumerable.Range(1, count).Select(i => new UInt128((ulong)i * 0x9E3779B97F4A7C15, (ulong)i)).ToArray();

        Assert.DoesNotContain(numbers, n => !set.Add(n));
        Assert.DoesNotContain(numbers, n => set.Add(n));
        Assert.InRange(set.Size, 16L * count, 26L * count);
    }

    [Fact]
    public void NumbersOfASet_ThatAgreeInItsKey_AreOneAndTheFirstIsHeld()
    {
        var set = new CompactSet(key: UInt128.MaxValue << 8);

        var first = set.Held(new(7, 0x101), out var isFirstNew);
        var second = set.Held(new(7, 0x102), out var isSecondNew);
        var third = set.Held(new(7, 0x201), out var isThirdNew);

        Assert.Equal((new(7, 0x101), new(7, 0x101), new UInt128(7, 0x201)), (first, second, third));
        Assert.Equal((true, false, true), (isFirstNew, isSecondNew, isThirdNew));
    }

    [Fact]
    public void FactsOfPeriods_AreRememberedExactly()
    {
        var seen = new SeenInPeriods();
        var facts =
            (from subject in Enumerable.Range(0, 200)
             from month in Enumerable.Range(1, 12)
             from kpi in new[] { "A", "B" }
             select ($"E{subject}", Period.Month(2026, month), kpi)).ToArray();

        Assert.All(facts, f => Assert.True(seen.Add(f.Item1, f.Item2, f.kpi)));
        Assert.All(facts, f => Assert.False(seen.Add(f.Item1, f.Item2, f.kpi)));
        Assert.Same(seen.Pooled("E7"), seen.Pooled(new string("E7")));
    }

    private string ManyOrdersAndABadOne() =>
        tool.File("fte-orders.csv", Tool.Orders + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},ACME,2026-04-01,,2\n")) + "x,ACME,bad,,2\n");

    private sealed class GoneAfter(int bytes, string? message = null) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length > bytes || bytes == 0)
                throw message is null ? new IOException("Broken pipe", 32) : new IOException(message);

            base.Write(buffer);
        }
    }
}
