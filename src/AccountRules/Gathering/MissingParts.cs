namespace AccountRules.Gathering;

/// <summary>The parts of a group that never came.</summary>
/// <param name="Names">Their names, such as <c>calls and sales</c>.</param>
/// <param name="Count">How many they are; each is in the group's tally.</param>
internal sealed record MissingParts(string Names, int Count);
