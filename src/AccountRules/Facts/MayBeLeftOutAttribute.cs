namespace AccountRules.Facts;

/// <summary>
/// Marks a property that came to a fact later: a mapping of a host that leaves it out is read as one to facts that say nothing of it. It can be <c>null</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MayBeLeftOutAttribute : Attribute;
