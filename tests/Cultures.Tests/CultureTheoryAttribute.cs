namespace AccountRules.Cultures.Tests;

/// <summary>A test under real cultures, which is left out, with the reason, where the library ICU is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CultureTheoryAttribute : TheoryAttribute
{
    public CultureTheoryAttribute() => Skip = Cultured.LeftOut;
}
