namespace Crm.Docs;

public sealed record CrmOrder(string Number, string Account, DateOnly PlacedOn, DateOnly? FilledOn);
