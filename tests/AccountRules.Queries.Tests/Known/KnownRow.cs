namespace AccountRules.Queries.Tests.Known;

/// <summary>A row of a host that is written anew when it is restated, and says when: it can be read as several facts.</summary>
internal sealed class KnownRow
{
    public int Id { get; init; }

    public required string Subject { get; init; }

    public string? Part { get; init; }

    public DateOnly StartsOn { get; init; }

    public bool IsQuarter { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    public required string Text { get; init; }

    public DateOnly? BeganOn { get; init; }

    public DateOnly? EnteredOn { get; init; }

    public DateOnly WrittenOn { get; init; }

    public decimal Reached { get; init; }

    /// <summary>Code of the application.</summary>
    public static DateOnly? Later(DateOnly? day) => day?.AddDays(1);
}
