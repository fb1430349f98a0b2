namespace AccountRules.Reference;

/// <summary>
/// "Month over month, across all": one row for each subject and period that the facts hold. A period is judged as it stands while it runs, so it counts in the
/// streak of those that were met one after the other.
/// </summary>
internal static class RollUpReading
{
    /// <summary>What is said of each subject and period.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="of">Whom a fact is of, in which period, and which of the subject's facts in it.</param>
    /// <param name="says">What is said of a fact by itself.</param>
    /// <param name="together">What is said of one fact each of all parts.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="inForceFrom">The first day of the policy, if it has one.</param>
    /// <param name="isAbsent">Whether a subject is excused on a day; nobody is unless given.</param>
    /// <param name="planOf">The parts that the plan names for a period; none unless given.</param>
    public static Dictionary<FactKey, RolledUp> Of<TFact>(
        IEnumerable<TFact> facts, Func<TFact, (string Subject, Period Period, string Part)> of, Func<TFact, Standing> says,
        Func<Standing[], Standing> together, DateOnly asOf, DateOnly? inForceFrom, Func<string, DateOnly, bool>? isAbsent = null,
        Func<Period, IEnumerable<string>>? planOf = null)
    {
        var rows = new Dictionary<FactKey, RolledUp>();
        foreach (var subject in facts.ToLookup(fact => of(fact).Subject, StringComparer.Ordinal))
        {
            var before = new Dictionary<string, (Period Last, int Streak)>(StringComparer.Ordinal);
            foreach (var group in subject.GroupBy(fact => of(fact).Period).OrderBy(group => group.Key.Start).ThenBy(group => group.Key.End))
            {
                var period = group.Key;
                List<Standing[]> parts =
                    [.. group.GroupBy(fact => of(fact).Part, says, StringComparer.Ordinal).Select(copies => copies.Distinct().ToArray())];

                // "A part that the plan names and that never came is missing, not left out."
                if (planOf is not null && parts.Exists(copies => copies[0] != Standing.NotApplicable))
                    parts.AddRange(planOf(period).Where(part => !group.Any(fact => of(fact).Part == part)).Select(_ => new[] { Standing.Undetermined }));

                var standing = WhicheverIsRight([.. parts], together);
                var isAfterAnother = before.TryGetValue(PeriodKind.Of(period), out var earlier);
                var (last, met) = earlier;
                var goesOn = isAfterAnother && (PeriodKind.IsRightBefore(last, period) || AreExcused(subject.Key, last.End.DayNumber, period.Start.DayNumber));
                var isExcused = standing != Standing.NotApplicable && AreExcused(subject.Key, period.Start.DayNumber - 1, period.End.DayNumber + 1);
                if (isExcused)
                    standing = Standing.NotApplicable;

                var streak = !goesOn ? (standing == Standing.Met ? 1 : 0) : isExcused ? met : standing == Standing.Met ? met + 1 : 0;
                var isProvisional = !isExcused && period.Start <= asOf && asOf <= period.End && !InForce.IsBefore(inForceFrom, period.Start);
                before[PeriodKind.Of(period)] = (period, streak);
                rows.Add(new(subject.Key, period), new(standing, streak, isProvisional));
            }
        }

        return rows;

        // "Excused absence neither breaks a streak nor counts as missed": each day between two, of which there is one.
        bool AreExcused(string subject, int after, int before) => isAbsent is not null && before > after + 1
            && Enumerable.Range(after + 1, before - after - 1).All(day => isAbsent(subject, DateOnly.FromDayNumber(day)));
    }

    /// <summary>
    /// "A group that hangs on which of them is right is Undetermined": every choice of one row for each part is tried. Of a choice it counts which standings
    /// are in it, so that those with the same ones are tried once.
    /// </summary>
    private static Standing WhicheverIsRight(Standing[][] parts, Func<Standing[], Standing> together)
    {
        HashSet<int> choices = [0];
        foreach (var copies in parts)
            choices = [.. choices.SelectMany(choice => copies, (choice, copy) => choice | 1 << (int)copy)];

        var standings = choices.Select(choice => together([.. Enum.GetValues<Standing>().Where(s => (choice & 1 << (int)s) != 0)])).Distinct().ToArray();
        return standings.Length == 1 ? standings[0] : Standing.Undetermined;
    }
}
