using AccountRules.Hosting;
using AccountRules.Tests.Monitoring;

namespace AccountRules.Tests.Hosting;

/// <summary>What a host keeps, whatever becomes of its process: its facts, and what its handler has taken.</summary>
internal sealed class ChangeStore(bool keepsStandings)
{
    private readonly Dictionary<(string Rule, FactKey Key), AssessmentRecord> told = [];

    public Ledger Facts { get; } = new();

    public DateOnly? Date { get; private set; }

    public List<(DateOnly AsOf, StandingChangeRecord Change)> Taken { get; } = [];

    public LastTold Last => new(Date, keepsStandings ? [.. told.Values] : null);

    /// <summary>One transaction.</summary>
    public void Save(DateOnly asOf, IReadOnlyList<StandingChangeRecord> changes)
    {
        Assert.True(asOf >= (Date ?? asOf), $"{asOf:O} is told after {Date:O}");
        Date = asOf;
        foreach (var change in changes)
        {
            Taken.Add((asOf, change));
            if (change.After is { } after)
                told[KeyOf(after)] = after;
            else
                told.Remove(KeyOf(change.Before!));
        }
    }

    public static (string Rule, FactKey Key) KeyOf(AssessmentRecord record) => (record.RuleId, new(record.Subject, record.Period, record.Part));

    public static Said SaidOf(AssessmentRecord record) =>
        new(record.Standing, record.Streak is null ? record.Band : null, record.Movement, Streak: null, record.Payable, record.IsProvisional);
}
