namespace AccountRules.Samples.Crm.Data;

/// <summary>Fills a new database from the files of <c>samples/northwind</c>.</summary>
internal static class Seed
{
    public static void EnsureSeeded(CrmContext db, string northwind, string names)
    {
        // Tables without a row are those of a start that was broken off.
        if (!db.Database.EnsureCreated() && db.Managers.Any())
            return;

        var nameOf = Csv.Rows(names).ToDictionary(row => row("Id")!, row => row("Name")!, StringComparer.Ordinal);
        var clients = Csv.Rows(Path.Combine(northwind, "accounts.csv")).Select(row => new Client
        {
            Id = row("AccountId")!,
            Name = nameOf[row("AccountId")!],
            ManagerId = Csv.Whole(row("ManagerId")),
            Tier = row("Tier")!,
            StartedOn = Csv.Day(row("StartedOn")),
            EndedOn = Csv.Day(row("EndedOn")),
        }).ToList();
        db.AddRange(clients.Select(c => c.ManagerId).Distinct().Select(id => new Manager { Id = id, Name = nameOf[$"{id}"] }));
        db.AddRange(clients);
        db.AddRange(Csv.Rows(Path.Combine(northwind, "fte-orders.csv")).Select(row => new StaffingOrder
        {
            Number = row("OrderId")!,
            ClientId = row("AccountId")!,
            PlacedOn = Csv.Day(row("OrderedOn"))!.Value,
            FilledOn = Csv.Day(row("FulfilledOn")),
            Heads = (int?)Csv.Number(row("Headcount")),
            HeadsFilled = (int?)Csv.Number(row("FilledHeadcount")),
        }));
        db.AddRange(Csv.Rows(Path.Combine(northwind, "registry-items.csv")).Select(row => new RegistryEntry
        {
            Code = row("ItemId")!,
            ClientId = row("AccountId")!,
            AddedOn = Csv.Day(row("AddedOn"))!.Value,
            ClosedOn = Csv.Day(row("ClosedOn")),
        }));
        db.AddRange(Csv.Rows(Path.Combine(northwind, "invoices.csv")).Select(row => new Bill
        {
            Number = row("InvoiceId")!,
            ClientId = row("AccountId")!,
            DueOn = Csv.Day(row("DueOn"))!.Value,
            PaidOn = Csv.Day(row("PaidOn")),
            Amount = Csv.Number(row("Amount")),
        }));
        foreach (var table in Rules.FactTable.All)
            table.Seed(db, northwind);

        db.SaveChanges();
    }
}
