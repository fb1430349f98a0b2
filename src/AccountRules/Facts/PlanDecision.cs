namespace AccountRules.Facts;

/// <summary>What a named person decided after the termination review of a Performance Improvement Plan.</summary>
public enum PlanDecision : byte
{
    /// <summary>The employee stays.</summary>
    Retain,

    /// <summary>The employment ends.</summary>
    Terminate,
}
