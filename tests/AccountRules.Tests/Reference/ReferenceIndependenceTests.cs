using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using AccountRules.Reference;
using AccountRules.Tests.Architecture;

namespace AccountRules.Tests.Reference;

/// <summary>The reference evaluator shares no evaluation with the rules: of their library it uses the facts, the terms and the names of what is said.</summary>
public sealed class ReferenceIndependenceTests
{
    /// <summary>What may be used of types that are neither facts nor terms; a name that ends in a point is any member.</summary>
    private static readonly string[] Allowed =
    [
        "FactKey.", "Pauses.", "Pause.", "TermList.", "TermList`1.", "PolicyTerms.", "Policy.get_Terms", "PolicyHistory.get_Versions",

        // The days and the text of a period: what follows which it works out itself.
        "Period.get_Start", "Period.get_End", "Period.Parse", "Period.ToString", "Period.op_Equality", "Period.Equals",

        // What is compared.
        "Rule.get_Id", "Assessment.",
    ];

    [Fact]
    public void Package_UsesNoEvaluationOfTheLibrary()
    {
        MethodBase[] used = [.. Used()];
        Assert.Contains(used, member => member.Name == "get_Versions");
        Assert.Contains(used, member => member.Name == "get_OrderedOn");
        Faults.None(used.Where(member => !IsAllowed(member)).Select(member => $"{member.DeclaringType!.Name}.{member.Name} is used"));
    }

    [Theory]
    [InlineData(typeof(KpiAttainmentDeclaration))]
    [InlineData(typeof(Rule<Facts.KpiResult>))]
    [InlineData(typeof(Policy))]
    [InlineData(typeof(Period))]
    public void Use_OfMore_WouldBeSeen(Type type) =>
        Assert.Contains(type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public), method => !IsAllowed(method));

    [Fact]
    public void PublicApi_OfTheReferencePackage_IsTheRecordedOne() =>
        Approved.Matches("tests/AccountRules.Tests/Reference/PublicApi.txt", PublicApi.Of(typeof(ReferenceEvaluator).Assembly));

    private static bool IsAllowed(MethodBase member)
    {
        var type = member.DeclaringType!;
        return type.Namespace == "AccountRules.Facts" || type.IsEnum || type.Name.EndsWith("Terms", StringComparison.Ordinal)
            || (member.IsStatic && member.GetParameters() is [{ ParameterType.Name: nameof(PolicyTerms) }])
            || Array.Exists(Allowed, name => name.EndsWith('.') ? $"{type.Name}." == name : $"{type.Name}.{member.Name}" == name);
    }

    /// <summary>The methods of the library that the package's code names.</summary>
    private static IEnumerable<MethodBase> Used()
    {
        var assembly = typeof(ReferenceEvaluator).Assembly;
        using var file = new PEReader(File.OpenRead(assembly.Location));
        foreach (var handle in file.GetMetadataReader().MemberReferences)
        {
            var member = assembly.ManifestModule.ResolveMember(MetadataTokens.GetToken(handle), [typeof(object)], [typeof(object)]);
            if (member is MethodBase method && method.DeclaringType?.Assembly == typeof(Policy).Assembly)
                yield return method;
        }
    }
}
