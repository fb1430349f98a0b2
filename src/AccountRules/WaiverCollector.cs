using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// Takes waivers one at a time, as they come from a table or a file: one that is not fit is refused with all that is wrong with it, and the others are used.
/// Of two of one rule and subject that share a day the first counts. Made by <see cref="Policy.CollectWaivers"/>. For one thread at a time.
/// </summary>
public sealed class WaiverCollector
{
    private readonly Dictionary<string, Rule> rules;
    private readonly Dictionary<(string Rule, string Subject), List<Waiver>> bySubject = [];
    private readonly List<Waiver> taken = [];
    private int count;

    internal WaiverCollector(IEnumerable<Rule> rules) => this.rules = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>Takes in a waiver.</summary>
    /// <param name="waiver">The waiver.</param>
    /// <returns>What is wrong with it; none where it is taken in.</returns>
    /// <exception cref="ArgumentNullException">The waiver is <c>null</c>.</exception>
    public IReadOnlyList<WaiverProblem> Add(Waiver waiver)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        WaiverProblem[] problems = [.. Problems(waiver).Select(p => new WaiverProblem(count, p.Property, p.Found, p.Allowed))];
        count++;
        if (problems.Length > 0)
            return problems;

        taken.Add(waiver);
        OthersOf(waiver).Add(waiver);
        return [];
    }

    /// <summary>The waivers taken in so far.</summary>
    public Waivers Waivers() => new([.. taken]);

    private IEnumerable<(string Property, string Found, string Allowed)> Problems(Waiver waiver)
    {
        var isKnown = false;
        if (IdProblem(waiver.Rule) is { } noRule)
            yield return (nameof(Waiver.Rule), Found(waiver.Rule), noRule);
        else if (!rules.TryGetValue(waiver.Rule, out var rule))
            yield return (nameof(Waiver.Rule), Found(waiver.Rule), $"the id of a rule of the policy: {string.Join(", ", rules.Keys)}");
        else if (rule.Info.NotSet is null && !rule.Grades.Any(g => g.CanBeWaived))
            yield return (nameof(Waiver.Rule), Found(waiver.Rule), "a rule that can be missed; this one only grades, and no waiver changes a grade or pay");
        else
            isKnown = true;

        if (IdProblem(waiver.Subject) is { } noSubject)
            yield return (nameof(Waiver.Subject), Found(waiver.Subject), noSubject);

        if (waiver.Reason is null || Ids.IsBlank(waiver.Reason))
            yield return (nameof(Waiver.Reason), "nothing", "why the subject is excused, in words");

        if (IdProblem(waiver.ApprovedBy) is { } nobody)
            yield return (nameof(Waiver.ApprovedBy), Found(waiver.ApprovedBy), $"who approved it: {nobody}");

        if (waiver.Until < waiver.From)
        {
            yield return (nameof(Waiver.Until), Found(Texts.Date(waiver.Until)), $"the day of From, {Texts.Date(waiver.From)}, or a later one");
        }
        else if (waiver.Until == DateOnly.MaxValue)
        {
            yield return (nameof(Waiver.Until), Found(Texts.Date(waiver.Until)), "a day before the end of the calendar, since every waiver ends");
        }
        else if (isKnown && waiver.Subject is not null && OthersOf(waiver).Find(w => w.From <= waiver.Until && waiver.From <= w.Until) is { } other)
        {
            yield return (
                nameof(Waiver.From), Found(Texts.Date(waiver.From)),
                $"days that no other waiver of {Visible.Text(waiver.Subject)} from {waiver.Rule} has; one is in effect from {Texts.Date(other.From)} "
                + $"until {Texts.Date(other.Until)}");
        }
    }

    private List<Waiver> OthersOf(Waiver waiver)
    {
        if (!bySubject.TryGetValue((waiver.Rule, waiver.Subject), out var others))
            bySubject.Add((waiver.Rule, waiver.Subject), others = []);

        return others;
    }

    private static string? IdProblem(string? id) => Ids.Problem(id ?? "");

    private static string Found(string? text) => string.IsNullOrEmpty(text) ? "nothing" : $"`{Visible.Text(text)}`";
}
