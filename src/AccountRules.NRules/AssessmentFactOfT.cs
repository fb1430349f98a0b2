namespace AccountRules.NRules;

/// <summary>
/// The assessment of one fact, with that fact. A host that updates the fact updates this too, whatever the rule says of it; a new evaluation date updates it
/// only where it says something else.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class AssessmentFact<TFact> : AssessmentFact
    where TFact : class
{
    private EvaluationDate date;

    internal AssessmentFact(Assessment assessment, TFact fact, EvaluationDate date)
        : base(assessment, isLatest: true) => (Fact, this.date) = (fact, date);

    /// <summary>The fact as the session holds it.</summary>
    public TFact Fact { get; private set; }

    /// <summary>Assesses the fact anew; tells whether rules that match on this are to be asked again.</summary>
    internal bool Take(Rule<TFact> rule, TFact fact, EvaluationDate today)
    {
        // A match is renewed by its fact or by its date. Where the date is the same object, the host has updated the fact, perhaps in place.
        var isUpdated = ReferenceEquals(date, today) || !ReferenceEquals(Fact, fact);
        var (now, before) = (rule.Assess(fact, today.AsOf), date.AsOf);
        (Fact, date) = (fact, today);
        return Take(now, before == today.AsOf ? now : rule.Assess(fact, before), isLatest: true) || isUpdated;
    }
}
