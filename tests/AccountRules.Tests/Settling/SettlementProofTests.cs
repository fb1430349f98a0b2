using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;
using Run = AccountRules.Tests.Settling.SettlementOracle.Run;

namespace AccountRules.Tests.Settling;

/// <summary>
/// Several runs in sequence, with restated actuals, another policy, vanished and new facts, undetermined ones, rows that come twice or cannot be read, periods
/// that run, and runs of one month: each line, each total and the whole are what the oracle makes of the facts alone.
/// </summary>
public sealed class SettlementProofTests
{
    private static readonly string[] Employees = ["a", "b", "c"];
    private static readonly Period[] Months = [Period.Month(2026, 1), Period.Month(2026, 2), Period.Quarter(2026, 1)];

    private static readonly IReadOnlyList<PayTableRow> Other =
    [
        new("Full", 0.80m, IsAbove: true, Factor: 0.95m), new("Partial", 0.60m, IsAbove: false, Factor: 0.6m), new("Pip", null, IsAbove: false, Factor: 0.05m),
    ];

    private static readonly Policy First = Made("1", 2, PerformancePayReading.Document.Rows);
    private static readonly Policy Second = Made("2", 3, Other);

    private readonly Dictionary<SettlementKind, int> kinds = [];

    private static Gen<PayPeriod> Pay => from employee in Gen.Elements(Employees)
                                         from month in Gen.Elements(Months)
                                         from actual in Gen.Frequency(
                                             (1, Gen.Constant<decimal?>(null)), (6, Gen.Elements<decimal?>(30, 35, 60, 80, 80.1m, 100, 120)))
                                         from committed in Gen.Elements(1000, 1000.01m, 333.335m)
                                         select Pays.Of(employee, actual, month, committed);

