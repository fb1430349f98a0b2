using NRules;

namespace AccountRules.NRules.Tests.Conformance;

/// <summary>The facts of one type in a session, and what the oracle says of them.</summary>
internal interface ISlots
{
    /// <summary>Inserts, updates or retracts some, in the session and in the list.</summary>
    string Step(ISession session, Random random);

    /// <summary>Compares the session's assessments with the oracle.</summary>
    void Check(ISession session, DateOnly asOf);
}
