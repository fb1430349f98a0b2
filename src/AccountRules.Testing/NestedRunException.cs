namespace AccountRules.Testing;

/// <summary>A test that runs the mutants is run by one: the outer run leaves it out.</summary>
internal sealed class NestedRunException() : Exception("This test runs the mutants itself; a run of mutants leaves it out.");
