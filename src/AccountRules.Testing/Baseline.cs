using System.Diagnostics;

namespace AccountRules.Testing;

/// <summary>The checks as they run on the policy itself: which pass, what they touch, which are left out.</summary>
internal sealed record Baseline(IReadOnlyList<TouchingCheck> Checks, IReadOnlyList<PolicyCheck> NotRun, IReadOnlyList<string> NotAsking, TimeSpan Took)
{
    public static Baseline Of(Policy policy, IReadOnlyList<PolicyCheck> checks, PolicyCoverage coverage)
    {
        var start = Stopwatch.GetTimestamp();
        List<TouchingCheck> touching = [];
        List<PolicyCheck> notRun = [.. checks.Where(c => c.WhyNotRun is not null)];
        List<string> failures = [], notAsking = [];
        foreach (var group in checks.Where(c => c.WhyNotRun is null).GroupBy(c => c.Group, StringComparer.Ordinal))
        {
            // A policy of their own shows which rules they ask for.
            var own = new Policy(policy.Terms);
            List<(PolicyCheck Check, TimeSpan Took)> asking = [];
            foreach (var check in group)
            {
                var (run, began) = (new TestRun(own, coverage), Stopwatch.GetTimestamp());
                switch (Failure(check, run))
                {
                    case NestedRunException:
                        notRun.Add(PolicyCheck.NotRun(check.Name, "runs the mutants itself"));
                        break;
                    case { } failure:
                        failures.Add($"{check.Name}: {failure.Message}");
                        break;
                    case null when check.TakesPolicy || run.WasAsked:
                        asking.Add((check, Stopwatch.GetElapsedTime(began)));
                        break;
                    default:
                        notAsking.Add(check.Name);
                        break;
                }
            }

            string[] ids = [.. own.RulesMade.Select(r => r.Id)];
            touching.AddRange(asking.Select(a => new TouchingCheck(a.Check, ids, a.Took)));
        }

        if (failures.Count > 0)
            throw new PolicyAssertException($"{failures.Count} checks fail on the policy itself; mend them first:\n{string.Join('\n', failures)}");

        if (touching.Count == 0)
        {
            throw new PolicyAssertException(
                "No check asks for the policy: give some that take it, or test methods that read PolicyUnderTest.Current while they run"
                + $"{(notRun.Count > 0 ? $"; left out: {string.Join("; ", notRun.Select(c => $"{c.Name} ({c.WhyNotRun})"))}" : "")}.");
        }

        return new([.. touching.OrderBy(c => c.Took)], notRun, notAsking, Stopwatch.GetElapsedTime(start));
    }

    private static Exception? Failure(PolicyCheck check, TestRun run)
    {
        try
        {
            PolicyUnderTest.With(run, () => check.Check(run.Policy));
            return null;
        }
#pragma warning disable CA1031 // Any failure of the check is told.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }
    }
}
