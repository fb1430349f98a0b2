namespace AccountRules;

/// <summary>
/// The bare outcome of a rule for one fact, 4 bytes: the standing with the grade's index or the cause why there is none.
/// Texts and dates are read from the <see cref="Assessment"/>. Immutable; equal by value.
/// </summary>
public readonly record struct Verdict
{
    private readonly short code;

    internal Verdict(short code, Standing standing, bool isProvisional) => (this.code, Standing, IsProvisional) = (code, standing, isProvisional);

    /// <summary>The standing.</summary>
    public Standing Standing { get; }

    /// <summary>Whether the fact's period has begun and has not ended, so that this may yet be another; see <see cref="Assessment.IsProvisional"/>.</summary>
    public bool IsProvisional { get; }

    /// <summary>The index of the grade in <see cref="Rule.Grades"/>; negative where the fact has none.</summary>
    public int Grade => code;

    /// <summary>Why the fact has no grade; <see cref="Cause.None"/> where it has one.</summary>
    public Cause Cause => code < 0 ? Cause.At(-code) : Cause.None;
}
