using System.Globalization;

namespace AccountRules.Tests.Languages;

/// <summary>Tests run without the cultures of the system: this one has a name, which is all that is asked.</summary>
internal sealed class NamedCulture(string name) : CultureInfo("")
{
    public override string Name => name;
}
