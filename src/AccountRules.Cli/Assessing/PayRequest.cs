namespace AccountRules.Cli.Assessing;

/// <summary>What the user asks to pay.</summary>
/// <param name="Policy">The policy to pay by.</param>
/// <param name="AsOf">The evaluation date.</param>
internal sealed record PayRequest(Policy Policy, DateOnly AsOf)
{
    /// <summary>The currency to pay in, empty for amounts that name none; all where it is <c>null</c>.</summary>
    public string? Currency { get; init; }

    /// <summary>What lines are to have, by the option that says so: one of its values, where there are any.</summary>
    public IReadOnlyList<(string Option, IReadOnlyList<string> Values, Func<PayLine, string?> Of)> Wanted { get; init; } = [];

    /// <summary>The most that an employee is paid in a year; <c>null</c> where there is none.</summary>
    public decimal? MostInYear { get; init; }

    /// <summary>The month with which that year begins.</summary>
    public int YearFrom { get; init; } = 1;

    /// <summary>The standings that make the run fail.</summary>
    public IReadOnlySet<Standing> FailOn { get; init; } = new HashSet<Standing>();

    /// <summary>The lines that the user asks for.</summary>
    /// <param name="lines">All lines.</param>
    /// <exception cref="StopException">No line has a value that is asked for.</exception>
    public IReadOnlyList<PayLine> Of(IReadOnlyList<PayLine> lines)
    {
        foreach (var (option, values, of) in Wanted)
        {
            foreach (var value in values.Except(lines.Select(of).OfType<string>(), StringComparer.Ordinal))
            {
                throw new StopException(
                    ExitCode.Failed, $"{option}: {Input.Shown.Value(value)} is of no pay period in the files that has begun by {AsOf:yyyy-MM-dd}.");
            }
        }

        return [.. lines.Where(line => Wanted.All(w => w.Values.Count == 0 || w.Values.Contains(w.Of(line) ?? "", StringComparer.Ordinal)))];
    }
}
