using System.Globalization;
using AccountRules.Cli.Builds;

namespace AccountRules.Cli.Verbs;

/// <summary>Reads a policy document; what is wrong with it ends the run, each problem on a line.</summary>
internal static class PolicyFile
{
    /// <summary>The policy of a file, or the documents' own where there is none.</summary>
    /// <param name="option">The option or argument that names the file, as it is typed or called.</param>
    /// <param name="path">The file, if any.</param>
    /// <exception cref="StopException">The document cannot be used.</exception>
    public static Policy Read(string option, string? path)
    {
        if (path is null)
            return Policy.Default;

        try
        {
            return Policy.Read(Words.Path(option, path, "the file of a policy document"));
        }
        catch (PolicyException e)
        {
            Finding[] findings = [.. e.Problems.Select(p => Problem(path, p))];
            throw new StopException(ExitCode.PolicyInvalid, [.. findings.Select(f => f.ToString())]) { Findings = findings };
        }
    }

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
