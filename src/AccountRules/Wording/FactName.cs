namespace AccountRules.Wording;

/// <summary>How a sentence begins: what kind of fact it is about, and what tells that fact from others. Written into the sentence like a phrase.</summary>
/// <param name="Noun">What facts are called.</param>
/// <param name="Part">Its part, if facts have one.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Period">Its period, if facts have one.</param>
internal readonly record struct FactName(string Noun, string? Part, string Subject, Period? Period)
{
    public static implicit operator string(in FactName name) => name.ToString();

    public override string ToString()
    {
        if (Language.Spoken is not null)
            return Said;

        var text = new TextBuffer();
        WriteTo(ref text);
        return text.ToStringAndClear();
    }

    /// <summary>Writes it in English.</summary>
    public void WriteTo(ref TextBuffer text)
    {
        text.Add(Noun);
        if (Part is not null)
        {
            text.Add(" ");
            text.Add(Part);
            text.Add(" of");
        }

        text.Add(" ");
        text.Add(Subject.Length == 0 ? "none" : Subject);
        if (Period is not { } period)
            return;

        text.Add(" in ");
        text.Add(period);
    }

    /// <summary>The same in another language than English.</summary>
    private string Said => (Part, Period) switch
    {
        (null, null) => Message.Of($"{Message.Text(Noun)} {SubjectOrNone}"),
        (null, { } period) => Message.Of($"{Message.Text(Noun)} {SubjectOrNone} in {period}"),
        ({ } part, null) => Message.Of($"{Message.Text(Noun)} {part} of {SubjectOrNone}"),
        ({ } part, { } period) => Message.Of($"{Message.Text(Noun)} {part} of {SubjectOrNone} in {period}"),
    };

    private string SubjectOrNone => Subject.Length == 0 ? Message.Text("none") : Subject;
}
