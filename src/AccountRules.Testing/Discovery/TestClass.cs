using System.Reflection;
using System.Runtime.ExceptionServices;

namespace AccountRules.Testing.Discovery;

/// <summary>Makes checks of the tests of a class.</summary>
internal static class TestClass
{
    private const string FixtureInterface = "Xunit.IClassFixture`1";

    public static IEnumerable<PolicyCheck> Checks(Type type) => type is { IsAbstract: true } or { IsGenericTypeDefinition: true } ? []
        : type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Select(method => (Method: method, Mark: method.CustomAttributes.FirstOrDefault(IsTest)))
            .Where(test => test.Mark is not null)
            .SelectMany(test => Checks(type, test.Method, test.Mark!));

    private static bool IsTest(CustomAttributeData attribute) => TestAttributes.Is(attribute.AttributeType, "Xunit.FactAttribute");

    private static IEnumerable<PolicyCheck> Checks(Type type, MethodInfo method, CustomAttributeData mark)
    {
        var name = $"{type.Name}.{method.Name}";
        if (TestAttributes.Named(mark, "Skip") is string why)
            return [PolicyCheck.NotRun(name, $"is skipped: {why}")];

        if (method.IsGenericMethodDefinition)
            return [PolicyCheck.NotRun(name, "is generic")];

        if (WhyNotMade(type) is { } reason)
            return [PolicyCheck.NotRun(name, reason)];

        if (!TestAttributes.Is(mark.AttributeType, "Xunit.TheoryAttribute"))
            return [Check(type, method, name, [])];

        try
        {
            return [.. TheoryData.Rows(method).Select(row => Check(type, method, $"{name}({string.Join(", ", row.Select(Shown))})", row))];
        }
        catch (NotSupportedException e)
        {
            return [PolicyCheck.NotRun(name, e.Message)];
        }
    }

    private static PolicyCheck Check(Type type, MethodInfo method, string name, object?[] row) =>
        new(name, _ => Run(type, method, Arguments.For(method, row))) { TakesPolicy = false, Group = $"{type.FullName}.{method.Name}" };

    private static void Run(Type type, MethodInfo method, object?[] arguments)
    {
        List<object> made = [];
        try
        {
            var test = method.IsStatic ? null : Make(type, made);
            Tasks.Wait(Invoke(() => method.Invoke(test, arguments)));
        }
        finally
        {
            for (var i = made.Count - 1; i >= 0; i--)
                Dispose(made[i]);
        }
    }

    /// <summary>A new object of the class, with its fixtures, which are made anew too: one that keeps a policy must not hand it to the next.</summary>
    private static object Make(Type type, List<object> made)
    {
        var constructor = type.GetConstructors()[0];
        object?[] fixtures = [.. constructor.GetParameters().Select(p => Started(Invoke(() => Activator.CreateInstance(p.ParameterType))!))];
        return Started(Invoke(() => constructor.Invoke(fixtures))!);

        object Started(object one)
        {
            made.Add(one);
            if (one.GetType().GetInterface("Xunit.IAsyncLifetime") is { } lifetime)
                Tasks.Wait(Invoke(() => lifetime.GetMethod("InitializeAsync")!.Invoke(one, null)));

            return one;
        }
    }

    private static string? WhyNotMade(Type type)
    {
        var constructors = type.GetConstructors();
        if (constructors.Length != 1 && !(type.IsAbstract && type.IsSealed))
            return "is in a class without a single public constructor";

        var fixtures = type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition().FullName == FixtureInterface)
            .Select(i => i.GenericTypeArguments[0]).ToArray();
        return constructors.SelectMany(c => c.GetParameters()).FirstOrDefault(p => !fixtures.Contains(p.ParameterType)) is { } other
            ? $"is given {other.ParameterType.Name} by its framework"
            : null;
    }

    private static void Dispose(object one)
    {
        if (one.GetType().GetInterface("Xunit.IAsyncLifetime")?.GetMethod("DisposeAsync") is { } method)
            Tasks.Wait(Invoke(() => method.Invoke(one, null)));
        else if (one is IAsyncDisposable disposable)
            disposable.DisposeAsync().AsTask().GetAwaiter().GetResult();

        (one as IDisposable)?.Dispose();
    }

    /// <summary>What the call throws itself, not what reflection wraps around it.</summary>
    private static object? Invoke(Func<object?> call)
    {
        try
        {
            return call();
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Capture(inner).Throw();
            throw;
        }
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
