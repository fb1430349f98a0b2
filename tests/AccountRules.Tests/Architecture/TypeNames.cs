namespace AccountRules.Tests.Architecture;

/// <summary>Type names as they are written in C#.</summary>
internal static class TypeNames
{
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

    public static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!);

        if (Words.TryGetValue(type, out var word))
            return word;

        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";

        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";

        if (type.IsGenericType && type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) is true)
            return $"({string.Join(", ", type.GetGenericArguments().Select(Of))})";

        var name = type.Name.Split('`')[0] + Arguments(type.GetGenericArguments());
        return type is { IsNested: true, IsGenericParameter: false } ? $"{type.DeclaringType!.Name.Split('`')[0]}.{name}" : name;
    }

    public static string Arguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(Of))}>";
}
