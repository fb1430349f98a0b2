using System.Reflection;

namespace AccountRules.Tests.Architecture;

/// <summary>Type names as they are written in C#, with what may be <c>null</c>.</summary>
internal static class TypeNames
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Of(type, nullability: null);

    public static string Of(FieldInfo field)
    {
        lock (Nullability)
            return Of(field.FieldType, Nullability.Create(field));
    }

    public static string Of(EventInfo of)
    {
        lock (Nullability)
            return Of(of.EventHandlerType!, Nullability.Create(of));
    }

    public static string Of(PropertyInfo property)
    {
        lock (Nullability)
            return Of(property.PropertyType, Nullability.Create(property));
    }

    public static string Of(ParameterInfo parameter)
    {
        lock (Nullability)
            return Of(parameter.ParameterType, Nullability.Create(parameter));
    }

    public static string Arguments(Type[] arguments) => Arguments(arguments, nullability: []);

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!, nullability);

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying, nullability) + "?";

        var name = NameOf(type, nullability);
        return !type.IsValueType && (nullability?.ReadState is NullabilityState.Nullable || nullability?.WriteState is NullabilityState.Nullable)
            ? name + "?"
            : name;
    }

    private static string NameOf(Type type, NullabilityInfo? nullability)
    {
        if (Words.TryGetValue(type, out var word))
            return word;

        if (type.IsArray)
            return Of(type.GetElementType()!, nullability?.ElementType) + "[]";

        var arguments = Arguments(type.GetGenericArguments(), nullability?.GenericTypeArguments ?? []);
        if (type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) is true)
            return $"({arguments[1..^1]})";

        var name = type.Name.Split('`')[0] + arguments;
        return type is { IsNested: true, IsGenericParameter: false } ? $"{type.DeclaringType!.Name.Split('`')[0]}.{name}" : name;
    }

    private static string Arguments(Type[] arguments, NullabilityInfo[] nullability) => arguments.Length == 0 ? ""
        : $"<{string.Join(", ", arguments.Select((argument, i) => Of(argument, i < nullability.Length ? nullability[i] : null)))}>";
}
