using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Tests.Docs;

/// <summary>
/// A page of docs/rules: what the handbook says of a rule, its facts with what their properties say of themselves, and an example that was run.
/// </summary>
internal static partial class RulePage
{
    private const string Sample = "samples/northwind --policy samples/northwind/policy.json --as-of 1998-07-20";
    private const int Width = 110;

    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(Policy).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Properties =
        (from type in typeof(Policy).Assembly.GetExportedTypes()
         where type.Name.EndsWith("Declaration", StringComparison.Ordinal)
         from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
         where method.Name.StartsWith("get_", StringComparison.Ordinal) && method.ReturnType.IsAssignableTo(typeof(Rule))
             && method.GetParameters() is [{ ParameterType: var of }] && of == typeof(Policy)
         select KeyValuePair.Create(((Rule)method.Invoke(null, [Policy.Default])!).Id, $"`policy.{method.Name[4..]}`, of type `{NameOf(method.ReturnType)}`"))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The page of a rule.</summary>
    public static string Of(Rule rule, Tool tool)
    {
        var text = new StringBuilder(Handbook(rule, tool));
        text.Append("\n## Facts\n");
        foreach (var shape in rule.FactShapes)
            AppendFacts(text, shape);

        text.Append(CultureInfo.InvariantCulture, $"\n## Example\n\nIn code it is {Properties[rule.Id]}. On the command line:\n\n");
        var command = $"assess {Sample} --rule {rule.Id} --limit 5";
        text.Append(CultureInfo.InvariantCulture, $"```\naccountrules {command}\n```\n\n```\n{Run(tool, command).TrimStart('\n')}```\n");
        return text.ToString();
    }

    /// <summary>The index of the pages.</summary>
    public static string Index()
    {
        var text = new StringBuilder(
            """
            # The rules

            What each rule of the documents says, how it is read, on which facts, with which terms, and why a fact may have no band. What it says under your
            policy is written by `accountrules policy show policy.json --rule ID`.

            | rule | says | source | facts | open until set |
            |---|---|---|---|---|

            """);
        foreach (var rule in Policy.Default.Rules)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [`{rule.Id}`]({rule.Id}.md) | {rule.Info.Says} | {rule.Info.Citation} | {string.Join(", ", rule.FactShapes.Select(s => $"`{s.Name}`"))} | "
                + $"{string.Join(", ", (rule.Info.NotSet ?? rule.Info.NotSetForSome ?? "").Split(", ").Where(t => t.Length > 0).Select(t => $"`{t}`"))} |\n");
        }

        return text.Append(
            """

            Of every rule: a fact that came before is undetermined by `Duplicate`, and what hangs on a row that could not be read by `Unreadable`. Where the
            policy says from when on it is in force, a fact from before then is not applicable by `BeforePolicy`.

            These pages are made of the rules' declarations, of what the facts say of themselves, and of the
            [sample data](../../samples/northwind/ATTRIBUTION.md). A test compares them; where a change is meant, it records them:

            ```
            ACCOUNTRULES_ACCEPT=1 dotnet test tests/AccountRules.Cli.Tests --filter RulePageTests
            ```

            """).ToString();
    }

    /// <summary>What the handbook says: of a rule that the documents leave open, with the bands and causes that it has by the sample's numbers.</summary>
    private static string Handbook(Rule rule, Tool tool)
    {
        var page = tool.Run("policy", "show", "--rule", rule.Id).Out;
        if (rule.Info.NotSet is null)
            return page;

        var sample = tool.Run("policy", "show", Path.Combine(Tool.Northwind, "policy.json"), "--rule", rule.Id).Out;
        return string.Join(
            "\n\n",
            [
                .. Parts(page).Where(part => !part.StartsWith("| Outcome", StringComparison.Ordinal) && !part.StartsWith("| Cause", StringComparison.Ordinal)),
                "With the numbers of the sample:", .. Parts(sample).Where(part => part[0] == '|'),
            ]) + "\n";

        static string[] Parts(string text) => text.TrimEnd().Split("\n\n");
    }

    private static void AppendFacts(StringBuilder text, FactShape shape)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n`{shape.FactType.Name}`: {Summary($"T:{shape.FactType}")} {Summary($"P:{shape.FactType}.Shape")}\n\n")
            .Append("| column | is | in a file |\n|---|---|---|\n");
        foreach (var column in FactKind.Of(Policy.Default.Rules).Single(k => k.Name == shape.Name).Columns)
        {
            var says = Summary($"P:{shape.FactType.GetProperty(column.Name)!.DeclaringType}.{column.Name}");
            text.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {says} | {Allowed(column, shape)} |\n");
        }
    }

    /// <summary>As the reader takes it: what is no text and no choice is read as a blank only where it may be <c>null</c>.</summary>
    private static string Allowed(Column column, FactShape shape) =>
        column.IsOptional ? "may be left out"
        : column.IsIdentity || shape.FactType.GetProperty(column.Name)!.PropertyType is { IsValueType: true, IsEnum: false } type
            && Nullable.GetUnderlyingType(type) is null ? "needed"
        : "may be blank";

    private static string Summary(string member)
    {
        var text = string.Concat(Members[member].Element("summary")!.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c", Value: "null" } => "blank",
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement see => $"`{((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword"))!.Split('(')[0].Split('.')[^1]}`",
            _ => node.ToString(),
        }));
        return Blanks().Replace(text, " ").Trim().Replace(" Immutable; equal by value.", "", StringComparison.Ordinal);
    }

    private static string Run(Tool tool, string command)
    {
        var result = tool.Run(
            t => t with { Width = Width }, [.. command.Split(' ').Select(word => word.Replace("samples/northwind", Tool.Northwind, StringComparison.Ordinal))]);
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        return result.Out;
    }

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
