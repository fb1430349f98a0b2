using System.Text.Json;
using AccountRules.Facts;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Generators;
using FsCheck.Fluent;

namespace AccountRules.Tests.Languages;

/// <summary>Whatever a reason is made of can be translated, for generated facts under every rule.</summary>
public sealed class TranslatableReasonTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Policy[] Policies = [Policy.Default, PolicyMessages.Full];

    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id)];

    public static TheoryData<string> GatheredRules => [.. GatheredCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_GeneratedFacts_SaysNothingInEnglishAlone(string rule) => RuleCase.Of(rule).Accept(new Visitor());

    [Theory]
    [MemberData(nameof(GatheredRules))]
    public void GatheredRule_GeneratedFacts_SaysNothingInEnglishAlone(string rule)
    {
        var gathered = GatheredCase.Of(rule);
        Assert.All(Policies, policy => IsTranslated(policy, gathered.Facts(policy.Terms, AsOf, Reach.Full).Sample(12)
            .SelectMany(facts => gathered.Assess(policy, facts, AsOf))));
    }

    [Fact]
    public void KpiMonths_TracksAgendaAndAchievements_SayNothingInEnglishAlone()
    {
        var policy = PolicyMessages.Full;
        var results = RuleCase.Of<KpiResult>().Fact(policy.Terms, AsOf, Reach.Full).Sample(400);
        var revenues = RuleCase.Of<AccountRevenue>().Fact(policy.Terms, AsOf, Reach.Full).Sample(60);
        var orders = RuleCase.Of<FteOrder>().Fact(policy.Terms, AsOf, Reach.Full).Sample(200);
        IsTranslated(policy, policy.KpiMonth.Assess(results, AsOf));
        IsTranslated(policy, policy.KeyAccount.Track(revenues, AsOf));
        var pseudo = new PseudoLanguage();
        foreach (var entry in new Agenda(AsOf, days: 100).Add(policy.FteFulfillment, orders).Entries())
            IsTranslated(pseudo, policy, entry.SummaryIn(pseudo.Language), JsonSerializer.Serialize(entry.After.ToRecord() with { Reason = "" }));

        foreach (var achievement in Achievement.Of(results))
            IsTranslated(pseudo, policy, achievement.Explain(pseudo.Language), JsonSerializer.Serialize(achievement));

        Assert.Empty(pseudo.Unknown.Except(Names(policy)));
    }

    private static void IsTranslated(Policy policy, IEnumerable<Assessment> assessments)
    {
        var pseudo = new PseudoLanguage();
        foreach (var assessment in assessments)
        {
            var record = assessment.ToRecord() with { Reason = "", RuleTitle = "", Citation = "" };
            var data = JsonSerializer.Serialize(record) + JsonSerializer.Serialize(assessment.Parts) + record.Cause
                + (assessment.Cause == Cause.NoThreshold ? $"{assessment.Rule.Info.NotSet} {assessment.Rule.Info.NotSetForSome} {assessment.Rule.Id}" : "")
                + (assessment.Cause == Cause.NotAsked ? assessment.Rule.Id : "");
            IsTranslated(pseudo, policy, assessment.Explain(pseudo.Language), data);
        }

        Assert.Empty(pseudo.Unknown.Except(Names(policy)));
    }

    private static void IsTranslated(PseudoLanguage pseudo, Policy policy, string said, string data)
    {
        var calendars = policy.Terms.WorkingDays.Calendars.Select(c => c.Name);
        var own = PseudoLanguage.EnglishWords(data + string.Join(' ', Names(policy).Concat(calendars)));
        Assert.True(PseudoLanguage.EnglishWords(said).Except(own).ToArray() is [], $"{pseudo.Language}: {said}");
    }

    /// <summary>What the author of a policy may name: bands, programmes and categories.</summary>
    private static IEnumerable<string> Names(Policy policy) => policy.Rules.SelectMany(rule =>
        rule.Grades.SelectMany(grade => new[] { grade.Band, grade.Programme ?? "" }).Concat(rule.Categories.Select(category => category.Key)));

    private sealed class Visitor : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Assert.All(Policies, policy => IsTranslated(
                policy, rule.Fact(policy.Terms, AsOf, Reach.Full).Sample(300).Select(fact => rule.Rule(policy).Assess(fact, AsOf))));
    }
}
