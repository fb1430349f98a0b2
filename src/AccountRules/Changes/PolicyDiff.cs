using AccountRules.Changes;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// What a change of policy does, exactly: for each rule a verdict, and every region of its scale in which the two policies disagree. Outside of the regions
/// they agree on every fact and every date. It goes by the rules' declarations and expressions, a host's own included. Immutable and safe for use by many
/// threads.
/// </summary>
public sealed class PolicyDiff
{
    private PolicyDiff(Policy old, Policy @new, Func<Rule, bool> isAsked)
    {
        (Old, New) = (old, @new);
        Terms = TermChanges.Between(old.Terms, @new.Terms);
        var rules = old.Rules.Where(isAsked).Select(rule => new RuleDiff(@new.RuleOf(rule.Id) ?? rule, RegionsOf(rule, @new.RuleOf(rule.Id))));
        var more = @new.Rules.Where(rule => isAsked(rule) && old.RuleOf(rule.Id) is null)
            .Select(rule => new RuleDiff(rule, [OnlyIn(rule, "no such rule", rule.Info.Title)]));
        Rules = [.. rules, .. more];
    }

    /// <summary>The policy before.</summary>
    public Policy Old { get; }

    /// <summary>The policy after.</summary>
    public Policy New { get; }

    /// <summary>Every rule of both policies with its verdict, in the order of the old one.</summary>
    public IReadOnlyList<RuleDiff> Rules { get; }

    /// <summary>The terms that the two policies state differently, also those that change no outcome.</summary>
    public IReadOnlyList<TermChange> Terms { get; }

    /// <summary>Whether some fact has another outcome.</summary>
    public bool IsDifferent => Rules.Any(r => r.Regions.Count > 0);

    /// <summary>
    /// Why no change takes effect, in one sentence: the terms are the same, or say the same otherwise; <c>null</c> where the policies differ.
    /// </summary>
    public string? NoEffect => IsDifferent ? null : $"no change takes effect: {Reason}";

    /// <summary>Compares two policies.</summary>
    /// <param name="old">The policy before.</param>
    /// <param name="new">The policy after.</param>
    public static PolicyDiff Between(Policy old, Policy @new)
    {
        Policy.CheckIsSingle(old, "Each side of a comparison");
        Policy.CheckIsSingle(@new, "Each side of a comparison");
        return new(old, @new, _ => true);
    }

    /// <summary>The difference of one rule of both.</summary>
    internal static RuleDiff Of(Policy old, Policy @new, string ruleId) =>
        new PolicyDiff(old, @new, rule => string.Equals(rule.Id, ruleId, StringComparison.Ordinal)).Rules[0];

    /// <summary>The verdict on each rule.</summary>
    public override string ToString() => string.Join(", ", Rules);

    private string Reason => Terms.Count > 0
        ? $"{string.Join("; ", Terms)}, which the rules read as before"
        : Named() is { Length: > 0 } names ? $"the terms are the same, and no rule reads {names}"
        : "the terms are the same, however the documents are written";

    private string Named()
    {
        List<string> names = [];
        if (Old.Name != New.Name)
            names.Add($"the policy's name ({Visible.Text(New.Name)} instead of {Visible.Text(Old.Name)})");

        if (Old.Version != New.Version)
            names.Add($"its version ({Visible.Text(New.Version)} instead of {Visible.Text(Old.Version)})");

        if (Old.Terms.EffectiveFrom != New.Terms.EffectiveFrom)
            names.Add($"effectiveFrom ({Day(New)} instead of {Day(Old)})");

        return string.Join(", ", names);
    }

    private static string Day(Policy policy) => policy.Terms.EffectiveFrom is { } date ? Texts.Date(date) : "not set";

    private IReadOnlyList<DiffRegion> RegionsOf(Rule rule, Rule? other) => other is null
        ? [OnlyIn(rule, rule.Info.Title, "no such rule")]
        : rule.Accept(new RuleDiffer(other, string.Join("; ", TermsOf(rule))));

    /// <summary>The terms of a rule's own sections that differ; all where none of these does.</summary>
    private IEnumerable<TermChange> TermsOf(Rule rule)
    {
        TermSection[] sections = [.. New.Terms.Rules.Where(declared => declared.Id == rule.Id).SelectMany(declared => declared.Sections)];
        TermChange[] own = [.. Terms.Where(term => term.Section is { } section && sections.Contains(section))];
        return own.Length > 0 ? own : Terms;
    }

    private static DiffRegion OnlyIn(Rule rule, string old, string @new) =>
        new($"every {rule.Info.Noun.ToLowerInvariant()}", old, @new, DiffVerdict.Mixed, (_, _) => true);
}
