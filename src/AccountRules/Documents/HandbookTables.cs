using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AccountRules.Wording;

namespace AccountRules.Documents;

/// <summary>The tables of the handbook.</summary>
internal static partial class HandbookTables
{
    public static string Outcomes(Rule rule)
    {
        var scales = rule.Categories.Count > 0 ? rule.Categories : [KeyValuePair.Create("", rule)];
        if (rule.Info.NotSet is not null || scales[0].Value.Scale is not { } first)
        {
            return Table(
                [Message.Text("Outcome"), Message.Text("Standing")],
                rule.Grades.Where(g => !g.IsProvisional).Select(g => new[] { Band(g.Band), Standing(g.Standing) }));
        }

        var isNeverClosed = first[0].WhileOpen is not null && scales[0].Value.Grades.Count == first.Count;
        var isDeadline = first[0].WhileOpen is not null && !isNeverClosed && rule.Unit == Unit.Days;
        var isOtherWhileRunning = !isDeadline && !isNeverClosed && scales.SelectMany(s => s.Value.Scale!).Any(b => b.WhileOpen is not null);
        var pays = scales.SelectMany(s => s.Value.Scale!).Any(b => b.Factor is not null);
        string[] Optional(bool isThere, params string[] cells) => isThere ? cells : [];
        return Table(
            [
                .. Optional(rule.Categories.Count > 0, Capital(Message.Text(rule.CategoryName))), Message.Text("Band"), Message.Text("Range"),
                .. Optional(isDeadline, Message.Text("While open"), Message.Text("Once closed")),
                .. Optional(isOtherWhileRunning, Message.Text("While the period runs"), Message.Text("Once it has ended")),
                .. Optional(!isDeadline && !isOtherWhileRunning, Message.Text("Standing")),
                .. Optional(pays, Message.Text("Pays"), Message.Text("Programme")),
            ],
            from each in scales
            let scale = each.Value.Scale!
            from i in Enumerable.Range(0, scale.Count)
            let band = scale[i]
            select (string[])
            [
                .. Optional(rule.Categories.Count > 0, Markdown.Text(each.Key)),
                Band(band.Name),
                Range(band.Cut, i + 1 < scale.Count ? scale[i + 1].Cut : null, rule.Unit!.Value, rule.UnitName),
                .. isDeadline || isOtherWhileRunning
                    ? new[] { Standing(isDeadline ? band.WhileOpen!.Value : each.Value.Grades[scale.Count + i].Standing), Standing(band.Standing) }
                    : [Standing(isNeverClosed ? band.WhileOpen!.Value : band.Standing)],
                .. Optional(pays, Pays(band, each.Value.Grades[i]), Markdown.Text(band.Programme ?? "")),
            ]);
    }

    /// <summary>How each group is paid, where there are several.</summary>
    public static string Payments(Rule rule) => Table(
        [
            Capital(Message.Text(rule.CategoryName)), Message.Text("Currency"), Message.Text("Factors apply to"), Message.Text("Rounded to"),
            Message.Text("At least"), Message.Text("At most"),
        ],
        rule.Payments.Select(pays => (string[])
        [
            pays.Key.Length == 0 ? Message.Text("any other") : Markdown.Text(pays.Key), Markdown.Text(pays.Value.Currency ?? ""),
            pays.Value.Kind == PayTableKind.Marginal ? Message.Text("what lies in each band") : Message.Text("the whole amount"),
            pays.Value.Increment is { } step ? Message.Of($"multiples of {Texts.Number(step)}")
                : Message.Of($"{pays.Value.Decimals} places"),
            Amount(pays.Value.AtLeast), Amount(pays.Value.AtMost),
        ]));

    private static string Band(string name) => Markdown.Text(Message.Text(name));

    private static string Standing(Standing standing) => Message.Text(standing.ToString());

    private static string Amount(decimal? amount) => amount is { } number ? Texts.AsWritten(number) : "";

