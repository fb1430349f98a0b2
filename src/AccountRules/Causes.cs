namespace AccountRules;

/// <summary>The causes in words, to follow a fact's name.</summary>
internal static class Causes
{
    public static string Because(Cause cause, string ruleId, DateOnly? begins, DateOnly asOf) => cause switch
    {
        Cause.NotBegun when begins is { } date => $"begins on {Texts.Date(date)}, after {Texts.Date(asOf)}",
        Cause.NoStart => "has no start date",
        Cause.EndBeforeStart => "ends before it begins",
        Cause.NoTarget => "has no target",
        Cause.TargetNotPositive => "has a target of 0 or less, and a target must be above 0",
        Cause.NoActual => "has no actual",
        Cause.NoAmount => "has no amount",
        Cause.NoPay => "has no committed pay",
        Cause.NoThreshold => $"cannot be placed: the policy states no threshold for {ruleId}, and there is no default",
        Cause.NoResult => "has no result, or an undetermined one",
        Cause.Duplicate => "has more than one row; the first one counts",
        Cause.NoEnd => "has no date on which it ends",
        Cause.Unbounded => "has an actual of 0 or less where lower is better, which attains more than any number",
        Cause.NoDue => "has no due date",
        Cause.NoWeight => "has a negative weight, or weights that add up to 0",
        Cause.TooLarge => "comes to more than can be stated",
        _ => $"is undetermined ({cause})",
    };
}
