namespace Crm;

/// <summary>The host's own order, as its database has it.</summary>
internal sealed class CrmOrder(string number, string account, DateOnly placedOn)
{
    public string Number { get; } = number;

    public string Account { get; } = account;

    public DateOnly PlacedOn { get; } = placedOn;

    public DateOnly? FilledOn { get; set; }
}
