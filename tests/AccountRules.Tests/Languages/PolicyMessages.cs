using AccountRules.Documents;

namespace AccountRules.Tests.Languages;

/// <summary>What the rules, their terms and the causes say of themselves, of a policy that sets all that the documents leave open.</summary>
internal static class PolicyMessages
{
    public static Policy Full { get; } = Policy.Read(Path.Combine(Repository.Root, "samples/northwind/policy.json"));

    public static IEnumerable<string> Find() =>
    [
        .. Enum.GetNames<Standing>(), .. Enum.GetNames<Unit>(),
        .. OwnCauses().Select(cause => cause.Words),
        .. Full.Rules.SelectMany(Of),
        .. Policy.Default.Rules.SelectMany(rule => rule.Grades.Select(grade => grade.Band)),
        .. Full.Terms.Rules.SelectMany(rule => rule.Sections).Append(WorkingDaysTerms.Section).Append(AccountReportTerms.Section)
            .SelectMany(section => section.Terms).Select(term => term.Description),
    ];

    private static IEnumerable<string> Of(Rule rule)
    {
        var info = rule.Info;
        string?[] said =
        [
            info.Title, info.Says, info.Reading, info.Noun, info.Done, info.Sentence, info.SentenceWhereMissing, info.ValueTitle, info.OpenFor,
            rule.PartNoun, rule.CategoryName, .. RuleCauses.Of(rule).Select(cause => cause.Words), .. Stages(rule),
        ];
        return said.OfType<string>();
    }

    private static IEnumerable<string> Stages(Rule rule) => rule.GetType().GetProperty("Stages")?.GetValue(rule) is IEnumerable<Stage> stages
        ? stages.SelectMany(stage => new[] { stage.Name, stage.Meaning })
        : [];

    private static IEnumerable<Cause> OwnCauses() => typeof(Cause).GetProperties().Where(p => p.PropertyType == typeof(Cause))
        .Select(p => (Cause)p.GetValue(null)!).Where(cause => !cause.IsNone);
}
