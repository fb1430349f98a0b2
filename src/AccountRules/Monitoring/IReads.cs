namespace AccountRules.Monitoring;

/// <summary>A book whose standings depend on facts of a type.</summary>
internal interface IReads<TFact>
    where TFact : class;
