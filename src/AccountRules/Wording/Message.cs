using System.Text;

namespace AccountRules.Wording;

/// <summary>
/// What people read, in the language that is being spoken: the English sentence in the code is the message, and what is written into it are its arguments.
/// Whatever a reason is made of goes through here, so that a test finds every message in the source.
/// </summary>
internal static class Message
{
    /// <summary>A sentence or a part of one.</summary>
    /// <param name="message">The English sentence, with what is written into it.</param>
    public static string Of(ref MessageHandler message) => message.ToStringAndClear();

    /// <summary>A word or a sentence without arguments.</summary>
    /// <param name="message">The English.</param>
    public static string Text(string message) => Language.Spoken?.Text(message) ?? message;

    /// <summary>A message with its numbered places filled in.</summary>
    public static string Fill(string message, IReadOnlyList<string> arguments)
    {
        var text = new StringBuilder(message.Length + 32);
        for (var i = 0; i < message.Length; i++)
        {
            if (message[i] == '{' && i + 2 < message.Length && message[i + 2] == '}' && message[i + 1] - '0' is var place and >= 0 && place < arguments.Count)
                (_, i) = (text.Append(arguments[place]), i + 2);
            else
                text.Append(message[i]);
        }

        return text.ToString();
    }
}
