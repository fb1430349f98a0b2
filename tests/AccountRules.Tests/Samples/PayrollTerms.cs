namespace AccountRules.Tests.Samples;

/// <summary>What samples/Payroll/policy.json says, written down a second time.</summary>
internal static class PayrollTerms
{
    private static readonly PaidBand[] Usual =
        [new("Pip"), new("Low", 0.35m, 0.40m), new("Partial", 0.60m, 0.60m), new("Full", 0.80m, 1), new("Over", 1, 1.10m)];

    public static Dictionary<string, MeasuredKpi[]> Plans { get; } = new()
    {
        ["sales"] =
        [
            new("sales", 0.5m) { Cap = 1.5m }, new("calls", 0.3m) { Floor = 0.25m, Cap = 1.2m },
            new("faults", 0.2m) { IsLower = true, Floor = 0.5m, Cap = 1.5m },
        ],
        ["service"] = [new("quality", 0.6m) { Cap = 1.1m, PaysFrom = 0.8m }, new("tickets", 0.4m) { Cap = 1.4m }],
        ["lead"] = [new("revenue", 0.7m) { Cap = 1.5m }, new("churn", 0.3m) { IsLower = true, Cap = 1.3m }],
        ["office"] =
            [new("accuracy", 0.55m) { Cap = 1.25m, PaysFrom = 0.7m }, new("delay", 0.45m) { IsLower = true, Floor = 0.4m, Cap = 1.2m }],
    };

    /// <summary>The plan of which months are added up; of the others that are rolled up the mean is taken.</summary>
    public static bool IsSum(string plan) => plan == "lead";

    public static Dictionary<string, PaidTable> Tables { get; } = new()
    {
        ["DE/rep"] = new("EUR", 0.01m, "halfAwayFromZero", Usual) { AtLeast = 650, AtMost = 1800 },
        ["DE/lead"] = new("EUR", 0.01m, "halfToEven",
            [new("Pip"), new("Rising", 0.4m, 0.3m) { FactorTo = 1 }, new("Full", 0.95m, 1), new("Over", 1.1m, 1.2m) { IsFrom = true }]),
        ["US/rep"] = new("USD", 0.01m, "halfAwayFromZero", [new("Pip"), new("Base", 0.35m, 0.9m), new("Over", 1, 1.8m)]) { IsMarginal = true },
        ["US/lead"] = new("USD", 0.01m, "up",
            [new("Pip"), new("Half", 0.5m, 0.5m) { IsFrom = true }, new("Full", 0.9m, 1) { IsFrom = true }, new("Over", 1.05m, 1.25m) { IsFrom = true }]),
        ["JP/rep"] = new("JPY", 1, "towardZero", Usual),
        ["JP/lead"] = new("JPY", 100, "halfAwayFromZero",
            [new("Pip"), new("Rising", 0.6m, 0.25m) { IsFrom = true, FactorTo = 1.15m }, new("Over", 1.2m, 1.15m) { IsFrom = true }])
        { AtMost = 420000 },
        ["CH/rep"] = new("CHF", 0.05m, "halfAwayFromZero", [new("Pip"), new("Part", 0.5m, 0.65m), new("Full", 0.85m, 1)]),
        ["CH/lead"] = new("CHF", 0.05m, "down", [new("Pip"), new("Base", 0.4m, 1), new("Over", 0.9m, 1.6m)]) { IsMarginal = true, AtLeast = 2200 },
    };
}

internal sealed record MeasuredKpi(string Name, Fraction Weight)
{
    public bool IsLower { get; init; }

    public Fraction? Floor { get; init; }

    public required Fraction Cap { get; init; }

    public Fraction? PaysFrom { get; init; }
}

/// <summary>The lowest band has no cut; the others begin above theirs, or from it.</summary>
internal sealed record PaidBand(string Name, Fraction? Cut, Fraction Factor)
{
    public PaidBand(string name)
        : this(name, null, 0)
    {
    }

    public bool IsFrom { get; init; }

    public Fraction? FactorTo { get; init; }

    public bool Has(Fraction attained) => Cut is not { } cut || (IsFrom ? attained >= cut : attained > cut);
}

internal sealed record PaidTable(string Currency, Fraction Unit, string Rounding, PaidBand[] Bands)
{
    public bool IsMarginal { get; init; }

    public Fraction? AtLeast { get; init; }

    public Fraction? AtMost { get; init; }
}
