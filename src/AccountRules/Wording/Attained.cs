namespace AccountRules.Wording;

/// <summary>What a fact attained or has: written into the sentence like a phrase.</summary>
/// <param name="isRatio">Whether it attained a ratio; otherwise it has an amount, days or the like.</param>
/// <param name="value">The ratio or amount.</param>
/// <param name="after">What follows it, such as a currency.</param>
internal readonly struct Attained(bool isRatio, in Phrase value, string after)
{
    private readonly bool isRatio = isRatio;
    private readonly Phrase value = value;
    private readonly string after = after;

    /// <summary>Where lower is better, and there is no end to the ratio.</summary>
    public static Attained WithoutEnd => new(isRatio: false, default, after: "");

    public static implicit operator string(in Attained attained) => attained.ToString();

    private bool HasNoEnd => value.IsDefault;

    public override string ToString() => HasNoEnd ? Message.Text("has an actual of 0 or less where lower is better")
        : isRatio ? Message.Of($"attained {value}{after}")
        : Message.Of($"has {value}{after}");

    /// <summary>Writes it in English.</summary>
    public void WriteTo(ref TextBuffer text)
    {
        if (HasNoEnd)
        {
            text.Add("has an actual of 0 or less where lower is better");
            return;
        }

        text.Add(isRatio ? "attained " : "has ");
        value.WriteTo(ref text);
        text.Add(after);
    }
}
