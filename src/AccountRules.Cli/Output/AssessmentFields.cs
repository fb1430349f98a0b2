namespace AccountRules.Cli.Output;

/// <summary>The fields of an assessment.</summary>
internal static class AssessmentFields
{
    private const decimal OneWithAllPlaces = 1.0000000000000000000000000000m;

    /// <summary>All fields, in the order in which they are written.</summary>
    public static IReadOnlyList<Field<Assessment>> All => field ??=
    [
        new("rule", a => a.Rule.Id, IsAlways: true),
        new("subject", a => a.Subject, IsAlways: true),
        new("standing", a => a.Standing.ToString(), IsAlways: true),
        new("band", a => a.Band, IsAlways: true),
        new("value", a => Trimmed(a.Value), IsAlways: true),
        new("unit", a => a.Unit?.ToString()),
        new("account", a => a.Account),
        new("period", a => a.Period?.ToString()),
        .. OwnFields.Parts<Assessment>(a => a),
        new("dueOn", a => a.DueOn),
        new("changesOn", a => a.ChangesOn),
        .. OwnFields.Details<Assessment>(a => a).Take(1),
        new("factor", a => Trimmed(a.Factor)),
        new("payable", a => a.Payable),
        new("programme", a => a.Programme),
        new("movement", a => a.Movement?.ToString()),
        new("streak", a => a.Streak),
        new("met", a => a.Tally?.Met),
        new("results", a => a.Tally?.Total),
        new("cause", a => a.Cause == Cause.None ? null : a.Cause.ToString()),
        new("reason", a => a.Reason, IsAlways: true),
        new("citation", a => a.Citation?.ToString(), IsAlways: true),
        new("asOf", a => a.AsOf),
        new("policyVersion", a => a.PolicyVersion),
        new("provisional", a => a.IsProvisional ? true : (bool?)null),

        // What later rules say comes last, so that no column moves.
        .. OwnFields.Details<Assessment>(a => a).Skip(1),
    ];

    /// <summary>The same number without zeros at its end.</summary>
    private static decimal? Trimmed(decimal? number) => number / OneWithAllPlaces;
}
