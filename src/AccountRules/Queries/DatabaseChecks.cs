using System.Globalization;
using System.Linq.Expressions;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// Whether a database gives the answers of memory, for a host's own tests: <c>Assert.Null(rule.FirstDifference(db.Orders, asOf))</c>. A column that is kept in
/// another form, such as money in cents or days as numbers, can change what a comparison says, and only the rows show it. Each check takes what the verb
/// takes, reads all rows of the source, asks the database, and says the first difference; <c>null</c> where there is none. Give it rows around the limits.
/// What the database refuses throws here too.
/// </summary>
public static class DatabaseChecks
{
    /// <summary>
    /// Compares <c>Grade</c>, <c>Where</c> of every standing, <c>WhereBand</c> of every band, <c>CountByStanding</c> and <c>CountByBand</c> with
    /// <see cref="Rule{TFact}.Judge"/> of every row. Rows of periods that have not begun differ: filter them as in the query itself.
    /// </summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule, for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <exception cref="NotSupportedException">The mapping calls code of the application; the message names rule and method.</exception>
    public static DatabaseDifference? FirstDifference<TFact>(this Rule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        var graded = rule.Grade(source, asOf).AsEnumerable().Select(g => (g.Fact, Says: Says(g.Standing, g.Band, g.Cause)));
        var rows = source.AsEnumerable().Select(fact => (Fact: fact, Verdict: rule.Judge(fact, asOf))).ToList();
        if (rule.FirstOfRows("Grade", rows.Select(r => (r.Fact, Says(rule, r.Verdict))), graded, f => Says(rule, rule.Judge(f, asOf))) is { } difference)
            return difference;

        foreach (var standing in rule.Grades.Select(g => g.Standing).Append(Standing.Undetermined).Append(Standing.NotApplicable).Distinct())
        {
            if (Filtered($"Where {standing}", rule.Where(source, asOf, standing), v => v.Standing == standing) is { } where)
                return where;
        }

        foreach (var band in rule.Grades.Select(g => g.Band).Distinct(StringComparer.Ordinal))
        {
            if (Filtered($"WhereBand {band}", rule.WhereBand(source, asOf, band), v => v.Cause == Cause.None && rule.Grades[v.Grade].Band == band) is { } of)
                return of;
        }

        return rule.FirstOf(
            "CountByStanding",
            rows.GroupBy(r => r.Verdict.Standing).ToDictionary(g => g.Key.ToString(), g => Number(g.LongCount()), StringComparer.Ordinal),
            rule.CountByStanding(source, asOf).AsEnumerable().Select(c => (c.Standing.ToString(), Number(c.Count))),
            otherwise: "none")
            ?? rule.FirstOf(
                "CountByBand",
                rows.GroupBy(r => Counted(r.Verdict.Standing, rule.BandOf(r.Verdict)), StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => Number(g.LongCount()), StringComparer.Ordinal),
                rule.CountByBand(source, asOf).AsEnumerable().Select(c => (Counted(c.Standing, c.Band), Number(c.Count))),
                otherwise: "none");

        static string Counted(Standing standing, string? band) => band is null ? $"{standing}" : $"{standing} {band}";

        DatabaseDifference? Filtered(string verb, IQueryable<TFact> found, Func<Verdict, bool> isWanted) => rule.FirstOfRows(
            verb,
            rows.Where(r => isWanted(r.Verdict)).Select(r => (r.Fact, Says(rule, r.Verdict))),
            found.AsEnumerable().Select(fact => (fact, rule.Judge(fact, asOf) is var v && isWanted(v) ? Says(rule, v) : "that it is among them")),
            f => Says(rule, rule.Judge(f, asOf)));
    }

    /// <summary>Compares <c>Pay</c> with what an assessment of every row says is payable.</summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <param name="rule">The rule, for a host's entity made with <c>For</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <exception cref="InvalidOperationException">The tier pays nothing.</exception>
    /// <exception cref="NotSupportedException">The mapping calls code of the application, or the policy rounds as no query does.</exception>
    public static DatabaseDifference? FirstDifferenceInPay<TFact>(this TierRule<TFact> rule, IQueryable<TFact> source, DateOnly asOf)
        where TFact : class
    {
        var paid = rule.Pay(source, asOf).AsEnumerable().Select(p => (p.Fact, Paid(p.Band, p.Factor, p.Payable)));
        return rule.FirstOfRows("Pay", source.AsEnumerable().Select(fact => (fact, InMemory(fact))), paid, InMemory);

        // Along a line a query states no factor.
        string InMemory(TFact fact) => rule.Assess(fact, asOf) is var a
            ? Paid(a.Band, a.Verdict.Grade >= 0 ? a.Rule.Grades[a.Verdict.Grade] is { Line: null } grade ? grade.Factor : null : null, a.Payable)
            : "";
    }

