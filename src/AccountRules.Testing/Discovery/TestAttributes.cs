using System.Collections.ObjectModel;
using System.Reflection;

namespace AccountRules.Testing.Discovery;

/// <summary>Reads the attributes of a test framework by their names.</summary>
internal static class TestAttributes
{
    /// <summary>Whether a type is the one of that name, or derived from it.</summary>
    public static bool Is(Type? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.FullName == name)
                return true;
        }

        return false;
    }

    /// <summary>The value of a property that is set by its name; <c>null</c> where it is not.</summary>
    public static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.MemberName == name) is { TypedValue: { ArgumentType: not null } value } ? Value(value) : null;

    /// <summary>An argument as it is written: enumerations as their members, arrays as arrays.</summary>
    public static object? Value(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        ReadOnlyCollection<CustomAttributeTypedArgument> items => Items(argument.ArgumentType.GetElementType() ?? typeof(object), items),
        { } value when argument.ArgumentType.IsEnum => Enum.ToObject(argument.ArgumentType, value),
        var value => value,
    };

    private static Array Items(Type type, ReadOnlyCollection<CustomAttributeTypedArgument> items)
    {
        var array = Array.CreateInstance(type, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(Value(items[i]), i);

        return array;
    }
}
