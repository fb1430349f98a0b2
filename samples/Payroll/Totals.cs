namespace AccountRules.Samples.Payroll;

/// <summary>What is paid in a currency, in all and by group and band; a total of totals is that of the lines.</summary>
internal sealed record Totals(string Currency, int Lines, decimal Sum, IReadOnlyList<TotalPart> Parts)
{
    public static IEnumerable<Totals> Of(IEnumerable<PayLine> lines) =>
        from own in lines.Where(line => line.Payable is not null).GroupBy(line => line.Currency, StringComparer.Ordinal)
            .OrderBy(own => own.Key, StringComparer.Ordinal)
        let parts = own.GroupBy(line => (line.Group, Band: line.Of.Band!))
            .Select(part => new TotalPart(part.Key.Group, part.Key.Band, part.Count(), part.Sum(line => line.Payable!.Value)))
            .OrderBy(part => (part.Group, part.Band))
        select new Totals(own.Key, own.Count(), own.Sum(line => line.Payable!.Value), [.. parts]);

    /// <summary>Whether the parts, and what the ledger says stands settled, are the total to the last unit.</summary>
    public bool Reconcile(SettlementLedger ledger) => Parts.Sum(part => part.Sum) == Sum && Parts.Sum(part => part.Lines) == Lines
        && ledger.Lines.Where(line => (line.After ?? line.Before)?.Currency == Currency).Sum(line => line.Difference ?? 0) == Sum;
}

internal sealed record TotalPart(string Group, string Band, int Lines, decimal Sum);
