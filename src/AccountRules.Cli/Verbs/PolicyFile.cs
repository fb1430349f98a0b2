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
            throw new StopException(ExitCode.PolicyInvalid, [.. e.Problems.Select(p => Line(path, p))]);
        }
    }

    private static string Line(string path, PolicyProblem problem)
    {
        var line = problem.Line is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $":{number}") : "";
        return $"{path}{line}: {problem.Path}: found {problem.Found}; allowed: {problem.Allowed}.";
    }
}
