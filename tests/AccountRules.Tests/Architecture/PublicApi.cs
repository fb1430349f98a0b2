using System.Globalization;
using System.Reflection;
using System.Text;

namespace AccountRules.Tests.Architecture;

/// <summary>
/// The public surface of an assembly as text: types and members in ordinal order, with what may be <c>null</c>. What the compiler makes of its own accord is
/// left out: the equality and printing of a record, which its header says that it is, and the types that hold the signatures of extensions.
/// </summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().Where(t => !t.FullName!.Contains("<G>", StringComparison.Ordinal))
            .OrderBy(t => t.ToString(), StringComparer.Ordinal))
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
        var name = IsRecord(type) ? "record" : "class";
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => $"{(IsReadOnly(type) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(IsRecord(type) ? "record " : "")}struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => $"abstract {name}",
            { IsSealed: true } => $"sealed {name}",
            _ => name,
        };
        var bases = type.IsEnum ? [TypeNames.Of(Enum.GetUnderlyingType(type))]
            : new[] { type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? TypeNames.Of(b) : null }
                .Concat(type.GetInterfaces().Where(i => i.IsVisible && !(IsRecord(type) && IsEquatable(i)))
                    .Select(i => TypeNames.Of(i)).Order(StringComparer.Ordinal)).OfType<string>();
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

        return type.GetConstructors(Declared).Where(c => IsSeen(c) && !IsCopying(c, type)).Select(c => $"{type.Name.Split('`')[0]}({Parameters(c)})")
            .Concat(type.GetFields(Declared)
                .Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly)
                .Select(f => $"{(f.IsLiteral ? "const " : f.IsStatic ? "static " : "")}{TypeNames.Of(f)} {f.Name}"))
            .Concat(type.GetProperties(Declared).Where(p => p.GetAccessors(nonPublic: true).Any(IsSeen) && p.Name != "EqualityContract").Select(Property))
            .Concat(type.GetEvents(Declared).Where(e => IsSeen(e.AddMethod!)).Select(e => $"event {TypeNames.Of(e)} {e.Name}"))
            .Concat(type.GetMethods(Declared)
                .Where(m => IsSeen(m) && IsWritten(m) && !(IsRecord(type) && IsOfEveryRecord(m)))
                .Select(m => $"{Modifiers(m)}{TypeNames.Of(m.ReturnParameter)} {m.Name}{TypeNames.Arguments(m.GetGenericArguments())}({Parameters(m)})"));
    }

    private static string Property(PropertyInfo property)
    {
        var accessor = property.GetAccessors(nonPublic: true).First(IsSeen);
        var index = property.GetIndexParameters().Length > 0 ? $"[{string.Join(", ", property.GetIndexParameters().Select(Parameter))}]" : "";
        var set = property.SetMethod is { } setter && IsSeen(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)) ? " init;" : " set;"
            : "";
        var isRequired = property.CustomAttributes.Any(a => a.AttributeType == typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        return $"{Modifiers(accessor)}{(isRequired ? "required " : "")}{TypeNames.Of(property)} {property.Name}{index} "
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
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false)
            || parameter.IsDefined(typeof(System.Runtime.CompilerServices.ParamCollectionAttribute), inherit: false);
        var kind = IsExtended(parameter) ? "this " : isParams ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{kind}{TypeNames.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodBase method) =>
        method.IsStatic
            ? "static "
            : method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "";

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.StartsWith('<');

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)]) is not null;

    private static bool IsEquatable(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEquatable<>);

    /// <summary>A record's text and its parts may be written by hand, which a caller does not see either.</summary>
    private static bool IsOfEveryRecord(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "op_Equality" or "op_Inequality" or "Deconstruct";

    private static bool IsCopying(ConstructorInfo constructor, Type type) =>
        IsRecord(type) && constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static bool IsExtended(ParameterInfo parameter) => parameter is { Position: 0, Member: MethodInfo method }
        && method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute), inherit: false);

    private static bool IsReadOnly(Type type) =>
        type.CustomAttributes.Any(a => string.Equals(a.AttributeType.Name, "IsReadOnlyAttribute", StringComparison.Ordinal));
}
