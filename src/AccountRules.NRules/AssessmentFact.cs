using AccountRules.NRules.Linking;

namespace AccountRules.NRules;

/// <summary>
/// An assessment as a fact of a session: inserted, updated and retracted by the policy's rules, for a host's rules to match on. One object stands for one fact
/// under one rule (then it is an <see cref="AssessmentFact{TFact}"/>), or for one subject and period of a roll-up or a track, as long as the session holds it:
/// its identity is the reference.
/// <para>
/// Its own properties are for conditions: when one of them changes, the session is told, and rules that match on it are asked again. <see cref="Assessment"/>
/// is for actions: it is as of the session's evaluation date, and what days alone change in it (the days so far, margins, the reason) tells the session
/// nothing. A condition on days joins <see cref="EvaluationDate"/> with <see cref="DueOn"/>.
/// </para>
/// Belongs to its session: for one thread at a time.
/// </summary>
public class AssessmentFact
{
    private Said said;

    internal AssessmentFact(Assessment assessment, bool isLatest)
    {
        (Assessment, IsLatest) = (assessment, isLatest);
        said = Said.Of(assessment);
    }

    /// <summary>
    /// The assessment as of the session's evaluation date, with value, margins, reason and citation. A condition on its value holds, but for days that are
    /// still being counted.
    /// </summary>
    public Assessment Assessment { get; private set; }

    /// <summary>The rule's id, such as <c>fte-fulfillment</c>.</summary>
    public string RuleId => Assessment.Rule.Id;

    /// <summary>The standing.</summary>
    public Standing Standing => Assessment.Standing;

    /// <summary>Whether the fact's period has begun and has not ended; see <see cref="Assessment.IsProvisional"/>.</summary>
    public bool IsProvisional => Assessment.IsProvisional;

    /// <summary>The band, or a lifecycle's stage; <c>null</c> where there is a <see cref="Cause"/>.</summary>
    public string? Band => Assessment.Band;

    /// <summary>Why the fact has no band; <see cref="Cause.None"/> where it has one.</summary>
    public Cause Cause => Assessment.Cause;

    /// <summary>The id of the order, item, account or employee.</summary>
    public string Subject => said.Subject;

    /// <summary>The account that the fact belongs to, if any.</summary>
    public string? Account => said.Account;

    /// <summary>The period that the fact is of, if any.</summary>
    public Period? Period => said.Period;

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything.</summary>
    public string? Part => said.Part;

    /// <summary>
    /// Something that the rule says of the fact beside its standing, such as <c>focus</c>; <c>null</c> where the rule has no such detail. The session is told
    /// when one changes.
    /// </summary>
    /// <param name="name">The name, one of <see cref="AccountRules.Rule.DetailNames"/>.</param>
    public object? Detail(string name) => Assessment.Detail(name);

    /// <summary>The last day on which the fact can be closed in time; <c>null</c> where the rule has no such day.</summary>
    public DateOnly? DueOn => said.DueOn;

    /// <summary>What the band pays or applies, 1 being 100 %; <c>null</c> where it has none.</summary>
    public decimal? Factor => Assessment.Factor;

    /// <summary>The payable amount, rounded once as the policy says; <c>null</c> where the rule does not pay, or there is a cause.</summary>
    public decimal? Payable => said.Payable;

    /// <summary>The programme that the fact enters, such as <c>PIP</c>; <c>null</c> where there is none.</summary>
    public string? Programme => Assessment.Programme;

    /// <summary>How the subject moved from the period before; <c>null</c> where the fact was not tracked over periods.</summary>
    public Movement? Movement => Assessment.Movement;

    /// <summary>For how many consecutive periods, this one included, a roll-up has been met; <c>null</c> for other rules.</summary>
    public int? Streak => Assessment.Streak;

    /// <summary>The standings that a roll-up counted; <c>null</c> for other rules.</summary>
    public Tally? Tally => Assessment.Tally;

    /// <summary>
    /// Of a track or a roll-up: whether this is the subject's last period with a band, among those of its length; who is in the portfolio now is
    /// <c>IsLatest</c> with the band <c>Key</c>. <c>true</c> where a rule has no such history.
    /// </summary>
    public bool IsLatest { get; private set; }

    /// <summary>The rule, the standing and the reason in one line.</summary>
    public override string ToString() => Assessment.ToString();

    /// <summary>Takes a newer assessment of the same fact; tells whether anything that rules match on has changed.</summary>
    /// <param name="now">The assessment as of the session's date.</param>
    /// <param name="then">The same as of the date of the one before: it says the same as that one unless the fact itself has changed.</param>
    /// <param name="isLatest">Whether it is the subject's last period with a band.</param>
    internal bool Take(in Assessment now, in Assessment then, bool isLatest)
    {
        var hasChanged = now.Verdict != Assessment.Verdict || now.Rule != Assessment.Rule || isLatest != IsLatest || Said.Of(then) != said
            || now.Movement != Movement || now.Streak != Streak || now.Tally != Tally
            || (now.Unit != Unit.Days && now.Value != said.Value);
        (Assessment, IsLatest, said) = (now, isLatest, Said.Of(now));
        return hasChanged;
    }
}
