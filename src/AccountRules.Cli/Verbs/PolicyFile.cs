using System.Globalization;
using AccountRules.Cli.Builds;

namespace AccountRules.Cli.Verbs;

/// <summary>Reads a policy document; what is wrong with it ends the run, each problem on a line.</summary>
internal static class PolicyFile
{
    /// <summary>The policy of a file, the history of a folder or of a file with several versions, or the documents' own policy where there is none.</summary>
    /// <param name="option">The option or argument that names the file, as it is typed or called.</param>
    /// <param name="path">The file or folder, if any.</param>
    /// <exception cref="StopException">A document cannot be used.</exception>
    public static Policy Read(string option, string? path)
    {
        if (path is null)
            return Policy.Default;

        try
        {
            var policy = Policy.Read(Words.Path(option, path, "the file of a policy document, or a folder with one for each version"));

            // How it takes over from a version before is asked by a history alone, and wrong or right all the same.
            return policy is PolicyHistory || policy.Terms.Transition == new TransitionTerms() ? policy : new PolicyHistory([policy]).Versions[0];
        }
        catch (PolicyException e)
        {
            Finding[] findings = [.. e.Problems.Select(p => Problem(p.File is { } file ? Path.Combine(path, file) : path, p))];
            throw new StopException(ExitCode.PolicyInvalid, [.. findings.Select(f => f.ToString())]) { Findings = findings };
        }
    }

    /// <summary>The policy where it must be a single version.</summary>
    /// <param name="option">The option or argument that names the file, as it is typed or called.</param>
    /// <param name="path">The file, if any.</param>
    /// <exception cref="StopException">The document cannot be used, or there are several versions.</exception>
    public static Policy ReadOne(string option, string? path) => Read(option, path) switch
    {
        PolicyHistory { Versions: [var only] } => only,
        PolicyHistory history => throw new StopException(
            ExitCode.Usage, $"{path}: found {history.Versions.Count.ToString(CultureInfo.InvariantCulture)} versions "
            + $"({string.Join(", ", history.Versions.Select(v => Visible.Text(v.Version)))}); "
            + $"allowed: a single one: give the file of that version as {option}."),
        var policy => policy,
    };

    private static Finding Problem(string path, PolicyProblem problem)
    {
        var line = problem.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        return new(FindingRule.PolicyDocument, FindingKind.Problem, problem.Path, $"found {problem.Found}; allowed: {problem.Allowed}.")
        {
            File = path,
            Place = new($"{line}: {problem.Path}", problem.Line, Name: problem.Path),
        };
    }
}
