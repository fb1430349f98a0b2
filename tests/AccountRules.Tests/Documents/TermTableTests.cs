using System.Collections;
using System.Reflection;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Documents;

/// <summary>Each record of terms has a section that states its terms, beside its properties: the two must not drift apart.</summary>
public class TermTableTests
{
    private static readonly TermSection[] All = [.. RuleCatalogue.Documents.Sections.SelectMany(WithItems).Distinct()];

    /// <summary>All but the one whose terms are the rules of the catalogue.</summary>
    public static TheoryData<string> Sections => [.. All.Where(s => !s.IsOfHistory).Select(s => s.RecordType.Name)];

    private static TermSection[] WithItems(TermSection section) =>
        [section, .. section.Terms.Select(t => t.Section).OfType<TermSection>().SelectMany(WithItems)];

    private static TermSection Of(string record) => All.Single(s => s.RecordType.Name == record);

    private static PropertyInfo Property(TermSection section, Term term) =>
        section.RecordType.GetProperty(char.ToUpperInvariant(term.Name[0]) + term.Name[1..])!;

    [Fact]
    public void Records_OfTheLibrary_HaveASectionEach() => Assert.Equal(
        typeof(PolicyTerms).Assembly.GetExportedTypes()
            .Where(t => t.Name.EndsWith("Terms", StringComparison.Ordinal) && t != typeof(PolicyTerms))
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal),
        All.Select(s => s.RecordType.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_OfARecord_HasEachOfItsPropertiesOnce(string name) => Assert.Equal(
        Of(name).RecordType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(p => p.Name)
            .Order(StringComparer.Ordinal),
        Of(name).Terms.Select(t => Property(Of(name), t).Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_OfARecord_HasTheTypesOfItsProperties(string name)
    {
        foreach (var term in Of(name).Terms)
        {
            var property = Property(Of(name), term);
            var type = term.IsList ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            var kind = (Nullable.GetUnderlyingType(type) ?? type) switch
            {
                var t when t == typeof(string) => TermKind.Text,
                var t when t == typeof(int) => TermKind.Whole,
                var t when t == typeof(decimal) => TermKind.Number,
                var t when t == typeof(DateOnly) => TermKind.Date,
                { IsEnum: true } => TermKind.Choice,
                _ => TermKind.Section,
            };
            Assert.Equal((kind, new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable), (term.Kind, term.IsOptional));
            if (kind == TermKind.Choice)
            {
                Assert.Equal(
                    Enum.GetValues(Nullable.GetUnderlyingType(type) ?? type).Cast<Enum>().Select(v => (v.ToString("D"), v.ToString().ToUpperInvariant())),
                    term.Choices.Select((choice, i) => ($"{i}", choice.ToUpperInvariant())));
            }

            if (kind == TermKind.Section)
                Assert.Equal(type, term.Section!.RecordType);
        }
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Term_OfARecord_ReadsItsPropertyAndSetsNoOther(string name)
    {
        var section = Of(name);
        var properties = section.Terms.Select(t => Property(section, t)).ToArray();
        for (var i = 0; i < properties.Length; i++)
        {
            var changed = section.Terms[i].With(section.Standard, Other(section.Terms[i], section.Standard));
            Assert.Equal([i], Enumerable.Range(0, properties.Length)
                .Where(other => !Same(properties[other].GetValue(section.Standard), properties[other].GetValue(changed))));
        }
    }

    [Fact]
    public void Record_TakenApartAndPutTogether_IsTheSame() => Prop.ForAll(
        Terms.Any(Reach.Full).ToArbitrary(),
        terms => RuleCatalogue.Documents.Root.With(RuleCatalogue.Documents.Root.ValuesOf(terms)).Equals(terms)).Check(Generated.Cases());

    [Fact]
    public void Term_OfEachSection_IsDescribed() =>
        Assert.All(All.SelectMany(s => s.Terms), term => Assert.EndsWith(".", term.Description, StringComparison.Ordinal));

    /// <summary>Another value of a term than the standard one.</summary>
    private static object Other(Term term, object standard) => (term.ValueOf(standard), term) switch
    {
        (IEnumerable list, { IsList: true, Section: { } item }) when !list.Cast<object>().Any() => new List<object> { item.Standard },
        (_, { IsList: true, Kind: TermKind.Section }) => new List<object>(),
        (_, { IsList: true, Kind: TermKind.Text }) => new List<object> { "x" },
        (_, { IsList: true, Kind: TermKind.Date }) => new List<object> { new DateOnly(2026, 5, 1) },
        (_, { IsList: true }) => new List<object> { 4 },
        (int value, _) => value + 1,
        (decimal value, _) => value + 1,
        (string value, _) => value + "x",
        (null, { Kind: TermKind.Text }) => "x",
        (null, { Kind: TermKind.Date }) => new DateOnly(2026, 5, 1),
        (null, { Kind: TermKind.Whole or TermKind.Choice }) => 1,
        (null, { Kind: TermKind.Number }) => 1m,
        _ => throw new InvalidOperationException(term.Name),
    };

    private static bool Same(object? left, object? right) =>
        left is IEnumerable and not string ? ((IEnumerable)left).Cast<object>().SequenceEqual(((IEnumerable)right!).Cast<object>()) : Equals(left, right);
}
