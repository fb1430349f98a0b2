using System.Globalization;
using System.Reflection;
using System.Text;

namespace AccountRules.Tests.Architecture;

/// <summary>The public surface of an assembly as text: types and members in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.ToString(), StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => IsReadOnly(type) ? "readonly struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = type.IsEnum ? [TypeNames.Of(Enum.GetUnderlyingType(type))]
            : new[] { type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? TypeNames.Of(b) : null }
                .Concat(type.GetInterfaces().Where(i => i.IsVisible).Select(i => TypeNames.Of(i)).Order(StringComparer.Ordinal)).OfType<string>();
        var list = string.Join(", ", bases);
        return $"{kind} {type.Namespace}.{TypeNames.Of(type)}{(list.Length > 0 ? $" : {list}" : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type)
                .Select(name => string.Create(
                    CultureInfo.InvariantCulture, $"{Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture),3} {name}"));
        }

        return type.GetConstructors(Declared).Where(IsSeen).Select(c => $"{type.Name.Split('`')[0]}({Parameters(c)})")
            .Concat(type.GetFields(Declared)
                .Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly)
                .Select(f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{TypeNames.Of(f.FieldType)} {f.Name}"))
            .Concat(type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsSeen)).Select(Property))
            .Concat(type.GetEvents(Declared).Where(e => IsSeen(e.AddMethod!)).Select(e => $"event {TypeNames.Of(e.EventHandlerType!)} {e.Name}"))
            .Concat(type.GetMethods(Declared)
                .Where(m => IsSeen(m) && IsWritten(m))
                .Select(m => $"{Modifiers(m)}{TypeNames.Of(m.ReturnType)} {m.Name}{TypeNames.Arguments(m.GetGenericArguments())}({Parameters(m)})"));
    }

    private static string Property(PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(IsSeen);
        var index = property.GetIndexParameters().Length > 0 ? $"[{string.Join(", ", property.GetIndexParameters().Select(Parameter))}]" : "";
        var set = property.SetMethod is { } setter && IsSeen(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ? " init;" : " set;"
            : "";
        var isRequired = property.CustomAttributes.Any(a => a.AttributeType == typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        return $"{Modifiers(accessor)}{(isRequired ? "required " : "")}{TypeNames.Of(property.PropertyType)} {property.Name}{index} "
            + $"{{{(property.GetMethod is { } get && IsSeen(get) ? " get;" : "")}{set} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var value = !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
        {
            null => " = default",
            string text => $" = \"{text}\"",
            bool flag => flag ? " = true" : " = false",
            var other => string.Create(CultureInfo.InvariantCulture, $" = {other}"),
        };
        return $"{(parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodBase method) =>
        method.IsStatic
            ? "static "
            : method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "";

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.StartsWith('<');

    private static bool IsReadOnly(Type type) =>
        type.CustomAttributes.Any(a => string.Equals(a.AttributeType.Name, "IsReadOnlyAttribute", StringComparison.Ordinal));
}
