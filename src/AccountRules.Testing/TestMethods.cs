using System.Reflection;
using AccountRules.Testing.Discovery;

namespace AccountRules.Testing;

/// <summary>
/// The tests of test classes as checks, found by reflection: methods marked <c>[Fact]</c> or <c>[Theory]</c> of xunit 2 or 3, with <c>[InlineData]</c>,
/// <c>[MemberData]</c> and <c>[ClassData]</c>. This package refers to no test framework. Each row of a theory is a check.
/// </summary>
/// <remarks>
/// Data are read once, when the checks are made. A class is made anew for each check and disposed after it; its constructor may take class fixtures. What
/// cannot be run so, such as a test that is skipped or is given other services, is a check with <see cref="PolicyCheck.WhyNotRun"/>.
/// </remarks>
public static class TestMethods
{
    /// <summary>The tests of some classes.</summary>
    /// <param name="types">The test classes.</param>
    /// <exception cref="ArgumentException">One of them has no test.</exception>
    public static IReadOnlyList<PolicyCheck> Of(params IEnumerable<Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        List<PolicyCheck> checks = [];
        foreach (var type in types)
        {
            var before = checks.Count;
            checks.AddRange(TestClass.Checks(type));
            if (checks.Count == before)
                throw new ArgumentException($"{type.Name} has no test: no public method is marked [Fact] or [Theory].", nameof(types));
        }

        return checks;
    }

    /// <summary>The tests of an assembly's public classes.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="where">Which of its classes; all of them unless given.</param>
    public static IReadOnlyList<PolicyCheck> In(Assembly assembly, Func<Type, bool>? where = null)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetExportedTypes().Where(t => where?.Invoke(t) ?? true).SelectMany(TestClass.Checks)];
    }
}
