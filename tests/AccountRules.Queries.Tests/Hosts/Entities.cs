namespace AccountRules.Queries.Tests.Hosts;

/// <summary>An order of a host whose database has its dates of order in full; open while it has no date of filling.</summary>
internal sealed class CrmOrder
{
    public int Id { get; init; }

    public required string Number { get; init; }

    public required DateOnly PlacedOn { get; init; }

    public DateOnly? FilledOn { get; init; }

    /// <summary>A property that no column holds.</summary>
    public DateOnly PromisedOn => PlacedOn.AddDays(7);

    public DateOnly RemindedOn { get; set; }

    [System.ComponentModel.DataAnnotations.Schema.NotMapped]
    public DateOnly SeenOn { get; set; }
}

/// <summary>An order that is done: both dates are there.</summary>
internal sealed class ArchivedOrder
{
    public int Id { get; init; }

    public required string Number { get; init; }

    public required DateOnly PlacedOn { get; init; }

    public required DateOnly FilledOn { get; init; }
}

internal sealed class RegistryRow
{
    public int Id { get; init; }

    public string Code { get; init; } = "";

    public DateOnly? Added { get; init; }

    public DateOnly? Done { get; init; }
}

/// <summary>A KPI with decimals, and a flag in the place of a direction.</summary>
internal sealed class KpiRow
{
    public int Id { get; init; }

    public required string Employee { get; init; }

    public required string Name { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public required string Month { get; init; }

    public decimal? Goal { get; init; }

    public decimal? Reached { get; init; }

    public bool IsLessBetter { get; init; }
}

/// <summary>A share of wallet in a period.</summary>
internal sealed class WalletRow
{
    public int Id { get; init; }

    public required string Account { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public required string Month { get; init; }

    public decimal? Ours { get; init; }

    public decimal? Spent { get; init; }

    public string? Currency { get; init; }
}

/// <summary>A service's level in a period.</summary>
internal sealed class ServiceRow
{
    public int Id { get; init; }

    public required string Account { get; init; }

    public required string Name { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public required string Month { get; init; }

    public decimal? Agreed { get; init; }

    public decimal? Measured { get; init; }

    public bool IsLessBetter { get; init; }
}

/// <summary>A KPI whose goal is prorated by days.</summary>
internal sealed class ProratedKpi
{
    public int Id { get; init; }

    public required string Employee { get; init; }

    public string Name { get; init; } = "";

    public required DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public required string Month { get; init; }

    public decimal? Goal { get; init; }

    public decimal? Reached { get; init; }

    public bool IsLessBetter { get; init; }

    public int? Days { get; init; }

    public int? DaysInPeriod { get; init; }
}

/// <summary>A KPI kept in ten-thousandths.</summary>
internal sealed class KpiUnits
{
    public int Id { get; init; }

    public required string Employee { get; init; }

    public string Name { get; init; } = "";

    public required DateOnly StartsOn { get; init; }

    public required string Month { get; init; }

    public long? Goal { get; init; }

    public long? Reached { get; init; }

    public bool IsLessBetter { get; init; }
}

internal sealed class RevenueRow
{
    public int Id { get; init; }

    public required string Account { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public required string Month { get; init; }

    public decimal? Turnover { get; init; }

    public string? Currency { get; init; }
}

/// <summary>A revenue kept in ten-thousandths, and never missing.</summary>
internal sealed class RevenueUnits
{
    public int Id { get; init; }

    public required string Account { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required string Month { get; init; }

    public long Turnover { get; init; }

    /// <summary>A property that no column holds.</summary>
    public decimal Net { get; set; }
}

internal sealed class PayRow
{
    public int Id { get; init; }

    public required string Employee { get; init; }

    public required DateOnly StartsOn { get; init; }

    public decimal? Goal { get; init; }

    public decimal? Reached { get; init; }

    public decimal? Committed { get; init; }

    public string? Grade { get; init; }
}

/// <summary>Pay that is prorated by days.</summary>
internal sealed class ProratedPay
{
    public int Id { get; init; }

    public required string Employee { get; init; }

    public required DateOnly StartsOn { get; init; }

    public DateOnly EndsOn { get; init; }

    public string Month { get; init; } = "";

    public decimal? Goal { get; init; }

    public decimal? Reached { get; init; }

    public decimal? Committed { get; init; }

    public int? Days { get; init; }

    public int? DaysInPeriod { get; init; }

    public int? GoalDays { get; init; }

    public int? GoalDaysInPeriod { get; init; }

    public string? Grade { get; init; }

    public string? Currency { get; init; }

    public string? Missed { get; init; }
}

/// <summary>Goal and result in ten-thousandths, the pay in cents; none of them missing.</summary>
internal sealed class PayUnits
{
    public int Id { get; init; }

    public required string Employee { get; init; }

    public required DateOnly StartsOn { get; init; }

    public long Goal { get; init; }

    public long Reached { get; init; }

    public long Committed { get; init; }

    public string? Grade { get; init; }
}

internal sealed class PlanRow
{
    public int Id { get; init; }

    public string Employee { get; init; } = "";

    public required DateOnly? From { get; init; }

    public required DateOnly? To { get; init; }

    public DateOnly? DoneOn { get; init; }

    public decimal? Goal { get; init; }

    public decimal? Reached { get; init; }
}

/// <summary>A plan with dates that are never missing but for its completion, and numbers in ten-thousandths.</summary>
internal sealed class PlanUnits
{
    public int Id { get; init; }

    public string Employee { get; init; } = "";

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public DateOnly? DoneOn { get; init; }

    public long? Goal { get; init; }

    public long? Reached { get; init; }
}
