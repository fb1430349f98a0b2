namespace AccountRules;

/// <summary>A rule's section as a term of the whole policy.</summary>
internal sealed class SectionTerm : Term
{
    public SectionTerm(TermSection section, string description)
        : base(section.Name, TermKind.Section, description) => Section = section;

    internal override object ValueOf(object terms) => ((PolicyTerms)terms).Of(Section!);

    internal override object With(object terms, object? value) => ((PolicyTerms)terms).With(Section!, value!);
}
