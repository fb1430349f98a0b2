using AccountRules.Facts;

namespace AccountRules.Gathering;

/// <summary>The columns of rows on growth, while a query makes them.</summary>
internal sealed class GrowthColumns
{
    public required string AccountId { get; init; }

    public decimal? Part { get; init; }

    public decimal? Whole { get; init; }

    public bool HasBefore { get; init; }

    public decimal? PartBefore { get; init; }

    public decimal? WholeBefore { get; init; }

    public string? Currency { get; init; }

    public string? CurrencyBefore { get; init; }

    /// <summary>The rows of a period.</summary>
    public static IQueryable<Growth> Rows(IQueryable<GrowthColumns> columns, Period period) => PeriodPairs.Rows(columns, period, (c, of) => new Growth
    {
        AccountId = c.AccountId,
        Period = of,
        Part = c.Part,
        Whole = c.Whole,
        HasBefore = c.HasBefore,
        PartBefore = c.PartBefore,
        WholeBefore = c.WholeBefore,
        Currency = c.Currency,
        CurrencyBefore = c.CurrencyBefore,
    });
}
