namespace AccountRules.Cli.Input;

/// <summary>Where in a file something stands.</summary>
/// <param name="Text">As it follows the file's name in a message, such as <c>:12:3: OrderedOn</c>.</param>
/// <param name="Line">The line, from 1; <c>null</c> where it is the file as a whole.</param>
/// <param name="Column">The character on the line, from 1; <c>null</c> where it is not known, as of a CSV file, whose messages count fields.</param>
/// <param name="Name">What stands there, such as <c>OrderedOn</c>; empty where it has no name.</param>
internal readonly record struct FilePlace(string Text, long? Line = null, long? Column = null, string Name = "");
