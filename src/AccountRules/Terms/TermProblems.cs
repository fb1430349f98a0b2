using AccountRules.Wording;

namespace AccountRules;

/// <summary>Takes what is wrong between the terms of a section, and what is hardly meant. For one thread at a time.</summary>
public sealed class TermProblems
{
    private readonly List<TermProblem> found = [];
    private readonly List<PolicyRemark> remarks = [];
    private string section = "";

    internal TermProblems(PolicyTerms policy) => Policy = policy;

    /// <summary>All terms of the policy, for terms that rest on those of another section.</summary>
    public PolicyTerms Policy { get; }

    internal List<TermProblem> Found => found;

    internal IReadOnlyList<PolicyRemark> Remarks => remarks;

    /// <summary>Adds a problem.</summary>
    /// <param name="term">The term's name, or its path from the section on, such as <c>bands[2].above</c>.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed, and how to mend it.</param>
    /// <param name="dependsOn">Another term that the problem rests on, if any: where that one could not be read, the problem is not told.</param>
    public void Add(string term, string found, string allowed, string? dependsOn = null) =>
        this.found.Add(new($"{section}.{term}", found, allowed, dependsOn is null ? null : $"{section}.{dependsOn}"));

    /// <summary>Adds a number that does not go with another term of the section.</summary>
    /// <param name="term">The term's name.</param>
    /// <param name="found">Its value.</param>
    /// <param name="relation">How it must stand to the other, such as <c>at most</c>.</param>
    /// <param name="other">The other term's name.</param>
    /// <param name="value">The other term's value.</param>
    public void AddBeside(string term, decimal found, string relation, string other, decimal value) =>
        Add(term, Texts.Number(found), $"{relation} {other}, which is {Texts.Number(value)}", other);

    /// <summary>Adds what can be used, and is hardly meant: <see cref="Policy.Remarks"/>.</summary>
    /// <param name="term">The term's name, or its path from the section on, such as <c>bands[2].factor</c>.</param>
    /// <param name="says">What is there, and what to look at, in one sentence without its full stop.</param>
    public void Remark(string term, string says) => remarks.Add(new($"$.{section}.{term}", Visible.Text(says)));

    /// <summary>Adds what is wrong with the name of an item of a list: it is what tells items apart.</summary>
    internal void CheckName(string name, IEnumerable<string> before, string path, string what)
    {
        if (string.IsNullOrWhiteSpace(name))
            Add(path, "an empty name", $"the {what}'s name");
        else if (Ids.Problem(name) is { } allowed)
            Add(path, $"`{name}`", allowed);
        else if (before.Contains(name, StringComparer.Ordinal))
            Add(path, $"`{name}` again", $"a name that no other {what} has");
    }

    /// <summary>Adds that the weights of a list do not add up; one that is out of its own range is told apart, and has no part in a sum.</summary>
    internal void CheckWeights(IEnumerable<decimal> weights, string path)
    {
        decimal[] all = [.. weights];
        if (all.Length > 0 && Array.TrueForAll(all, weight => weight is > 0 and <= 1) && all.Sum() is var sum and not 1)
            Add(path, $"weights that add up to {Texts.Number(sum)}", "weights that add up to exactly 1, such as 0.6 and 0.4");
    }

    internal TermProblems In(string name)
    {
        section = name;
        return this;
    }
}
