using System.Globalization;
using System.Text;

namespace AccountRules.Testing;

/// <summary>What became of the mutants of a policy: how good its tests are. Immutable and safe for use by many threads.</summary>
public sealed class PolicyMutationResult
{
    private readonly Baseline baseline;

    internal PolicyMutationResult(
        Policy policy, IReadOnlyList<MutantResult> mutants, Baseline baseline, PolicyCoverage coverage, TimeSpan took) =>
        (Policy, Mutants, this.baseline, Coverage, Took) = (policy, mutants, baseline, coverage, took);

    /// <summary>The policy.</summary>
    public Policy Policy { get; }

    /// <summary>Every mutant, in the order of the document.</summary>
    public IReadOnlyList<MutantResult> Mutants { get; }

    /// <summary>The mutants that no check noticed.</summary>
    public IReadOnlyList<MutantResult> Survivors => field ??= [.. Mutants.Where(m => m.Fate == MutantFate.Survived)];

    /// <summary>How many mutants a check noticed.</summary>
    public int Killed => Mutants.Count(m => m.Fate == MutantFate.Killed);

    /// <summary>How many mutants change no outcome, and do not count.</summary>
    public int Equivalent => Mutants.Count(m => m.Fate == MutantFate.Equivalent);

    /// <summary>The share of the mutants that count which a check noticed, 1 being all; 1 where none counts.</summary>
    public decimal Score => Killed + Survivors.Count is var all and > 0 ? (decimal)Killed / all : 1;

    /// <summary>The checks that were run.</summary>
    public IReadOnlyList<string> Checks => field ??= [.. baseline.Checks.Select(c => c.Check.Name)];

    /// <summary>The checks that were left out, with the reason (<see cref="PolicyCheck.WhyNotRun"/>).</summary>
    public IReadOnlyList<PolicyCheck> NotRun => baseline.NotRun;

    /// <summary>The checks that passed without asking for the policy: no mutant can make them fail.</summary>
    public IReadOnlyList<string> NotAsking => baseline.NotAsking;

    /// <summary>What the checks reached, of what they handed to <see cref="PolicyAssert"/> while they ran on the policy itself.</summary>
    public PolicyCoverage Coverage { get; }

    /// <summary>How long it took, <see cref="BaselineTook"/> included.</summary>
    public TimeSpan Took { get; }

    /// <summary>How long the run on the policy itself took.</summary>
    public TimeSpan BaselineTook => baseline.Took;

    /// <summary>Fails where fewer mutants were noticed than this.</summary>
    /// <param name="share">The least score, 1 being all; the share itself is enough.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    /// <exception cref="PolicyAssertException">The score is less; the message names every survivor.</exception>
    public PolicyMutationResult AtLeast(decimal share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        return Killed >= share * (Killed + Survivors.Count) ? this : throw new PolicyAssertException(
            $"The tests notice {Summary}; at least {Percent(share)} is asked for.\n{string.Join('\n', Survivors)}");
    }

    /// <summary>The score, the survivors, what was left out and what the tests reached, as text of several lines.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Policy}: the tests notice {Summary}.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Checks.Count} tests in {BaselineTook.TotalSeconds:0.0} s; {Mutants.Count} mutants in {(Took - BaselineTook).TotalSeconds:0.0} s");
        text.Append(CultureInfo.InvariantCulture, $", {Mutants.Count / (Took - BaselineTook).TotalSeconds:0} a second; {Equivalent} change no outcome.\n");
        foreach (var line in Survivors.Select(s => s.ToString()).Concat(NotRun.Select(c => $"left out: {c.Name} {c.WhyNotRun}")))
            text.Append(line).Append('\n');

        if (NotAsking.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"{NotAsking.Count} tests do not ask for the policy under test, such as {NotAsking[0]}\n");

        return text.Append(Coverage).ToString();
    }

    private string Summary => $"{Killed} of {Killed + Survivors.Count} mutants, {Percent(Score)}";

    private static string Percent(decimal share) => string.Create(CultureInfo.InvariantCulture, $"{decimal.Floor(share * 1000) / 10:0.#} %");
}
