namespace AccountRules.Monitoring;

/// <summary>What is said of a fact that cannot be taken, with the rule, and the fact's index among many.</summary>
internal static class FactFailure
{
    /// <summary>The index of a fact that is alone in its call, or was monitored before.</summary>
    public const int Alone = -1;

    public static ArgumentException Missing(Type type, string what, Rule rule, int index) =>
        new($"A {type.Name} without {what} cannot be monitored: give it one. {Where(rule, index)}");

    public static ArgumentException BeforeFirst(Type type, in FactKey key, Period first, Rule rule, int index) =>
        new(
            $"{type.Name} `{key}` is of a period before {first}, the first of those given, before which the members are given: "
            + $"leave it out, or give the members before an earlier period. {Where(rule, index)}");

    public static ArgumentException Unclean(Type type, string fault, Rule rule, int index) =>
        new($"A {type.Name} cannot be monitored. {fault} {Where(rule, index)}");

    public static ArgumentException Known(Type type, in FactKey key, Rule rule, int index) =>
        new($"{type.Name} `{key}` is monitored already: update it, or remove it first. {Where(rule, index)}");

    public static ArgumentException Twice(Type type, in FactKey key, Rule rule, int index) =>
        new($"{type.Name} `{key}` comes twice in one call: give each fact once. {Where(rule, index)}");

    public static KeyNotFoundException Unknown(Type type, in FactKey key, Rule rule, int index) =>
        new($"{type.Name} `{key}` is not monitored: add it first. {Where(rule, index)}");

    public static InvalidOperationException Moved(Type type, string? subject, in FactKey key) => new(
        $"The {type.Name} that is monitored as `{subject}` says another key by now{(key.Subject is null ? "" : $", `{key}`")}: an object that is monitored "
        + "keeps its key; load a new monitor.");

    private static string Where(Rule rule, int index) => index == Alone ? $"Rule `{rule.Id}`." : $"Rule `{rule.Id}`, index {index}.";
}
