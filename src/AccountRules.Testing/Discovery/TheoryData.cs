using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AccountRules.Testing.Discovery;

/// <summary>The rows of a theory's data.</summary>
internal static class TheoryData
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    /// <summary>All rows.</summary>
    /// <exception cref="NotSupportedException">Data come in a way that is not known here; the message names it.</exception>
    public static IEnumerable<object?[]> Rows(MethodInfo method)
    {
        var attributes = method.CustomAttributes.Where(a => IsData(a.AttributeType)).ToArray();
        return attributes.Length > 0
            ? attributes.SelectMany(attribute => Rows(method, attribute))
            : throw new NotSupportedException("is a theory without data");
    }

    private static bool IsData(Type type) => type.GetInterface("Xunit.v3.IDataAttribute") is not null
        || TestAttributes.Is(type, "Xunit.Sdk.DataAttribute") || TestAttributes.Is(type, "Xunit.v3.DataAttribute");

    private static IEnumerable<object?[]> Rows(MethodInfo method, CustomAttributeData attribute)
    {
        object?[] arguments = [.. attribute.ConstructorArguments.Select(TestAttributes.Value)];
        return attribute.AttributeType.FullName switch
        {
            "Xunit.InlineDataAttribute" => [arguments.Length == 1 && arguments[0] is Array row ? [.. row.Cast<object?>()] : [null]],
            "Xunit.MemberDataAttribute" => Unpacked(Member(method, attribute, arguments)),
            "Xunit.ClassDataAttribute" => Unpacked(Activator.CreateInstance((Type)arguments[0]!)),
            var other => throw new NotSupportedException($"has data by {other}, which a run of mutants does not read"),
        };
    }

    private static object? Member(MethodInfo method, CustomAttributeData attribute, object?[] arguments)
    {
        var (type, name) = ((Type?)TestAttributes.Named(attribute, "MemberType") ?? method.ReflectedType!, (string)arguments[0]!);
        object?[] given = arguments.Length > 1 && arguments[1] is Array array ? [.. array.Cast<object?>()] : [];
        return type.GetProperty(name, Members) is { } property ? property.GetValue(null)
            : type.GetField(name, Members) is { } field ? field.GetValue(null)
            : type.GetMethod(name, Members) is { } source ? source.Invoke(null, Arguments.For(source, given))
            : throw new NotSupportedException($"has data by {type.Name}.{name}, which is not a static member");
    }

    private static IEnumerable<object?[]> Unpacked(object? data) => data is IEnumerable rows
        ? rows.Cast<object?>().Select(Row)
        : throw new NotSupportedException("has data that are not a sequence");

    private static object?[] Row(object? row) => row switch
    {
        object?[] values => values,
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        { } own when own.GetType().GetMethod("GetData", Type.EmptyTypes) is { } data && data.Invoke(own, null) is object?[] values => values,
        _ => [row],
    };
}
