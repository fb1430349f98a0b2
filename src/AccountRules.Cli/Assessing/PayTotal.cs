namespace AccountRules.Cli.Assessing;

/// <summary>What is paid in a currency: of all lines, or of those of one group or band.</summary>
/// <param name="Currency">The currency; <c>null</c> where none is named.</param>
/// <param name="By">What it is of: <c>all</c>, <c>group</c> or <c>band</c>.</param>
/// <param name="Name">The group or band; <c>null</c> of all, and of those without one.</param>
/// <param name="Lines">The lines.</param>
internal sealed record PayTotal(string? Currency, string By, string? Name, IReadOnlyList<PayLine> Lines)
{
    /// <summary>How many of them are paid.</summary>
    public int Paid { get; } = Lines.Count(line => line.Payable is not null);

    /// <summary>How many are not paid yet, since their periods run.</summary>
    public int Running { get; } = Lines.Count(line => line.IsRunning);

    /// <summary>Of how many it is not known what is paid.</summary>
    public int Open { get; } = Lines.Count(line => line.IsOpen);

    /// <summary>The sum, exact, and the periods that overlap.</summary>
    public PayableTotal Sum { get; } = SumOf(Lines);

    /// <summary>The totals: of each currency all, each group and each band. Groups add up to all, and so do bands.</summary>
    /// <param name="lines">The lines.</param>
    /// <exception cref="StopException">No decimal holds a sum.</exception>
    public static IReadOnlyList<PayTotal> Of(IReadOnlyList<PayLine> lines)
    {
        var hasGroups = lines.Any(line => line.Of.Pay.Group is not null);
        return
        [
            .. lines.GroupBy(line => line.Assessment.Currency, StringComparer.Ordinal).OrderBy(own => own.Key, StringComparer.Ordinal).SelectMany(
                own => (IEnumerable<PayTotal>)
                [
                    .. hasGroups ? Each(own.Key, "group", own, line => line.Of.Pay.Group) : [],
                    .. Each(own.Key, "band", own, line => line.Assessment.Band),
                    new(own.Key, "all", null, [.. own]),
                ]),
        ];
    }

    private static IEnumerable<PayTotal> Each(string? currency, string by, IEnumerable<PayLine> lines, Func<PayLine, string?> nameOf) =>
        lines.GroupBy(nameOf, StringComparer.Ordinal).OrderBy(own => own.Key is null).ThenBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => new PayTotal(currency, by, own.Key, [.. own]));

    private static PayableTotal SumOf(IReadOnlyList<PayLine> lines)
    {
        try
        {
            return lines.All(line => line.Capped is null)
                ? Payables.Total(lines.Select(line => line.Assessment))
                : Payables.TotalCapped(lines.Select(line => line.Capped!));
        }
        catch (OverflowException e)
        {
            throw new StopException(ExitCode.Failed, e.Message);
        }
    }
}
