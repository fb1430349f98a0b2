using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Conformance;

/// <summary>Facts with the versions of a policy and the evaluation date to judge them by.</summary>
internal sealed record HistoryCase<TFact>(PolicyHistory History, DateOnly AsOf, IReadOnlyList<TFact> Facts)
{
    private const int MostVersions = 3;

    /// <param name="rule">The rule, for which some versions take over in another way than usual.</param>
    /// <param name="admitted">The ways in which a version may take over for it.</param>
    /// <param name="fact">Facts around the cuts of terms.</param>
    /// <param name="count">How many facts.</param>
    /// <param name="reach">How far facts and terms go.</param>
    public static Gen<HistoryCase<TFact>> Any(
        string rule, IReadOnlyList<VersionTransition> admitted, Func<PolicyTerms, DateOnly, Reach, Gen<TFact>> fact, int count, Reach reach) =>
        from asOf in Dates.AsOf(reach)
        from length in Gen.Choose(2, MostVersions)
        from terms in Gen.ListOf(Terms.Any(reach), length)
        from isSame in Gen.ListOf(Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true))), length)
        from days in Gen.ListOf(Gen.Choose(-120, 15), length)
        from isMonth in Gen.Elements(true, false)
        from isOpen in Gen.Elements(true, false)
        from transitions in Gen.ListOf(Gen.Frequency((1, Gen.Constant<VersionTransition?>(null)), (2, Gen.Elements<VersionTransition?>(
            [.. admitted.Select(way => (VersionTransition?)way)]))), length)
        let versions = Made(rule, [.. terms], [.. isSame], First([.. days], asOf, isMonth, reach), isOpen,
            KinderOnce([.. transitions]))
        from facts in Gen.ListOf(Gen.Elements(versions).SelectMany(version => fact(version.Terms, asOf, reach)), count)
        select new HistoryCase<TFact>(new(versions), asOf, [.. facts]);

    public override string ToString() =>
        $"{Facts.Count} facts as of {AsOf:yyyy-MM-dd} under {string.Join(Environment.NewLine, History.Versions.Select(v => v.Terms))}";

    /// <summary>One version of a rule may be the kinder one.</summary>
    private static VersionTransition?[] KinderOnce(VersionTransition?[] transitions)
    {
        var kinder = Array.LastIndexOf(transitions, VersionTransition.Kinder);
        return [.. transitions.Select((way, i) => way == VersionTransition.Kinder && i != kinder ? VersionTransition.ByStart : way)];
    }

    /// <summary>First days, each of its own, the earliest first; some the first of a month, as most policies change.</summary>
    private static DateOnly[] First(int[] days, DateOnly asOf, bool isMonth, Reach reach)
    {
        DateOnly[] first = [.. days.Select(day => Dates.Shift(asOf, day, reach)).Select(day => isMonth ? new(day.Year, day.Month, 1) : day).Distinct().Order()];
        return first;
    }

    private static Policy[] Made(
        string rule, PolicyTerms[] terms, bool[] isSame, DateOnly[] first, bool isOpen, VersionTransition?[] transitions)
    {
        List<Policy> versions = [];
        var isOnceEnded = transitions.Contains(VersionTransition.ByDays) && transitions.Contains(VersionTransition.ByEvaluationDate);
        for (var i = 0; i < first.Length; i++)
        {
            var own = i > 0 && isSame[i] ? versions[i - 1].Terms : terms[i];

            // "Versions of which one is kinder, or goes by days, judge running periods alike."
            if (transitions.Contains(VersionTransition.ByDays) || transitions.Contains(VersionTransition.Kinder))
                own = own.With(own.PerformancePay with { Judged = isOnceEnded ? PeriodJudgement.OnceEnded : terms[0].PerformancePay.Judged });

            // "Which of two lines pays more is another question for each fact", and "amounts of different currencies are not added up or compared".
            if (transitions.Contains(VersionTransition.ByDays) || transitions.Contains(VersionTransition.Kinder))
                own = own.With(PayTables.WithoutMoney(own.PerformancePay));

            if (transitions.Contains(VersionTransition.Kinder))
                own = own.With(PayTables.WithoutLines(own.PerformancePay));

            versions.Add(new((own with { Version = $"v{i + 1}", EffectiveFrom = i == 0 && isOpen ? null : first[i] })
                .With(new TransitionTerms().With(rule, transitions[i]))));
        }

        return [.. versions];
    }
}
