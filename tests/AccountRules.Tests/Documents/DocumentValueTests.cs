using System.Text;
using AccountRules.Documents;
using AccountRules.Tests.Rules;

namespace AccountRules.Tests.Documents;

/// <summary>What counts as a number, and how much of what was found a problem shows: each edge from both sides.</summary>
public sealed class DocumentValueTests
{
    [Theory]
    [InlineData("0.85", "0.85")]
    [InlineData("85e-2", "0.85")]
    [InlineData("0.850", "0.85")]
    [InlineData("1.0", "1")]
    [InlineData("0e400", "0")]
    [InlineData("0.8500000000000000000000000000000000", "0.85")]
    [InlineData("0.1234567890123456789012345678", "0.1234567890123456789012345678")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("1.234567890123456789012345678e0", "1.234567890123456789012345678")]
    public void Number_ThatADecimalHolds_IsTaken(string written, string number) =>
        Assert.Equal(Dated.Number(number), Policy.Parse($$"""{ "kpiAttainment": { "above": {{written}} } }""").Terms.KpiAttainment.Above);

    [Theory]
    [InlineData("9.1234567890123456789012345678")]      // 29 digits, of which the last is lost
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1.23456789012345678901234567890e0")]   // with an exponent nobody counts zeros
    [InlineData("1e-400")]
    public void Number_WithMoreDigitsThanADecimalHolds_IsRefused(string written) => Assert.Equal(
        [$"line 1: $.kpiAttainment.above: found `{written}`; allowed: a number from 0 to 10 of at most 28 digits, such as 0.85."],
        Problems($$"""{ "kpiAttainment": { "above": {{written}} } }"""));

    [Theory]
    [InlineData("2")]
    [InlineData("\"\"")]
    [InlineData("{ \"2\": 3 }")]
    public void List_ThatIsNone_IsRefused_AndWhatFollowsIsRead(string written) => Assert.Equal(
        [
            $"line 1: $.registryClosure.focusQuarters: found `{written}`; allowed: an array.",
            "line 1: $.registryClosure.targetDays: found -1; allowed: from 0 to 3660.",
        ],
        Problems($$"""{ "registryClosure": { "focusQuarters": {{written}}, "targetDays": -1 } }"""));

    [Fact]
    public void Text_OfFortyCharacters_IsShown_AndOneMoreIsShortened()
    {
        var (whole, problem) = (new string('x', 40), "line 1: $.{0}: found an unknown property `{0}`;");

        Assert.StartsWith(problem.Replace("{0}", whole, StringComparison.Ordinal), Of(40), StringComparison.Ordinal);
        Assert.StartsWith(problem.Replace("{0}", whole + "…", StringComparison.Ordinal), Of(41), StringComparison.Ordinal);

        static string Of(int length) => Assert.Single(Problems($$"""{ "{{new string('x', length)}}": 1 }"""));
    }

    [Fact]
    public void Document_ThatIsWritten_HasCommentsWhereTheyAreAskedFor()
    {
        Assert.DoesNotContain("//", PolicyDocument.Write(Policy.Default), StringComparison.Ordinal);
        Assert.Contains("//", PolicyDocument.Write(Policy.Default, withComments: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_OfATermThatIsSetToNothing_IsAnotherThanOfOneThatIsNotSet()
    {
        // The first band has no cut and no programme, the usual one has the programme PIP.
        var (without, with) = (Bands(programme: null), Bands("PIP"));
        Assert.NotEqual(without.Fingerprint, with.Fingerprint);

        static Policy Bands(string? programme) => new(new PolicyTerms()
            .With(new PerformancePayTerms { Bands = [new() { Name = "Pip", Programme = programme }, new() { Name = "Full", Above = 0.35m, Factor = 1 }] })
            .With(new ImprovementPlanTerms { ExpectedAbove = 0.35m }));
    }

    private static string[] Problems(string json)
    {
        _ = PolicyDocument.Read(Encoding.UTF8.GetBytes(json), out var problems);
        return [.. problems.Select(p => p.ToString())];
    }
}
