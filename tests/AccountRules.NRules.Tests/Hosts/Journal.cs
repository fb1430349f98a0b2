namespace AccountRules.NRules.Tests.Hosts;

/// <summary>A fact into which a host's rules write.</summary>
public sealed class Journal
{
    private readonly List<string> lines = [];

    public void Write(AssessmentFact assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        lines.Add($"{assessment.Subject}{(assessment.Period is { } period ? $" {period}" : "")} {(assessment.Band is { } band && assessment.Standing == Standing.Graded ? band : assessment.Standing.ToString())}");
    }

    /// <summary>What was written since the last reading, ordered.</summary>
    public string Read()
    {
        var text = string.Join(", ", lines.Order(StringComparer.Ordinal));
        lines.Clear();
        return text;
    }
}
