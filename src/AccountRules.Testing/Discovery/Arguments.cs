using System.Globalization;
using System.Reflection;

namespace AccountRules.Testing.Discovery;

/// <summary>The arguments of a method for a row of data.</summary>
internal static class Arguments
{
    public static object?[] For(MethodInfo method, object?[] row)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i == arguments.Length - 1 && IsMany(parameters[i]) && !(row.Length == arguments.Length && parameters[i].ParameterType.IsInstanceOfType(row[i])))
                arguments[i] = Many(parameters[i].ParameterType.GetElementType()!, row[Math.Min(i, row.Length)..]);
            else
                arguments[i] = i < row.Length ? As(row[i], parameters[i].ParameterType) : parameters[i].DefaultValue;
        }

        return arguments;
    }

    private static bool IsMany(ParameterInfo parameter) => parameter.ParameterType.IsArray && parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false);

    private static Array Many(Type type, object?[] values)
    {
        var array = Array.CreateInstance(type, values.Length);
        for (var i = 0; i < values.Length; i++)
            array.SetValue(As(values[i], type), i);

        return array;
    }

    /// <summary>A value as the parameter takes it: whole numbers as decimals, and so on, as the compiler would convert them.</summary>
    private static object? As(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value is IConvertible && !plain.IsInstanceOfType(value) && !plain.IsEnum && typeof(IConvertible).IsAssignableFrom(plain)
            ? Convert.ChangeType(value, plain, CultureInfo.InvariantCulture)
            : value;
    }
}
