using System.Runtime.CompilerServices;

namespace AccountRules.Expressions;

/// <summary>
/// What each code of a rule's expression comes to: the index of a grade from 0 up, a cause below, and above all grades the causes once more, for facts whose
/// period runs. Made once all causes of the rule are there.
/// </summary>
internal sealed class OutcomeTable<TOutcome>
{
    private readonly int causes = Cause.Count - 1;
    private readonly TOutcome[] outcomes;

    public OutcomeTable(int grades, Func<int, TOutcome> outcomeOf)
    {
        outcomes = new TOutcome[causes + grades + Cause.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = outcomeOf(i - causes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TOutcome Of(int code) => outcomes[code + causes];
}
