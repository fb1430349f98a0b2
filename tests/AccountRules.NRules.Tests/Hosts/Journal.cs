namespace AccountRules.NRules.Tests.Hosts;

/// <summary>A fact into which a host's rules write.</summary>
public sealed class Journal
{
    private readonly List<string> lines = [];

    public void Write(AssessmentFact assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var period = assessment.Period is { } p ? $" {p}" : "";
        var said = assessment is { Standing: Standing.Graded, Band: { } band } ? band : assessment.Standing.ToString();
        lines.Add($"{assessment.Subject}{period} {said}");
    }

    /// <summary>What was written since the last reading, ordered.</summary>
    public string Read()
    {
        var text = string.Join(", ", lines.Order(StringComparer.Ordinal));
        lines.Clear();
        return text;
    }
}
