using System.Security.Cryptography;
using System.Text;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes statements of pay into a folder, a file for each employee.</summary>
/// <param name="folder">The folder, which is made where it is not there.</param>
/// <param name="isHtml">Whether they are pages of HTML; otherwise they are Markdown.</param>
/// <param name="employees">All employees in the files that were read: a file's name is the same whichever of them are asked for.</param>
/// <param name="terminal">Where the run writes all else.</param>
internal sealed class StatementFiles(string folder, bool isHtml, IEnumerable<string> employees, Terminal terminal)
{
    private const int LongestName = 120;
    private static readonly string[] OfDevices = ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(i => (string[])[$"com{i}", $"lpt{i}"])];
    private readonly Dictionary<string, string> names = NamesOf(employees);

    /// <summary>Writes the statements.</summary>
    /// <param name="lines">The lines of all employees.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="inputs">The files that were read.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="StopException">One cannot be written.</exception>
    public int Write(IReadOnlyList<PayLine> lines, PayRequest request, IReadOnlyList<FactFile> inputs)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Failed, $"{folder}: cannot be made: {e.Message.TrimEnd('.')}.");
        }

        var each = lines.GroupBy(line => line.Assessment.Subject, StringComparer.Ordinal).ToArray();
        foreach (var own in each)
        {
            using var file = OutputFile.Open(
                "--statements", Path.Combine(folder, names[own.Key] + (isHtml ? ".html" : ".md")), inputs, terminal);
            Write(own.Key, [.. own], request, file.Terminal);
            file.Place();
        }

        return each.Length;
    }

    private void Write(string employee, IReadOnlyList<PayLine> lines, PayRequest request, Terminal there)
    {
        var basis = $"As of {request.AsOf:yyyy-MM-dd}, by the policy {request.Policy.Name}, {Shown.Versions(request.Policy)}.";
        using var text = there.OutText();
        if (isHtml)
        {
            var html = new HtmlPage(text);
            html.Write($"Pay of {employee}", $"Pay of {employee}", basis, "h2 { margin-top: 26px; } table { margin-bottom: 8px; }\n", () =>
                new PayStatement(Page.Html(html)).Write(lines));
            return;
        }

        text.Write($"# {Documents.Markdown.Text($"Pay of {employee}")}\n\n");
        new PayStatement(Page.Markdown(text)).Write(lines);
        text.Write($"{Documents.Markdown.Text(basis)}\n");
    }

    /// <summary>Where file systems do not tell capitals, two ids that differ in nothing else would be one file.</summary>
    private static Dictionary<string, string> NamesOf(IEnumerable<string> employees)
    {
        Dictionary<string, string> named = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (var employee in employees.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            named.Add(employee, NameOf(employee) is var name && taken.Add(name) ? name : Short(Escaped(employee, char.IsAsciiDigit), employee));

        return named;
    }

    /// <summary>A name that every file system has for the id: letters, digits, dashes and underscores are as they are, all else is as in an address.</summary>
    private static string NameOf(string employee)
    {
        var name = Escaped(employee, char.IsAsciiLetterOrDigit);
        return Short(OfDevices.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"%{(int)name[0]:X2}{name[1..]}" : name, employee);
    }

    private static string Short(string name, string employee) => name.Length <= LongestName ? name
        : $"{name[..LongestName]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(employee)))[..16]}";

    private static string Escaped(string text, Func<char, bool> isKept) => string.Concat(Encoding.UTF8.GetBytes(text)
        .Select(b => b < 128 && (isKept((char)b) || (char)b is '-' or '_') ? ((char)b).ToString() : $"%{b:X2}"));
}
