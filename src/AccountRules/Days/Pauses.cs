using System.Collections;
using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// The pauses of a deadline's fact, written <c>[new(from, until, reason)]</c>; as text <c>2026-03-02/2026-03-06 client on holiday; 2026-04-01/ waiting for
/// papers</c>, in which a semicolon in a reason is doubled. A day in several of them is one day. Models of databases leave them out unless they are told to
/// keep that text. Immutable, equal by its items in their order, and safe for use by many threads.
/// </summary>
[NotMapped]
[CollectionBuilder(typeof(Pauses), nameof(Of))]
[JsonConverter(typeof(PausesJsonConverter))]
public sealed class Pauses : IReadOnlyList<Pause>, IEquatable<Pauses>, IParsable<Pauses>
{
    /// <summary>Stands for a doubled semicolon while text is taken apart: no character, so that no text has it.</summary>
    private const string Semicolon = "\uFFFF";

    private readonly Pause[] items;

    private Pauses(Pause[] items)
    {
        this.items = items;
        IsPossible = !Array.Exists(items, pause => pause.Until < pause.From);
        Merged = IsPossible ? Merge(items) : [];
    }

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <summary>Whether none of them ends before it begins.</summary>
    public bool IsPossible { get; }

    /// <summary>The days that are not counted, by their numbers, in order and apart from each other.</summary>
    internal (long From, long Until)[] Merged { get; }

    /// <inheritdoc/>
    public Pause this[int index] => items[index];

    /// <summary>Pauses of a fact.</summary>
    /// <param name="items">The pauses, which are copied.</param>
    /// <exception cref="ArgumentException">One of them is <c>null</c>.</exception>
    public static Pauses Of(params ReadOnlySpan<Pause> items) => items.Contains(null!)
        ? throw new ArgumentException("One of the pauses is null: leave it out.", nameof(items))
        : new(items.ToArray());

    /// <summary>Reads pauses from text.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: the text is alike everywhere.</param>
    /// <exception cref="FormatException">The text is no list of pauses.</exception>
    public static Pauses Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var pauses) ? pauses : throw new FormatException(
        $"`{s}` is no list of pauses: write each as 2026-03-02/2026-03-06 and its reason, one that lasts as 2026-03-02/ and its reason, "
        + "and a semicolon between two.");

    /// <summary>Reads pauses from text.</summary>
    /// <param name="s">The text.</param>
    /// <exception cref="FormatException">The text is no list of pauses.</exception>
    public static Pauses Parse(string s) => Parse(s, provider: null);

    /// <summary>Reads pauses from text; blank text is none.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: the text is alike everywhere.</param>
    /// <param name="result">The pauses.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Pauses result)
    {
        result = null;
        if (s is null)
            return false;

        List<Pause> found = [];
        foreach (var part in s.Replace(";;", Semicolon, StringComparison.Ordinal).Split(';'))
        {
            if (Read(part.Trim().Replace(Semicolon, ";", StringComparison.Ordinal)) is not { } pause)
            {
                if (!string.IsNullOrWhiteSpace(s))
                    return false;

                continue;
            }

            found.Add(pause);
        }

        result = new([.. found]);
        return true;
    }

    /// <summary>Whether both have the same pauses in the same order.</summary>
    /// <param name="other">The pauses to compare with.</param>
    public bool Equals(Pauses? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pauses);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Length == 0 ? 0 : HashCode.Combine(items.Length, items[0]);

    /// <summary>The text that <see cref="Parse(string)"/> reads.</summary>
    public override string ToString() => string.Join("; ", (IEnumerable<Pause>)items);

    /// <summary>The pauses, in the order given.</summary>
    public IEnumerator<Pause> GetEnumerator() => ((IEnumerable<Pause>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Pause? Read(string text)
    {
        const int date = 10;
        if (text.Length < date + 2 || text[date] != '/' || DateOf(text.AsSpan(0, date)) is not { } from)
            return null;

        var rest = text.AsSpan(date + 1);
        DateOnly? until = null;
        if (rest[0] != ' ')
        {
            if (rest.Length < date || DateOf(rest[..date]) is not { } last)
                return null;

            until = last;
            rest = rest[date..];
        }

        return rest.Length > 1 && rest[0] == ' ' && !rest.IsWhiteSpace() ? new(from, until, rest.Trim().ToString()) : null;
    }

    private static DateOnly? DateOf(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static (long From, long Until)[] Merge(Pause[] items)
    {
        List<(long From, long Until)> merged = [];
        foreach (var (from, until) in items.Select(p => (From: (long)p.From.DayNumber, Until: p.Until?.DayNumber ?? long.MaxValue)).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].Until)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].Until, until));
            else
                merged.Add((from, until));
        }

        return [.. merged];
    }
}
