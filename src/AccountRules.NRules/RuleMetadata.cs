using NRules.RuleModel.Builders;

namespace AccountRules.NRules;

/// <summary>
/// What an NRules rule definition carries of the rule that it is made of: its id as the name, its sentence as the description, and the tags and properties
/// named here.
/// </summary>
public static class RuleMetadata
{
    /// <summary>The tag of every definition made here.</summary>
    public const string Tag = "AccountRules";

    /// <summary>The property that holds the <see cref="AccountRules.Rule"/> itself.</summary>
    public const string Rule = "AccountRules.Rule";

    /// <summary>The property that holds the rule's title, a text.</summary>
    public const string Title = "AccountRules.Title";

    /// <summary>The property that holds how the source is read, a text.</summary>
    public const string Reading = "AccountRules.Reading";

    /// <summary>The property that holds the <see cref="AccountRules.Citation"/>; a rule without one has no such property.</summary>
    public const string Citation = "AccountRules.Citation";

    /// <summary>The property that holds the policy's version, a text; a rule outside a policy has no such property.</summary>
    public const string PolicyVersion = "AccountRules.PolicyVersion";

    /// <summary>
    /// The priority of the definitions: above NRules' default of 0, so that the assessments are up to date before a host's rules fire on them.
    /// </summary>
    public const int Priority = 1_000;

    internal static RuleBuilder BuilderOf(Rule rule)
    {
        var (builder, info) = (new RuleBuilder(), rule.Info);
        builder.Name(info.Id);
        builder.Description(info.Says);
        builder.Priority(Priority);
        builder.Tags([Tag, .. info.Citation is { } source ? (string[])[source.Document] : []]);
        builder.Properties([new(Rule, rule), new(Title, info.Title), new(Reading, info.Reading)]);
        if (info.Citation is { } citation)
            builder.Property(Citation, citation);

        if (info.PolicyVersion is { } version)
            builder.Property(PolicyVersion, version);

        return builder;
    }
}
