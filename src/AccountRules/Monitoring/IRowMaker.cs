using AccountRules.Gathering;

namespace AccountRules.Monitoring;

/// <summary>How facts become rows that are judged, as a rule of one policy has it: what a book asks of a gathering, or of a track.</summary>
internal interface IRowMaker<TRow>
    where TRow : class
{
    /// <summary>What the assessments of the rows are of.</summary>
    Rule Rule { get; }

    Keys<TRow> Keys { get; }

    IReadOnlyList<GatheringSource> Sources { get; }

    /// <summary>Periods that the data holds whatever the facts are.</summary>
    IReadOnlyList<Period> Periods => [];

    /// <summary>Whether a fact that was skipped counts for which periods the data holds.</summary>
    bool HoldsSkipped => true;

    /// <summary>The groups that have rows also where they have no fact.</summary>
    IEnumerable<FactKey> Always => [];

    /// <summary>Before it facts are refused; <c>null</c> where none is.</summary>
    Period? From => null;

    /// <summary>What is read of a fact when its group is made, so that what throws is known before.</summary>
    void Read(object fact, DateOnly asOf)
    {
    }

    /// <summary>The rows of a group, judged.</summary>
    /// <param name="facts">Its facts.</param>
    /// <param name="unread">The facts that were skipped of its sources, which are of it or may be.</param>
    IEnumerable<(TRow Row, Verdict Verdict)> Rows(GatheredFacts facts, IReadOnlyList<Unreadable> unread);

    /// <summary>The first date after another on which the rows of a group may be others, or a row be judged otherwise.</summary>
    DateOnly? NextTurn(GatheredFacts facts, DateOnly after);

    DateOnly? NextTurn(TRow row, DateOnly after);

    decimal? PayableOf(TRow row, Verdict verdict);
}
