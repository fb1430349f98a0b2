namespace AccountRules.Cli.Input;

/// <summary>A file cannot be read any further; other files can.</summary>
internal sealed class FileFailedException(string message) : Exception(message);
