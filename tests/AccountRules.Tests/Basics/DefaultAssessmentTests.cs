using System.Reflection;

namespace AccountRules.Tests.Basics;

/// <summary>The defaults of the structs that people get from arrays, fields and failed searches: they say that they are nothing, and throw nothing.</summary>
public sealed class DefaultAssessmentTests
{
    [Theory]
    [InlineData(typeof(Assessment))]
    [InlineData(typeof(AgendaEntry))]
    [InlineData(typeof(StandingChange))]
    public void Default_OfWhatIsSaidOfAFact_ThrowsFromNoMember(Type type)
    {
        var value = Activator.CreateInstance(type)!;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        Assert.True(properties.Length > 5);
        Assert.All(properties, property => Assert.Null(Record.Exception(() => property.GetValue(value))));
        Assert.NotNull(type.GetMethod("ToRecord")!.Invoke(value, null));
        Assert.NotEmpty(value.ToString()!);
        Assert.Equal(value, Activator.CreateInstance(type));
        _ = value.GetHashCode();
    }

    [Fact]
    public void Default_OfAnAssessment_IsNoStandingButSaysWhy()
    {
        var nothing = default(Assessment);
        Assert.True(nothing.IsDefault);
        Assert.Equal((Standing.Undetermined, Cause.NotAssessed, null, null), (nothing.Standing, nothing.Cause, nothing.Band, nothing.AsOf));
        Assert.Equal(("none", "", null), (nothing.Rule.Id, nothing.Subject, nothing.Fact));
        Assert.Equal("none Undetermined: Nothing was assessed: no rule has made this, it is a default value.", nothing.ToString());
        Assert.Null(nothing.Detail("focus"));
        Assert.False(Entity.Rule.Assess(new Entity { Number = "7" }, Rules.Dated.Start).IsDefault);
    }

    [Fact]
    public void Default_OfAnAgendaEntry_IsNoChange()
    {
        var nothing = default(AgendaEntry);
        Assert.True(nothing.IsDefault);
        Assert.Equal((default(Assessment), default(Assessment)), (nothing.Before, nothing.After));
        Assert.Equal("Nothing was assessed: no rule has made this, it is a default value.", nothing.Summary);
    }
}
