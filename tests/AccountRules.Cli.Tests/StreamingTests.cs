using System.Text.Json.Nodes;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

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
    public void ARunThatIsInterruptedWhenAllIsRead_MakesNoTableAndSaysSo()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-04-01,,2\nx,ACME,bad,,2\n");
        using var stop = new CancellationTokenSource();

        var result = tool.Run(t => t with { Stop = stop.Token, Error = new StopAtALine(t.Error, stop) }, "assess", orders, "--limit", "0");

        Assert.Equal(ExitCode.Interrupted, result.Code);
        Assert.EndsWith("Interrupted: the rows were taken in, and the output was not written to its end.\n", result.Error);
    }

    [Fact]
    public void EveryRule_IsCompiledAheadByAFactOfWhichNothingIsKnown() =>
        Assert.All(Policy.Default.Rules, rule => rule.Accept(new CompiledAhead(new(2026, 5, 1))));

    [Fact]
    public void AGroup_IsNotWrittenToItsEndWhenTheUserInterrupts()
    {
        using var stop = new CancellationTokenSource();
        using var writer = new StopAtARow(stop);

        Assert.Throws<OperationCanceledException>(() => new EachOfGroup<int>(writer, stop.Token).Write(Enumerable.Range(0, 10).GroupBy(_ => "").Single()));
        Assert.Equal(1, writer.Count);
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
    public void TheNumbersOfASet_AreItsOwnAndHeldIn16BytesEach(int count)
    {
        var set = new CompactSet(key: uint.MaxValue);
        var numbers = Enumerable.Range(1, count).Select(i => (Upper: (ulong)i * 0x9E3779B97F4A7C15, Lower: (uint)i)).ToArray();

        Assert.DoesNotContain(numbers, n => !IsNew(set, n.Upper, n.Lower));
        Assert.DoesNotContain(numbers, n => IsNew(set, n.Upper, n.Lower));
        Assert.DoesNotContain(numbers, n => set.Find(n.Upper, n.Lower) != n.Lower);
        Assert.InRange(set.Size, 12L * count, 16L * count);
    }

    [Fact]
    public void ASet_HoldsWhatADictionaryDoes_HoweverManyAgreeInTheirUpperHalf()
    {
        var (set, expected, random) = (new CompactSet(key: uint.MaxValue << 16), new Dictionary<(ulong, uint), uint>(), new Random(1));
        for (var i = 0; i < 300_000; i++)
        {
            // One of a thousand at either end, and several of each upper half, which come again and again.
            var upper = random.Next(1_000) switch { 0 => 0UL, 1 => ulong.MaxValue, _ => (ulong)random.Next(40_000) * 0x9E3779B97F4A7C15 };
            var (key, bit) = ((uint)random.Next(4) << 16, 1U << random.Next(16));

            set.Held(upper, key | bit, out var isNew) |= bit;

            Assert.Equal(expected.TryAdd((upper, key), key | bit), isNew);
            expected[(upper, key)] |= bit;
        }

        Assert.True(expected.Count > 100_000);
        Assert.DoesNotContain(expected, held => set.Find(held.Key.Item1, held.Key.Item2) != held.Value);
        Assert.Equal(0U, set.Find(1, 1 << 16));
        Assert.Equal(0U, new CompactSet(key: 0).Find(1, 1));
    }

    [Fact]
    public void NumbersOfASet_ThatAgreeInItsKey_AreOneAndTheFirstIsHeld()
    {
        var set = new CompactSet(key: uint.MaxValue << 8);

        var first = set.Held(7, 0x101, out var isFirstNew);
        var second = set.Held(7, 0x102, out var isSecondNew);
        var third = set.Held(7, 0x201, out var isThirdNew);

        Assert.Equal((0x101U, 0x101U, 0x201U), (first, second, third));
        Assert.Equal((true, false, true), (isFirstNew, isSecondNew, isThirdNew));
    }

    [Theory]
    [InlineData("employee-17", "EMPLOYEE-17")]
    [InlineData("Employee-199999", "employee-199999")]
    [InlineData("René-17", "RENÉ-17")]
    public void AnIdInAnotherCase_IsNoticedAmongHundredsOfThousands(string before, string found)
    {
        var ids = new Lookalikes();
        ids.Take(before);
        for (var i = 0; i < 200_000; i++)
            ids.Take(i % 2 == 0 ? $"Clerk-{i}" : $"CLERK-{i}");

        ids.Take(before);
        Assert.Null(ids.Found);

        ids.Take(found);
        Assert.Equal(found, ids.Found);
    }

    [Fact]
    public void FilesOfAKind_MayEachLeaveOutOtherColumns()
    {
        var without = tool.File("1.csv", "EmployeeId,Period,Target,Actual,CommittedPay\nE1,2026-01,100,90,10\n");
        var with = tool.File("2.csv", "EmployeeId,Period,Target,Actual,CommittedPay,Currency\nE2,2026-01,100,90,10,EUR\n");

        string?[] Currencies(params string[] files) =>
            [.. JsonNode.Parse(tool.Assess([.. files.Select(file => $"performance-pay={file}")]).Out)!.AsArray().Select(row => (string?)row!["currency"])];

        Assert.Equal(new[] { null, "EUR" }, Currencies(without, with));
        Assert.Equal(new[] { "EUR", null }, Currencies(with, without));
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

    private static bool IsNew(CompactSet set, ulong upper, uint lower)
    {
        set.Held(upper, lower, out var isNew);
        return isNew;
    }

    private string ManyOrdersAndABadOne() =>
        tool.File("fte-orders.csv", Tool.Orders + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},ACME,2026-04-01,,2\n")) + "x,ACME,bad,,2\n");

    /// <summary>The user interrupts when something is said, which here is that the last row is bad.</summary>
    private sealed class StopAtALine(TextWriter inner, CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            inner.WriteLine(value);
            stop.Cancel();
        }
    }

    private sealed class StopAtARow(CancellationTokenSource stop) : RowWriter<int>
    {
        public int Count { get; private set; }

        public override void Write(int item)
        {
            Count++;
            stop.Cancel();
        }

        public override void Complete()
        {
        }

        public override void Dispose()
        {
        }
    }

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
