namespace AccountRules.Cli.Assessing;

/// <summary>A rule at work on facts of several kinds.</summary>
internal interface IGatheredJudge
{
    /// <summary>The kinds of facts without which nothing can be said, by the names of their files.</summary>
    IReadOnlyList<string> Required { get; }

    /// <summary>Takes the facts of one kind.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    Judge<TFact> Of<TFact>()
        where TFact : class;

    /// <summary>There are no more facts.</summary>
    void Complete();
}
