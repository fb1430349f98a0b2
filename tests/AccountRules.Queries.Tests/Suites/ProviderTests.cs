using AccountRules.Facts;
using AccountRules.Queries.Tests.Stores;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>LINQ to objects: every date, every decimal.</summary>
public sealed class InMemoryLinqTests(ITestOutputHelper output, ComparedRows compared)
    : QueryConformance("LINQ in memory", output, compared, () => new MemoryStore()), IClassFixture<ComparedRows>;

/// <summary>EF Core keeps decimals as text and compares them in .NET: exact while products have at most 28 digits.</summary>
public sealed class SqliteInMemoryTests(ITestOutputHelper output, ComparedRows compared)
    : QueryConformance("SQLite in memory", output, compared, SqliteStore.InMemory), IClassFixture<ComparedRows>
{
    private protected override Reach Extended { get; } = Reach.Plain with { Earliest = DateOnly.MinValue, Latest = DateOnly.MaxValue, HasPayLines = false };
}

/// <summary>In a file, with numbers of up to four places: the tables of scaled integers hold nearly all of them.</summary>
public sealed class SqliteFileTests(ITestOutputHelper output, ComparedRows compared)
    : QueryConformance("SQLite in a file", output, compared, SqliteStore.InFile), IClassFixture<ComparedRows>
{
    private protected override Reach Extended { get; } = Reach.Plain with { Places = 4, HasPayLines = false };

    /// <summary>The statements are those of the store in memory.</summary>
    protected override (int Cases, int Facts) Extent => (2, 3_000);

    protected override int Histories => 1;

    protected override int ByEveryVerb => 0;
}

/// <summary>
/// PostgreSQL holds every decimal and multiplies them exactly. Npgsql keeps the first and the last day of the calendar as infinities, so dates end one day
/// before; pay ends where .NET can no longer read what PostgreSQL works out.
/// </summary>
[Collection(Postgres.Collection)]
public sealed class PostgreSqlTests(Postgres postgres, ITestOutputHelper output, ComparedRows compared)
    : QueryConformance("PostgreSQL", output, compared, () => postgres.Open("conformance")), IClassFixture<ComparedRows>
{
    private protected override Reach Extended { get; } =
        new(DateOnly.MinValue.AddDays(1), DateOnly.MaxValue.AddDays(-1), HasAllDecimals: true, LargestPay: 1_000_000_000_000_000m);

    protected override string? LeftOut => postgres.LeftOut;
}

/// <summary>
/// DuckDB through linq2db, with decimals of 28 digits, ten of them after the point: it multiplies them exactly up to 38 digits, and throws beyond. As most of
/// the time goes into making the SQL, there are fewer cases of more facts.
/// </summary>
public sealed class DuckDbTests(ITestOutputHelper output, ComparedRows compared)
    : QueryConformance("DuckDB through linq2db", output, compared, () => new DuckDbStore()), IClassFixture<ComparedRows>
{
    protected override (int Cases, int Facts) Extent => (2, 2_500);

    protected override (int Results, int Revenues) Grouped => (3_500, 3_500);

    protected override int Histories => 1;

    protected override int ByEveryVerb => 1;

    /// <summary>What may become of a plan, by three versions, takes linq2db a quarter of a minute to write: of plans it is one version at a time.</summary>
    protected override bool TakesHistory(string rule) => base.TakesHistory(rule) && rule != "improvement-plan";

    /// <summary>
    /// DuckDB cannot state the largest pay of a policy that rounds to whole units, which has 29 digits: such pay is worked out in memory, as the page says.
    /// </summary>
    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf) =>
        rule is TierRule<PayPeriod> && HasWholeUnits
            ? [.. facts.Select(fact => Answer.Of(rule.Assess(fact, asOf)))]
            : base.Evaluate(rule, facts, asOf);

    private protected override Reach Extended { get; } = Reach.Plain with { Earliest = DateOnly.MinValue, Latest = DateOnly.MaxValue, HasPayLines = false };
}

/// <summary>EF Core's own provider in memory, which multiplies by .NET's decimals, and throws past the ends of the calendar.</summary>
public sealed class EfInMemoryTests(ITestOutputHelper output, ComparedRows compared)
    : QueryConformance("EF Core in memory", output, compared, () => new EfInMemoryStore()), IClassFixture<ComparedRows>
{
    private protected override Reach Extended { get; } = Reach.Plain with { HasPayLines = false };

    protected override (int Cases, int Facts) Extent => (2, 2_500);

    protected override (int Results, int Revenues) Grouped => (3_500, 700);

    protected override int Histories => 1;

    protected override int ByEveryVerb => 1;
}
