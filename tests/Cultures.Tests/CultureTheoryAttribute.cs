namespace AccountRules.Cultures.Tests;

/// <summary>A test under real cultures, which is left out, with the reason, where the library ICU is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CultureTheoryAttribute : TheoryAttribute
{
    public CultureTheoryAttribute()
    {
        if (Cultured.LeftOut is { } why)
        {
            Skip = $"Cultures are tried with ICU, and a process that needs it does not start here: {why} Install libicu (apt-get install libicu72). "
                + $"With {Cultured.Require}=1 the test fails instead of being left out.";
        }
    }
}
