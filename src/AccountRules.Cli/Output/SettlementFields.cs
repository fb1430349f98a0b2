namespace AccountRules.Cli.Output;

/// <summary>The fields of a settlement line.</summary>
internal static class SettlementFields
{
    /// <summary>All fields, in the order in which they are written.</summary>
    public static Fields<SettlementLine> All => field ??= new(RuleOf: null,
    [
        new("kind", l => l.Kind.ToString()) { IsAlways = true },
        new("rule", l => l.RuleId) { IsAlways = true },
        new("subject", l => l.Subject) { IsAlways = true },
        new("account", l => l.Account),
        new("period", l => l.Period?.ToString()),
        new("part", l => l.Part),
        new("startedOn", l => l.StartedOn),
        new("before", l => l.Before?.Payable) { IsAlways = true },
        new("difference", l => l.Difference) { IsAlways = true },
        new("now", l => l.After?.Payable) { IsAlways = true },
        .. Of("Before", l => l.Before),
        .. Of("Now", l => l.After),
        new("cause", l => l.Cause),
        new("reason", l => l.Reason) { IsAlways = true },
        new("settledOn", l => (DateOnly?)l.SettledOn) { IsAlways = true },
    ]);

    private static IEnumerable<Field<SettlementLine>> Of(string when, Func<SettlementLine, SettledOutcome?> outcome) =>
    [
        new("standing" + when, l => outcome(l)?.Standing.ToString()),
        new("band" + when, l => outcome(l)?.Band),
        new("factor" + when, l => outcome(l)?.Factor),
        new("programme" + when, l => outcome(l)?.Programme),
        new("policyVersion" + when, l => outcome(l)?.PolicyVersion),
    ];
}
