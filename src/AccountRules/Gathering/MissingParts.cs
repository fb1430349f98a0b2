using AccountRules.Wording;

namespace AccountRules.Gathering;

/// <summary>The parts of a group that never came, each of which is in its tally.</summary>
/// <param name="Parts">The parts.</param>
internal sealed record MissingParts(TermList<string> Parts)
{
    /// <summary>Their names in a sentence, such as <c>calls and sales</c>.</summary>
    public string Names => Texts.Listed(Parts);
}
