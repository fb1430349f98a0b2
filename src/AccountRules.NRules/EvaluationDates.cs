using NRules;

namespace AccountRules.NRules;

/// <summary>Sets the date of a session.</summary>
public static class EvaluationDates
{
    /// <summary>Inserts the session's <see cref="EvaluationDate"/>, or updates the one that it has. The assessments follow at the next <c>Fire</c>.</summary>
    /// <param name="session">The session.</param>
    /// <param name="asOf">The date: only what had happened by then is known.</param>
    public static void SetEvaluationDate(this ISession session, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(session);
        var date = new EvaluationDate(asOf);
        if (!session.TryUpdate(date))
            session.Insert(date);
    }
}
