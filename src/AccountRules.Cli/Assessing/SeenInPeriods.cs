using System.Runtime.InteropServices;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Remembers which facts were there, exactly, where subjects have facts in many periods: it numbers the subjects, and keeps a bit for each subject and period,
/// in blocks of 64 subjects. Facts of the same subject get the same string.
/// </summary>
internal sealed class SeenInPeriods
{
    private readonly Dictionary<string, (string Name, int Number)> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, Period Period), int> periods = [];
    private readonly Dictionary<(int Period, int Block), ulong> seen = [];

    /// <summary>The same text, always the same string.</summary>
    /// <param name="subject">The subject.</param>
    public string Pooled(string subject) => Of(subject).Name;

    /// <summary>Remembers a fact; <c>false</c> where it was there already.</summary>
    /// <param name="subject">Whom it is of.</param>
    /// <param name="period">When it is of.</param>
    /// <param name="group">What it is of, where a subject has several facts in a period.</param>
    public bool Add(string subject, Period period, string group = "")
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(periods, (group, period), out var isKnown);
        if (!isKnown)
            number = periods.Count;

        var subjectNumber = Of(subject).Number;
        ref var block = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, (number, subjectNumber >> 6), out _);
        var bit = 1UL << (subjectNumber & 63);
        var isNew = (block & bit) == 0;
        block |= bit;
        return isNew;
    }

    /// <summary>Whether a fact was there.</summary>
    /// <param name="subject">Whom it is of.</param>
    /// <param name="period">When it is of.</param>
    /// <param name="group">What it is of, where a subject has several facts in a period.</param>
    public bool Has(string subject, Period period, string group = "") =>
        periods.TryGetValue((group, period), out var number)
        && subjects.TryGetValue(subject, out var known)
        && (seen.GetValueOrDefault((number, known.Number >> 6)) & (1UL << (known.Number & 63))) != 0;

    private (string Name, int Number) Of(string subject)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(subjects, subject, out var isKnown);
        if (!isKnown)
            entry = (subject, subjects.Count);

        return entry;
    }
}
