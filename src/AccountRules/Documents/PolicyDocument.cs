using System.Text;

namespace AccountRules.Documents;

/// <summary>The policy document: a policy as JSON, and its JSON Schema. All members are safe for use by many threads.</summary>
public static class PolicyDocument
{
    /// <summary>Reads a policy document; says all of its problems instead of throwing.</summary>
    /// <param name="utf8">The JSON text; comments are allowed. In UTF-8, or in UTF-16 or UTF-32 with a byte order mark, as some editors write it.</param>
    /// <param name="problems">All problems, in the order of the document; empty where it can be used.</param>
    /// <param name="rules">The rules whose terms the document may hold; those of the documents unless given.</param>
    /// <returns>The policy; <c>null</c> where there is a problem.</returns>
    public static Policy? Read(ReadOnlySpan<byte> utf8, out IReadOnlyList<PolicyProblem> problems, RuleCatalogue? rules = null) =>
        Read(utf8, rules, isConfiguration: false, out problems);

    /// <summary>A policy as a document, which read again gives an equal policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="withComments">Whether each term is described by a comment before it.</param>
    public static string Write(Policy policy, bool withComments = false)
    {
        Policy.CheckIsSingle(policy, "A policy document");
        return DocumentWriter.Write(policy.Terms, withComments);
    }

    /// <summary>The JSON Schema of the document, made from the terms of its rules.</summary>
    /// <param name="rules">The rules whose terms a document may hold; those of the documents unless given.</param>
    public static string Schema(RuleCatalogue? rules = null) => DocumentSchema.Write(rules ?? RuleCatalogue.Documents);

    internal static Policy? Read(ReadOnlySpan<byte> utf8, RuleCatalogue? rules, bool isConfiguration, out IReadOnlyList<PolicyProblem> problems)
    {
        utf8 = WithoutMark(utf8);
        var reader = new DocumentReader(rules ?? RuleCatalogue.Documents, isConfiguration);
        var terms = reader.Read(utf8);
        reader.Check(terms, utf8);
        problems = reader.Problems.Count == 0 ? reader.Problems : InOrder(reader.Problems);
        return problems.Count == 0 ? new(terms) : null;
    }

    /// <summary>What the document says in them is shown on one line, and steers no terminal or log.</summary>
    private static PolicyProblem[] InOrder(List<PolicyProblem> problems) =>
        [.. problems.OrderBy(p => p.Line).Select(p => p with { Path = Visible.Text(p.Path), Found = Visible.Text(p.Found) })];

    /// <summary>The text in UTF-8: a byte order mark says which encoding a document is in, and is not part of it.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> document)
    {
        if (document.StartsWith(Encoding.UTF8.Preamble))
            return document[Encoding.UTF8.Preamble.Length..];

        if (document.IsEmpty || document[0] is not (0xFE or 0xFF or 0))
            return document;   // most are, and should not wait for tables of other encodings

        foreach (var encoding in (Encoding[])[
            Encoding.UTF32, new UTF32Encoding(bigEndian: true, byteOrderMark: true), Encoding.Unicode, Encoding.BigEndianUnicode,
        ])
        {
            if (document.StartsWith(encoding.Preamble))
                return Encoding.Convert(encoding, Encoding.UTF8, document[encoding.Preamble.Length..].ToArray());
        }

        return document;
    }
}
