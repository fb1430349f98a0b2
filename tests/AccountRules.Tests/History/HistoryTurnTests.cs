using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.History;

/// <summary>Under a history, too, an assessment stays as it is up to the day that it foretells.</summary>
public sealed class HistoryTurnTests
{
    private const int Days = 120;

    public static TheoryData<string> Rules => [.. RuleCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void ChangesOn_OfAHistory_IsTheFirstDayOnWhichItSaysOtherwise(string rule) => RuleCase.Of(rule).Accept(new EachDay());

    [Theory]
    [InlineData(VersionTransition.Kinder)]
    [InlineData(VersionTransition.ByDays)]
    public void ChangesOn_OfARunningPeriodThatTwoVersionsPayByTables_IsTheDayAfterItsEnd(VersionTransition by)
    {
        PerformancePayTerms tables = new() { Tables = [new() { Group = "DE", Decimals = 0 }] };
        var history = new PolicyHistory(
        [
            new(new PolicyTerms { Version = "v1" }.With(tables)),
            new(new PolicyTerms { Version = "v2", EffectiveFrom = new(2026, 6, 1) }
                .With(tables with { Tables = [tables.Tables[0] with { Bands = [.. tables.Bands.Select(b => b with { Factor = b.Factor / 2 })] }] })
                .With(new TransitionTerms().With("performance-pay", by))),
        ]);
        PayPeriod pay = new() { EmployeeId = "ann", Group = "DE", Period = Period.Quarter(2026, 2), Target = 100, Actual = 90, CommittedPay = 1000 };

        Assert.Equal(new DateOnly(2026, 7, 1), history.PerformancePay.Assess(pay, new(2026, 6, 10)).ChangesOn);
        Assert.Null(history.PerformancePay.Assess(pay, new(2026, 7, 1)).ChangesOn);
    }

    private sealed class EachDay : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Check.One(Generated.Cases(4, rule.Id), Prop.ForAll(
                HistoryCase<TFact>.Any(rule.Id, Transitions.AdmittedFor(typeof(TFact)), rule.Fact, 20, Reach.Plain).ToArbitrary(), c =>
                {
                    var judge = rule.Rule(c.History);
                    PolicyTerms[] versions = [.. c.History.Versions.Select(v => v.Terms)];
                    var from = Dates.Shift(c.AsOf, -Days / 2, Reach.Plain);
                    foreach (var fact in c.Facts)
                    {
                        var (day, a) = (from, judge.Assess(fact, from));
                        var said = Says(from);
                        while ((day = day.AddDays(1)) < from.AddDays(Days))
                        {
                            if (Says(day) != said)
                            {
                                Assert.Equal((fact, day), (fact, a.ChangesOn!.Value));
                                (a, said) = (judge.Assess(fact, day), Says(day));
                            }
                            else if (a.ChangesOn == day)
                            {
                                // The cause may be another, which the oracle does not say.
                                var (before, now) = (a.Cause, judge.Assess(fact, day));
                                if (now.Cause == before)
                                    Assert.Fail($"{fact} is told to change on {day:O} from {said}, and does not, under {c}.");

                                a = now;
                            }
                        }

                        (Standing, string?, bool) Says(DateOnly on)
                        {
                            var expected = new HistoryReading(versions, rule.Id, on).Of(fact, terms => rule.Says(terms, fact, on));
                            return (expected.Standing, expected.Band, expected.IsProvisional);
                        }
                    }
                }));
    }
}
