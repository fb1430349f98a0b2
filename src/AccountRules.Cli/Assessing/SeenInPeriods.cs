using System.Runtime.InteropServices;

namespace AccountRules.Cli.Assessing;

/// <summary>
/// Remembers which facts were there, exactly, where few subjects have many facts each: it numbers the subjects and the periods, and keeps 8 bytes of a fact.
/// Facts of the same subject get the same string.
/// </summary>
internal sealed class SeenInPeriods
{
    private readonly Dictionary<string, (string Name, uint Number)> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Group, Period Period), uint> periods = [];
    private readonly CompactSet<ulong> facts = new();

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
            number = (uint)periods.Count;

        return facts.Add(Spread(((ulong)number << 32) | Of(subject).Number));
    }

    private ref (string Name, uint Number) Of(string subject)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(subjects, subject, out var isKnown);
        if (!isKnown)
            entry = (subject, (uint)subjects.Count);

        return ref entry;
    }

    /// <summary>Each number to another, all bits mixed; no two to the same one.</summary>
    private static ulong Spread(ulong number)
    {
        number = (number ^ (number >> 32)) * 0xD6E8FEB86659FD93;
        number = (number ^ (number >> 32)) * 0xD6E8FEB86659FD93;
        return number ^ (number >> 32);
    }
}