    /// <summary>What a band pays; along a line up to its end, and in a marginal table of what lies in it.</summary>
    private static string Pays(Band band, Grade grade) => band.Factor is not { } factor ? ""
        : grade.Line is null ? Texts.Percent(factor)
        : band.FactorTo is { } to ? Message.Of($"{Texts.Percent(factor)} rising to {Texts.Percent(to)}")
        : Message.Of($"{Texts.Percent(factor)} of what lies in it");

    public static string Terms(TermSection section, object terms, bool withLists) => Table(
        [Message.Text("Term"), Message.Text("Value"), Message.Text("Meaning")],
        from pair in section.Terms.Zip(section.ValuesOf(terms))
        let term = pair.First
        where withLists || term.Kind != TermKind.Section
        select new[] { $"`{section.Name}.{term.Name}`", Value(term, pair.Second), Message.Text(term.Description) });

    /// <summary>The causes for which a fact has no band, with what a reason says of it; what differs from fact to fact is left out.</summary>
    public static string Causes(Rule rule) => Table(
        [Message.Text("Cause"), Message.Text("Standing"), Message.Text("The reason says that it")],
        RuleCauses.Of(rule).Select(cause => new[]
        {
            $"`{cause.Code}`", Standing(cause.Standing), Markdown.Text(Placeholders().Replace(Message.Text(cause.Words), "…")),
        }));

    [GeneratedRegex(@"\{\w+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholders();

    private static string Capital(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..];

    private static string Range(Cut? from, Cut? to, Unit unit, UnitName? name)
    {
        string At(Cut cut) => unit switch
        {
            Unit.Months => Message.Of($"{Texts.Number(cut.At)} full months"),
            Unit.Years => Message.Of($"{Texts.Number(cut.At)} full years"),
            _ => Markdown.Text(Texts.Measured(cut.At, unit, name)),
        };
        var lower = from is not { } f ? "" : f.Edge == Edge.From ? Message.Of($"from {At(f)}") : Message.Of($"above {At(f)}");
        var upper = to is not { } t ? "" : t.Edge == Edge.From ? Message.Of($"below {At(t)}") : Message.Of($"up to {At(t)}");
        return lower.Length + upper.Length == 0 ? Message.Text("all") : $"{lower} {upper}".Trim();
    }

    /// <summary>A term's value in words.</summary>
    public static string Value(Term term, object? value) => value switch
    {
        _ when term.IsUnset(value) => Message.Text("not set"),
        IEnumerable<object> items when term.Section is { } section =>
            items.Any() ? string.Join(", ", items.Select(item => Item(section, item))) : Message.Text("none"),
        decimal number => Texts.Number(number),
        IEnumerable<string> texts => texts.Any() ? Markdown.Text(string.Join(", ", texts)) : Message.Text("none"),
        IEnumerable<DateOnly> dates => dates.Any() ? string.Join(", ", dates.Select(date => (string)Texts.Date(date))) : Message.Text("none"),
        IEnumerable<int> choices when term.Kind == TermKind.Choice =>
            choices.Any() ? string.Join(", ", choices.Select(c => term.Choices[c])) : Message.Text("none"),
        DateOnly date => Texts.Date(date),
        IEnumerable<int> numbers => !numbers.Any() ? Message.Text("none") : string.Join(", ", numbers),
        int choice when term.Kind == TermKind.Choice => term.Choices[choice],
        _ => Markdown.Text(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>An item of a list of sections, such as <c>Low (above 0.35, factor 0.4)</c>.</summary>
    private static string Item(TermSection section, object item)
    {
        var parts = section.Terms.Zip(section.ValuesOf(item)).Where(p => p.Second is not null).ToArray();
        return $"{Value(parts[0].First, parts[0].Second)} ({string.Join(", ", parts[1..].Select(p => $"{p.First.Name} {Value(p.First, p.Second)}"))})";
    }

    /// <summary>A table of cells in Markdown; empty where it has no row.</summary>
    private static string Table(string[] header, IEnumerable<string[]> rows)
    {
        var (text, all) = (new StringBuilder(), rows.ToArray());
        if (all.Length == 0)
            return "";

        foreach (var row in (string[][])[header, [.. header.Select(_ => "---")], .. all])
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");

        return text.ToString();
    }
}
