namespace AccountRules.Cli.Assessing;

/// <summary>A rule at work on facts of several kinds.</summary>
internal interface IGatheredJudge
{
    /// <summary>Takes the facts of one kind.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    Judge<TFact> Of<TFact>()
        where TFact : class;

    /// <summary>There are no more facts.</summary>
    void Complete();
}
