namespace AccountRules.Monitoring;

/// <summary>A book that judges facts of a type together, so that one that was skipped is not absent.</summary>
internal interface ITogether<TFact>
    where TFact : class
{
    /// <summary>What takes the facts.</summary>
    IFactBook<TFact> Taker { get; }

    Skips Skips { get; }

    /// <summary>What of the book hangs on a fact that was skipped; <c>null</c> where nothing does.</summary>
    SkippedFact? Skipped(TFact? fact, LoadProblem problem);
}
