using System.Linq.Expressions;
using AccountRules.Queries;
using AccountRules.Tests.Generators;
using AccountRules.Tests.Basics;

namespace AccountRules.Tests.Conformance;

/// <summary>A host's own comparisons with the evaluation date give a query the answer that memory gives, up to both ends of the calendar.</summary>
public sealed class OwnDatesQueryTests
{
    private static readonly Expression<Func<Claim, DateOnly, bool>>[] Conditions =
    [
        (c, asOf) => asOf < c.DueOn.AddDays(30), (c, asOf) => asOf <= c.DueOn.AddDays(30), (c, asOf) => asOf > c.DueOn.AddDays(30),
        (c, asOf) => asOf >= c.DueOn.AddDays(30), (c, asOf) => asOf == c.DueOn.AddDays(30), (c, asOf) => asOf != c.DueOn.AddDays(30),
        (c, asOf) => c.DueOn.AddDays(30) < asOf, (c, asOf) => c.DueOn.AddDays(30) <= asOf, (c, asOf) => c.DueOn.AddDays(30) > asOf,
        (c, asOf) => c.DueOn.AddDays(30) >= asOf, (c, asOf) => c.DueOn.AddDays(30) == asOf, (c, asOf) => c.DueOn.AddDays(30) != asOf,
        (c, asOf) => asOf < c.DueOn.AddDays(-30), (c, asOf) => asOf > c.DueOn.AddDays(-30), (c, asOf) => asOf == c.DueOn.AddDays(-30),
        (c, asOf) => c.DueOn.AddDays(-30) != asOf,
    ];

    [Fact]
    public void ComparisonWithTheEvaluationDate_InAQuery_AnswersAsNumbersOfDaysDo()
    {
        foreach (var condition in Conditions)
        {
            var rule = new LifecycleRule<Claim>(
                new("own"), new([new("No", Standing.OnTrack, "is not"), new("Yes", Standing.Met, "is")], [new("No", condition, "Yes")]), new(c => c.Id));
            foreach (var end in new[] { DateOnly.MinValue, new(2024, 2, 29), DateOnly.MaxValue })
            {
                var claims = Enumerable.Range(-70, 141).Select(day => new Claim($"{day}", DueOn: Dates.Shift(end, day, Reach.Full))).ToArray();
                foreach (var asOf in new[] { -31, -30, -29, 0, 29, 30, 31 }.Select(day => Dates.Shift(end, day, Reach.Full)))
                {
                    var expected = claims.Where(c => Holds(condition, c.DueOn, asOf)).ToArray();
                    Assert.True(
                        expected.SequenceEqual(claims.Where(c => rule.Judge(c, asOf).Standing == Standing.Met)),
                        $"{condition} as of {asOf:yyyy-MM-dd} in memory");
                    Assert.True(
                        expected.SequenceEqual(rule.Where(claims.AsQueryable(), asOf, Standing.Met)),
                        $"{condition} as of {asOf:yyyy-MM-dd} in a query of objects");
                    Assert.True(expected.SequenceEqual(claims.Where(InColumns(rule, asOf))), $"{condition} as of {asOf:yyyy-MM-dd} in columns");
                }
            }
        }
    }

    /// <summary>The comparisons as a database gets them.</summary>
    private static Func<Claim, bool> InColumns(LifecycleRule<Claim> rule, DateOnly asOf)
    {
        var grade = Expression.Lambda<Func<Claim, int>>(new ColumnComparisons(asOf, rule.Id).Visit(rule.Expression.Body), rule.Expression.Parameters[0])
            .Compile();
        return claim => rule.VerdictOf(grade(claim)).Standing == Standing.Met;
    }

    /// <summary>The condition read as numbers of days, which have no ends.</summary>
    private static bool Holds(Expression<Func<Claim, DateOnly, bool>> condition, DateOnly due, DateOnly asOf)
    {
        var compare = (BinaryExpression)condition.Body;
        long Number(Expression side) =>
            side is MethodCallExpression { Arguments: [ConstantExpression { Value: int days }] } ? due.DayNumber + days : asOf.DayNumber;
        var order = Number(compare.Left).CompareTo(Number(compare.Right));
        return compare.NodeType switch
        {
            ExpressionType.LessThan => order < 0,
            ExpressionType.LessThanOrEqual => order <= 0,
            ExpressionType.GreaterThan => order > 0,
            ExpressionType.GreaterThanOrEqual => order >= 0,
            ExpressionType.Equal => order == 0,
            _ => order != 0,
        };
    }
}
