using System.Numerics;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>What the terms of every deadline may add to its bands: a warning from a part of the limit on, and levels past it.</summary>
internal static class DeadlineTerms
{
    extension<TTerms>(TermSection<TTerms> section)
        where TTerms : class
    {
        /// <summary>The section with levels past the limit.</summary>
        /// <param name="get">Reads them off the record.</param>
        /// <param name="with">Sets them in a copy of the record.</param>
        /// <param name="bands">The names of the rule's own bands, which no level may have.</param>
        public TermSection<TTerms> Levels(Func<TTerms, TermList<LevelTerms>> get, Func<TTerms, TermList<LevelTerms>, TTerms> with, params string[] bands) =>
            section
                .Sections("levels", "Levels of escalation past the limit, each from a day on; none unless given.", get, with, LevelTerms.Section)
                .Checked((t, problems) => Check(get(t), bands, problems));

        /// <summary>The section with the calendar by whose working days the deadline counts.</summary>
        /// <param name="get">Reads its name off the record.</param>
        /// <param name="with">Sets it in a copy of the record.</param>
        public TermSection<TTerms> Calendar(Func<TTerms, string?> get, Func<TTerms, string?, TTerms> with) => section
            .Text("calendar", "The calendar of workingDays by whose working days it counts; calendar days unless given.", get, with, isOptional: true)
            .Checked((t, problems) =>
            {
                var names = problems.Policy.WorkingDays.Calendars.Select(c => c.Name).ToArray();
                if (get(t) is { } name && !names.Contains(name, StringComparer.Ordinal))
                {
                    problems.Add(
                        "calendar", $"`{Visible.Text(name)}`",
                        names.Length > 0
                            ? $"the name of a calendar of workingDays: {string.Join(", ", names)}"
                            : "a calendar that workingDays lists; it lists none");
                }
            });

        /// <summary>The section with a warning from a part of the limit on.</summary>
        /// <param name="get">Reads it off the record.</param>
        /// <param name="with">Sets it in a copy of the record.</param>
        /// <param name="insteadOf">The term of days that it stands in for, if any.</param>
        /// <param name="days">Reads that one off the record.</param>
        public TermSection<TTerms> WarningShare(
            Func<TTerms, decimal?> get, Func<TTerms, decimal?, TTerms> with, string? insteadOf = null, Func<TTerms, int>? days = null)
        {
            var standard = days?.Invoke((TTerms)section.Standard);
            return section
                .Part(
                    "atRiskFromShare",
                    "The part of the limit, 1 being all of it, from which on an open one is at risk"
                    + (insteadOf is null ? "; no warning unless given." : $", in the place of {insteadOf}; not set unless given."),
                    get, with)
                .Checked((t, problems) =>
                {
                    if (get(t) is { } share && days?.Invoke(t) is { } given && given != standard)
                        problems.Add("atRiskFromShare", Texts.Number(share), $"either this or {insteadOf}, which is {given}: leave one of them out", insteadOf);
                });
        }
    }

    /// <summary>The first whole day that is at least a part of the limit.</summary>
    public static int? FirstDay(decimal? share, int limit)
    {
        if (share is not { } part)
            return null;

        var bits = DecimalBits.Of(part);
        var (day, rest) = BigInteger.DivRem(bits.Mantissa * limit, BigInteger.Pow(10, bits.Scale));
        return (int)day + (rest.IsZero ? 0 : 1);
    }

    /// <summary>In time up to a limit, with a warning if there is one, and past it.</summary>
    /// <param name="limit">The last day in time.</param>
    /// <param name="warned">The first day of the warning; <c>null</c> where there is none.</param>
    /// <param name="past">The name of the band past the limit.</param>
    /// <param name="levels">The levels past it.</param>
    public static Scale Within(int limit, int? warned, string past, TermList<LevelTerms> levels) => new(
    [
        Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack),
        .. warned is { } day ? [Band.From(day, "DueSoon", Standing.Met).Open(Standing.AtRisk)] : Array.Empty<Band>(),
        .. Past(limit, past, levels),
    ]);

    /// <summary>The bands past the limit: the rule's own up to the first level, if any day is left for it, and the levels.</summary>
    public static IEnumerable<Band> Past(int limit, string name, TermList<LevelTerms> levels)
    {
        if (levels.Count == 0 || levels[0].DaysPast > 1)
            yield return Band.Above(limit, name, Standing.Late).Open(Standing.Overdue);

        foreach (var level in levels)
            yield return Band.From(limit + level.DaysPast, level.Name, Standing.Late).Open(Standing.Overdue);
    }

    private static void Check(TermList<LevelTerms> levels, string[] bands, TermProblems problems)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            var (name, days) = (levels[i].Name, levels[i].DaysPast);
            if (bands.Contains(name, StringComparer.Ordinal))
                problems.Add($"levels[{i}].name", $"`{name}`", "a name that none of the rule's own bands has");
            else
                problems.CheckName(name, levels.Take(i).Select(l => l.Name), $"levels[{i}].name", "level");

            if (i > 0 && days <= levels[i - 1].DaysPast)
                problems.Add($"levels[{i}].daysPast", Texts.Number(days), $"above that of the level before, which is {levels[i - 1].DaysPast}");
        }
    }
}
