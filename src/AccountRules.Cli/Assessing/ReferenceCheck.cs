using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Reference;

namespace AccountRules.Cli.Assessing;

/// <summary>Compares what a run says with the reference evaluator, and keeps the first differences.</summary>
/// <param name="reference">The evaluator.</param>
/// <param name="asOf">The evaluation date.</param>
internal sealed class ReferenceCheck(ReferenceEvaluator reference, DateOnly asOf)
{
    private const int MostShown = 5;

    private readonly List<ReferenceDifference> first = [];
    private readonly List<string> notCompared = [];
    private long compared;
    private long different;

    /// <summary>What was found, a line each: the first differences, what was not compared, and how many of how many differ.</summary>
    public IEnumerable<string> Remarks =>
    [
        .. first.Select(difference => $"NOT THE SAME: {difference}"),
        .. notCompared,
        different == 0 && compared == 0 ? "Not verified: nothing was compared with the reference evaluator."
            : different == 0 ? $"Verified: {Answers(compared)} by the reference evaluator, all the same{LeftOut}."
            : $"Not verified: of {Answers(compared)} by the reference evaluator {Shown.Count(different)} {(different == 1 ? "is" : "are")} another"
                + $"{(different > first.Count ? $"; the first {MostShown} are above" : "")}{LeftOut}.",
    ];

    private string LeftOut => notCompared.Count == 0 ? ""
        : $"; {Shown.Count(notCompared.Count)} {(notCompared.Count == 1 ? "rule was" : "rules were")} left out";

    /// <summary>What a build is told: that all is the same, or the first differences.</summary>
    public IEnumerable<Finding> Findings => IsDifferent
        ? first.Select(difference => new Finding(FindingRule.Reference, FindingKind.Failure, $"{difference.Rule} of {difference.Key}", $"{difference}"))
        : [new(FindingRule.Reference, FindingKind.Passed, "the same", "")];

    /// <summary>Whether something differs.</summary>
    public bool IsDifferent => different > 0;

    /// <summary>Compares an assessment of a fact by itself.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Take(Assessment assessment)
    {
        compared++;
        Add(reference.Compare(assessment));
    }

    /// <summary>Compares the assessments of facts that are taken together.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="kept">The facts.</param>
    /// <param name="absences">The absences beside them, if any.</param>
    /// <param name="assessments">All of its assessments.</param>
    public void TakeAll(Rule rule, KeptFacts kept, AbsenceRows? absences, IReadOnlyCollection<Assessment> assessments)
    {
        if (!kept.AreAll || absences?.AreAll is false)
        {
            notCompared.Add(
                $"{rule.Id}: not compared with the reference evaluator, which takes rows that can be read, each once: mend the rows that are told.");
            return;
        }

        compared += assessments.Count;
        Add(reference.Compare(rule.Id, [.. kept.Facts, .. absences?.Rows ?? []], assessments, asOf));
    }

    private void Add(IReadOnlyList<ReferenceDifference> differences)
    {
        different += differences.DistinctBy(difference => difference.Key).Count();
        foreach (var difference in differences)
        {
            if (first.Count < MostShown)
                first.Add(difference);
        }
    }

    private static string Answers(long count) => $"{Shown.Count(count)} {(count == 1 ? "answer" : "answers")}";
}
