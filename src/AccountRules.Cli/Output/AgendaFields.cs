namespace AccountRules.Cli.Output;

/// <summary>The fields of an agenda's entry.</summary>
internal static class AgendaFields
{
    /// <summary>All fields, in the order in which they are written.</summary>
    public static Fields<AgendaEntry> All => field ??= new(e => e.Rule,
    [
        new("on", e => (DateOnly?)e.On) { IsAlways = true },
        new("rule", e => e.Rule.Id) { IsAlways = true, IsOfRule = true },
        new("subject", e => e.Subject) { IsAlways = true },
        new("account", e => e.Account),
        new("period", e => e.Period?.ToString()) { IsIn = rule => rule.FactShape is not { HasPeriod: false } },
        .. OwnFields.Parts<AgendaEntry>(e => e.After).Take(1),
        new("from", e => e.From.ToString()) { IsAlways = true },
        new("fromBand", e => e.Before.Band),
        new("to", e => e.To.ToString()) { IsAlways = true },
        new("toBand", e => e.After.Band),
        new("actBy", e => e.ActBy),
        new("dueOn", e => e.After.DueOn),
        .. OwnFields.Details<AgendaEntry>(e => e.After).Take(1),
        new("movement", e => e.After.Movement?.ToString()),
        new("cause", e => e.After.Cause == Cause.None ? null : e.After.Cause.ToString()),
        new("summary", e => e.Summary) { IsAlways = true },
        new("citation", e => e.Rule.Info.Citation?.ToString()) { IsAlways = true, IsOfRule = true },
        new("policyVersion", e => e.Rule.Info.PolicyVersion) { IsOfRule = true },
        new("provisional", e => e.After.IsProvisional ? true : (bool?)null),

        // What later rules say comes last, so that no column moves.
        .. OwnFields.Details<AgendaEntry>(e => e.After).Skip(1),
        .. OwnFields.Parts<AgendaEntry>(e => e.After).Skip(1),
        new("waivedUntil", e => e.After.Waiver?.Until),
        new("standsAgain", e => e.StandsAgain ? true : (bool?)null),
        new("currency", e => e.After.Currency) { IsIn = rule => rule.FactShape is { HasCurrency: true } },
    ]);
}
