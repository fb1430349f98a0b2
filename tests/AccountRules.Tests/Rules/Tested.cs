using AccountRules.Testing;

namespace AccountRules.Tests.Rules;

/// <summary>The policy that the tests of the catalogue are on: the documents' own, or the mutant of it that a run of mutants gives.</summary>
internal static class Tested
{
    public static Policy Policy => PolicyUnderTest.Current ?? Policy.Default;
}