    private static Gen<Run> AnyRun => from pays in Pay.ListOf(9)
                                      from day in Gen.Elements(new DateOnly(2026, 2, 1), new(2026, 2, 28), new(2026, 4, 1), new(2026, 4, 2))
                                      from isOther in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
                                      from only in Gen.Frequency((3, Gen.Constant<Period?>(null)), (1, Gen.Elements(Months).Select(m => (Period?)m)))
                                      from unread in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Employees)))
                                      select isOther
                                          ? new Run([.. pays], day, Other, 3, "2", only, unread)
                                          : new Run([.. pays], day, PerformancePayReading.Document.Rows, 2, "1", only, unread);

    [Fact]
    public void RunsInSequence_AreWhatTheOracleMakesOfTheirFacts()
    {
        Check.One(Generated.Cases(100), Prop.ForAll(AnyRun.ListOf(5).ToArbitrary(), runs =>
        {
            var (ledger, oracle) = (SettlementLedger.Empty, new SettlementOracle());
            foreach (var run in runs)
            {
                var expected = oracle.Settle(run);
                var settlement = ledger.Settle(run.AsOf, (run.Version == "1" ? First : Second).PerformancePay.AssessOnce(run.Pays, run.AsOf), ScopeOf(run));
                Same(expected, settlement);
                Assert.Equal(ledger.Lines, settlement.Ledger.Lines.Take(ledger.Lines.Count));
                ledger = settlement.Ledger;
                Assert.Equal(
                    oracle.Settled.Values.Aggregate(BigInteger.Zero, (sum, s) => sum + s.Paid),
                    SettlementOracle.Units(settlement.Total.All.Now + settlement.OutOfScope.Now));
            }

            Balances(oracle, ledger);
            Assert.Equal(ledger.Lines, new SettlementLedger(ledger.Lines).Lines);
        }));

        Assert.All(
            Enum.GetValues<SettlementKind>(),
            kind => Assert.True(kinds.GetValueOrDefault(kind) > Generated.Number(20), $"{kind} occurs in {kinds.GetValueOrDefault(kind)} lines."));
    }

    private void Same(Dictionary<(string Employee, Period Period), SettlementOracle.Change> expected, Settlement settlement)
    {
        Assert.Equal(expected.Keys.Order(), settlement.Lines.Select(l => (l.Subject, l.Period!.Value)).Order());
        foreach (var line in settlement.Lines)
        {
            var change = expected[(line.Subject, line.Period!.Value)];
            kinds[line.Kind] = kinds.GetValueOrDefault(line.Kind) + 1;
            Assert.Equal(change.Kind, line.Kind);
            Assert.Equal(
                (change.Before?.Paid, change.Difference, change.After?.Paid),
                (Units(line.Before?.Payable), SettlementOracle.Units(line.Difference ?? 0), Units(line.After?.Payable)));
            Assert.Equal((change.Before?.Band, change.After?.Band), (line.Before?.Band, line.After?.Band));
            Assert.Equal((change.Before?.Factor, change.After?.Factor), (line.Before?.Factor, line.After?.Factor));
            Assert.Equal((ProgrammeOf(change.Before), ProgrammeOf(change.After)), (line.Before?.Programme, line.After?.Programme));
        }

        Total(expected.Values, settlement.Total);
        Assert.Equal(expected.Keys.Select(k => k.Period).Distinct().Order().Select(p => p.ToString()), settlement.ByPeriod.Select(t => t.Of));
        foreach (var total in settlement.ByPeriod)
            Total(expected.Where(e => e.Key.Period.ToString() == total.Of).Select(e => e.Value), total);

        foreach (var total in settlement.ByRule)
            Total(expected.Values, total);

        foreach (var total in settlement.ByProgramme)
            Total(expected.Values.Select(change => change with { Before = Within(change.Before, total.Of), After = Within(change.After, total.Of) }), total);

        Assert.Equal(settlement.Total.All.Settled, settlement.ByProgramme.Sum(t => t.All.Settled));
        Assert.Equal(settlement.Total.All.Now, settlement.ByProgramme.Sum(t => t.All.Now));
    }

    private static void Total(IEnumerable<SettlementOracle.Change> expected, SettlementTotal total)
    {
        Amounts(expected, total.All);
        foreach (var kind in Enum.GetValues<SettlementKind>())
            Amounts(expected.Where(e => e.Kind == kind), total[kind]);
    }

    private static void Amounts(IEnumerable<SettlementOracle.Change> expected, SettlementSum sum)
    {
        Assert.Equal(
            expected.Aggregate((Before: BigInteger.Zero, Difference: BigInteger.Zero, After: BigInteger.Zero), (all, change) =>
                (all.Before + (change.Before?.Paid ?? 0), all.Difference + change.Difference, all.After + (change.After?.Paid ?? 0))),
            (SettlementOracle.Units(sum.Settled), SettlementOracle.Units(sum.Difference), SettlementOracle.Units(sum.Now)));
        Assert.Equal(sum.Now, sum.Settled + sum.Difference);
    }

    /// <summary>What is settled of a fact is what its last line says, and the sum of the differences of all of its lines.</summary>
    private static void Balances(SettlementOracle oracle, SettlementLedger ledger)
    {
        foreach (var fact in ledger.Lines.GroupBy(l => (l.Subject, l.Period!.Value)))
        {
            var paid = oracle.Settled.TryGetValue(fact.Key, out var stands) ? stands.Paid : BigInteger.Zero;
            Assert.Equal(paid, fact.Aggregate(BigInteger.Zero, (sum, line) => sum + SettlementOracle.Units(line.Difference ?? 0)));
            Assert.Equal(paid, Units(ledger.Settled("performance-pay", new(fact.Key.Subject, fact.Key.Value))?.Payable) ?? 0);
        }
    }

    private static SettlementOracle.Stands? Within(SettlementOracle.Stands? stands, string? programme) => ProgrammeOf(stands) == programme ? stands : null;

    private static string? ProgrammeOf(SettlementOracle.Stands? stands) => stands?.Band == "Pip" ? "PIP" : null;

    private static BigInteger? Units(decimal? amount) => amount is { } value ? SettlementOracle.Units(value) : null;

    private static SettlementScope ScopeOf(Run run) => new()
    {
        Periods = run.Only is { } only ? [only] : null,
        Unreadable = run.Unreadable is { } employee ? [new() { RuleId = "performance-pay", Subject = employee }] : [],
    };

    private static Policy Made(string version, int places, IReadOnlyList<PayTableRow> table) => new(
        new PolicyTerms { Version = version }.With(new PerformancePayTerms
        {
            Decimals = places,
            Bands =
            [
                .. table.Reverse().Select(row => new PayBandTerms
                {
                    Name = row.Band,
                    Factor = row.Factor,
                    Programme = row.Band == "Pip" ? "PIP" : null,
                    Above = row.IsAbove ? row.Begins : null,
                    From = row.IsAbove ? null : row.Begins,
                }),
            ],
        }));
}
