namespace AccountRules.Testing;

/// <summary>
/// A test of a policy has failed. It is this package's own, so that any test framework takes it as a failure; the message says what was expected and what was
/// found.
/// </summary>
/// <param name="message">The message.</param>
public sealed class PolicyAssertException(string message) : Exception(message);
