namespace AccountRules;

/// <summary>
/// An exception: the standing of one subject under one rule is excused for some days, by somebody, for a reason. It ends by itself. Data of the host, not a
/// term of the policy: the standing stays as it is judged, and beside it stands that it is waived. Immutable; equal by value.
/// </summary>
public sealed record Waiver
{
    /// <summary>Its files are <c>waivers</c>; rule, subject and first day tell it apart.</summary>
    public static FactShape<Waiver> Shape { get; } = new(w => w.Subject) { Name = "waivers", Part = w => w.Rule, PartName = "rule", StartedOn = w => w.From };

    /// <summary>The id of the rule, such as <c>fte-fulfillment</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The subject as the rule's assessments have it: the id of the order, item, account or employee.</summary>
    public required string Subject { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Who approved it.</summary>
    public required string ApprovedBy { get; init; }

    /// <summary>The first evaluation date on which it is in effect; the day itself is in.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last evaluation date on which it is in effect; the day itself is in. There is no waiver without an end.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether it is in effect on a day.</summary>
    /// <param name="day">The day, which is an evaluation date.</param>
    public bool IsInEffect(DateOnly day) => From <= day && day <= Until;
}
