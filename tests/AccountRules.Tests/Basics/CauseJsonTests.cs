using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>A cause in JSON is its code: what has one is read back with it, and not as if nothing were wrong.</summary>
public sealed class CauseJsonTests
{
    [Fact]
    public void EachCause_IsWrittenAsItsCode_AndReadBack()
    {
        var all = typeof(Cause).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(p => (Cause)p.GetValue(null)!).ToArray();
        Assert.Contains(Cause.OtherCurrency, all);
        foreach (var cause in all)
        {
            var json = JsonSerializer.Serialize(cause);
            Assert.Equal(cause == Cause.None ? "null" : $"\"{cause.Code}\"", json);
            Assert.Equal(cause, JsonSerializer.Deserialize<Cause>(json));
        }
    }

    [Fact]
    public void CauseOfARuleOfTheDocuments_AndOneOfAHostsOwn_AreKnown()
    {
        Assert.Equal("PlanWithoutStart", JsonSerializer.Deserialize<Cause>("\"PlanWithoutStart\"").Code);
        var own = Cause.Of("JsonOfMyOwn", "is mine");
        Assert.Equal(own, JsonSerializer.Deserialize<Cause>("\"JsonOfMyOwn\""));
    }

    [Theory]
    [InlineData("\"NoSuchCause\"", "`NoSuchCause` is the code of no cause that this program knows: those of a host's own are made before, with Cause.Of.")]
    [InlineData("\"None\"", "`None` is the code of no cause that this program knows: those of a host's own are made before, with Cause.Of.")]
    [InlineData("3", "A cause is a text such as \"NoActual\", or null where there is none; found Number.")]
    [InlineData("{}", "A cause is a text such as \"NoActual\", or null where there is none; found StartObject.")]
    public void WhatIsNoCause_IsRefused(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cause>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Achievement_ReadsBackWithItsParts_AndWithItsCause()
    {
        var policy = new Policy(new PolicyTerms().With(
            new AchievementTerms { Kpis = [new() { Name = "sales", Weight = 0.6m, Cap = 1.2m }, new() { Name = "calls", Weight = 0.4m, PaysFrom = 0.9m }] }));
        KpiResult[] results =
        [
            new() { EmployeeId = "ann", Kpi = "sales", Period = Period.Month(2026, 5), Target = 3, Actual = 10 },
            new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 5), Target = 3, Actual = 1 },
            new() { EmployeeId = "bob", Kpi = "calls", Period = Period.Month(2026, 5), Target = 0, Actual = 1 },
        ];
        Achievement[] achievements = [.. Achievement.Of(results, policy.KpiPlan())];
        Assert.Equal([Cause.None, Cause.NoKpiResult], achievements.Select(a => a.Cause));
        Assert.Equal("calls at 90 %", achievements[0].WithheldFor);
        Assert.Equal(achievements, JsonSerializer.Deserialize<Achievement[]>(JsonSerializer.Serialize(achievements))!);
    }
}