    /// <summary>Compares <c>Group</c>, the standing and counts of every subject and period.</summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <typeparam name="TPeriod">The type of the period's column.</typeparam>
    /// <param name="rule">The roll-up, over a host's entity made with <c>Over</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="period">The period's column: a date, a number or a text.</param>
    /// <exception cref="NotSupportedException">The mapping calls code of the application; the message names rule and method.</exception>
    public static DatabaseDifference? FirstDifference<TFact, TPeriod>(
        this RollUpRule<TFact> rule, IQueryable<TFact> source, DateOnly asOf, Expression<Func<TFact, TPeriod>> period)
        where TFact : class
    {
        return rule.FirstOf(
            "Group", Rolled(rule.Group(InMemory(source), asOf, period)).ToDictionary(StringComparer.Ordinal), Rolled(rule.Group(source, asOf, period)));

        static IEnumerable<(string Key, string Says)> Rolled(IQueryable<RolledUp<TPeriod>> groups) => groups.AsEnumerable().Select(g => (
            $"{g.Subject} in {(g.Period is DateOnly date ? Texts.Date(date) : Convert.ToString(g.Period, CultureInfo.InvariantCulture))}",
            string.Create(CultureInfo.InvariantCulture, $"{g.Standing} of {g.Met} met, {g.Missed} missed, {g.Undetermined} undetermined")));
    }

    /// <summary>Compares <c>Members</c> of one period.</summary>
    /// <typeparam name="TFact">The type of the rows.</typeparam>
    /// <typeparam name="TPeriod">The type of the period's column.</typeparam>
    /// <param name="rule">A lifecycle of two stages, outside and inside, such as <c>policy.KeyAccount</c>.</param>
    /// <param name="source">The rows.</param>
    /// <param name="period">The period's column: a date, a number or a text, in ascending order.</param>
    /// <param name="at">The period asked for.</param>
    /// <exception cref="InvalidOperationException">The lifecycle has not two stages, or nothing can enter, because the policy states no threshold.</exception>
    /// <exception cref="NotSupportedException">The mapping calls code of the application; the message names rule and method.</exception>
    public static DatabaseDifference? FirstDifference<TFact, TPeriod>(
        this LifecycleRule<TFact> rule, IQueryable<TFact> source, Expression<Func<TFact, TPeriod>> period, TPeriod at)
        where TFact : class
    {
        return rule.FirstOf(
            "Members", Inside(rule.Members(InMemory(source), period, at)).ToDictionary(StringComparer.Ordinal), Inside(rule.Members(source, period, at)),
            "outside");

        static IEnumerable<(string Subject, string Says)> Inside(IQueryable<string> members) => members.AsEnumerable().Select(m => (m, "inside"));
    }

    private static IQueryable<TFact> InMemory<TFact>(IQueryable<TFact> source) => source.AsEnumerable().ToList().AsQueryable();

    /// <summary>The first of the database's rows that says something else, or the first in memory that the database leaves out.</summary>
    private static DatabaseDifference? FirstOfRows<TFact>(
        this Rule<TFact> rule, string verb, IEnumerable<(TFact Fact, string Says)> memory, IEnumerable<(TFact Fact, string Says)> database,
        Func<TFact, string> inMemory)
        where TFact : class
    {
        var found = new Dictionary<FactKey, int>();
        foreach (var (fact, says) in database)
        {
            var key = rule.Shape.KeyOf(fact);
            if (inMemory(fact) is var expected && expected != says)
                return Difference(rule, verb, key.ToString(), expected, says);

            found[key] = found.GetValueOrDefault(key) + 1;
        }

        foreach (var (fact, says) in memory)
        {
            var key = rule.Shape.KeyOf(fact);
            if (found.GetValueOrDefault(key) is var left && left == 0)
                return Difference(rule, verb, key.ToString(), says, "nothing: it leaves the row out");

            found[key] = left - 1;
        }

        return null;
    }

    /// <summary>The same for answers that are known by a text.</summary>
    private static DatabaseDifference? FirstOf(
        this Rule rule, string verb, Dictionary<string, string> memory, IEnumerable<(string Key, string Says)> database, string otherwise = "nothing")
    {
        foreach (var (key, says) in database)
        {
            if (!memory.Remove(key, out var expected) || expected != says)
                return Difference(rule, verb, key, expected ?? otherwise, says);
        }

        return memory.Count == 0 ? null : memory.First() is var (missing, said) ? Difference(rule, verb, missing, said, otherwise) : null;
    }

    private static DatabaseDifference Difference(Rule rule, string verb, string subject, string inMemory, string inDatabase) =>
        new() { RuleId = rule.Id, Verb = verb, Subject = subject, InMemory = inMemory, InDatabase = inDatabase };

    private static string Says(Rule rule, Verdict verdict) =>
        Says(verdict.Standing, verdict.Cause == Cause.None ? rule.Grades[verdict.Grade].Band : null, verdict.Cause);

    private static string Says(Standing standing, string? band, Cause cause) => $"{standing}, {band ?? cause.ToString()}";

    private static string Paid(string? band, decimal? factor, decimal? payable) => band is null ? "nothing is paid"
        : string.Create(CultureInfo.InvariantCulture, $"{band} at {Plain(factor)} pays {Plain(payable)}");

    private static string Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "nothing";

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
