namespace AccountRules.Changes;

/// <summary>A rule that cannot be read as questions and answers, or asks more than can be told.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
