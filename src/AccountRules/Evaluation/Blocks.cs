using System.Runtime.InteropServices;
using AccountRules.Expressions;

namespace AccountRules.Evaluation;

/// <summary>Runs a rule's loops over facts that lie side by side, block by block, looking at the cancellation between them.</summary>
internal static class Blocks
{
    private const int JudgedAtOnce = 4096;

    /// <summary>The verdict of each fact; <paramref name="position"/> is where the first one stands among the caller's.</summary>
    public static void Judge<TFact>(
        Rule<TFact> rule, ReadOnlySpan<TFact> facts, DateOnly asOf, Span<Verdict> verdicts, long position, CancellationToken cancellation)
        where TFact : class
    {
        for (var from = 0; from < facts.Length; from += JudgedAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(rule, rule.Judging, facts[from..], Math.Min(JudgedAtOnce, facts.Length - from), asOf, ref verdicts[from], position + from);
        }
    }

    /// <summary>Adds to the counts, one for each standing.</summary>
    public static void Count<TFact>(Rule<TFact> rule, ReadOnlySpan<TFact> facts, DateOnly asOf, long[] counts, long position, CancellationToken cancellation)
        where TFact : class
    {
        for (var from = 0; from < facts.Length; from += PackedCounts.Most)
        {
            cancellation.ThrowIfCancellationRequested();
            var sum = 0UL;
            Run(rule, rule.Counting, facts[from..], Math.Min(PackedCounts.Most, facts.Length - from), asOf, ref sum, position + from);
            PackedCounts.AddTo(counts, sum);
        }
    }

    private static void Run<TFact, TOutcome>(
        Rule<TFact> rule, Loop<TFact, TOutcome> loop, ReadOnlySpan<TFact> facts, int count, DateOnly asOf, ref TOutcome outcome, long position)
        where TFact : class
    {
        try
        {
            loop(ref MemoryMarshal.GetReference(facts), count, Math.Clamp(facts.Length - Prefetch.Ahead, 0, count), asOf, ref outcome);
        }
        catch (NullReferenceException e) when (facts[..count].Contains(null!))
        {
            throw new ArgumentException($"The fact at index {position + facts.IndexOf((TFact)null!)} is null: leave it out.", nameof(facts), e);
        }
        catch (Exception e) when (UnreadFact.IsOfFact(e))
        {
            if (UnreadFact.First(rule, facts[..count], asOf, position) is { } failure)
                throw failure;

            throw;
        }
    }
}
