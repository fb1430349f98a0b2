using System.Runtime.CompilerServices;

namespace AccountRules;

/// <summary>What each code of a rule's expression comes to: the index of a grade from 0 up, a cause below.</summary>
internal sealed class OutcomeTable<TOutcome>
{
    private const int Causes = (int)Cause.TooLarge;   // the last of them
    private readonly TOutcome[] outcomes;

    public OutcomeTable(int grades, Func<int, TOutcome> outcomeOf)
    {
        outcomes = new TOutcome[Causes + grades];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = outcomeOf(i - Causes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TOutcome Of(int code) => outcomes[code + Causes];
}
