using System.Reflection;
using AccountRules.Catalogue;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Documents;

/// <summary>Each terms record states its terms in a table, beside its parameters: the two must not drift apart.</summary>
public class TermTableTests
{
    private static readonly Type[] All = [.. typeof(PolicyTerms).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ITerms)) && !t.IsInterface)];

    public static TheoryData<Type> Records => [.. All];

    private static ITerms Sample(Type record) =>
        (ITerms)record.GetConstructors()[0].Invoke([.. record.GetConstructors()[0].GetParameters().Select(p => p.HasDefaultValue ? p.DefaultValue : "name")]);

    private static PropertyInfo Property(Type record, Term term) => record.GetProperty(char.ToUpperInvariant(term.Name[0]) + term.Name[1..])!;

    [Fact]
    public void Records_AreFound() => Assert.Equal(8, All.Length);

    [Theory]
    [MemberData(nameof(Records))]
    public void Table_OfARecord_HasEachOfItsPropertiesOnce(Type record) => Assert.Equal(
        record.GetConstructors()[0].GetParameters().Select(p => p.Name!).Order(StringComparer.Ordinal),
        Sample(record).Terms.Select(t => Property(record, t).Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Records))]
    public void Table_OfARecord_HasTheTypesOfItsProperties(Type record)
    {
        foreach (var term in Sample(record).Terms)
        {
            var property = Property(record, term);
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
                    Enum.GetValues(type).Cast<Enum>().Select(v => (v.ToString("D"), v.ToString().ToUpperInvariant())),
                    term.Choices.Select((name, i) => ($"{i}", name.ToUpperInvariant())));
            }

            if (term.IsList && kind == TermKind.Section)
                Assert.IsType(type, term.Item);
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Values_OfARecord_StandInTheOrderOfItsTable(Type record)
    {
        var terms = Sample(record);
        foreach (var (term, value) in terms.Terms.Zip(terms.Values))
        {
            Assert.Equal(
                Property(record, term).GetValue(terms), term.Kind == TermKind.Choice ? Enum.ToObject(Property(record, term).PropertyType, value!) : value);
        }
    }

    [Fact]
    public void Record_TakenApartAndPutTogether_IsTheSame() =>
        Prop.ForAll(Terms.Any(Reach.Full).ToArbitrary(), terms => Rebuilt(terms).Equals(terms)).QuickCheckThrowOnFailure();

    [Fact]
    public void Table_OfEachRecord_IsDescribed() => Assert.All(
        All.SelectMany(record => Sample(record).Terms), term => Assert.EndsWith(".", term.Description, StringComparison.Ordinal));

    private static ITerms Rebuilt(ITerms terms) => terms.With([.. terms.Values.Select(value => value switch
    {
        ITerms section => Rebuilt(section),
        IEnumerable<ITerms> items => items.Select(item => (object)Rebuilt(item)).ToList(),
        IEnumerable<int> items => items.Select(item => (object)item).ToList(),
        _ => value,
    })]);
}
