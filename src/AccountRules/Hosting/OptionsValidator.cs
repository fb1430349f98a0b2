using Microsoft.Extensions.Options;

namespace AccountRules.Hosting;

/// <summary>
/// Fails the host's start with every problem of the options and the policy that they name. What becomes of them later is the <see cref="PolicySource"/>'s to
/// tell: a host that reads its options first when the file is broken has a policy in force all the same.
/// </summary>
internal sealed class OptionsValidator(PolicyLoader loader) : IValidateOptions<AccountRulesOptions>
{
    private volatile bool wasUsable;

    public ValidateOptionsResult Validate(string? name, AccountRulesOptions options)
    {
        if (!wasUsable && loader.Load() is { Setup: null, Problems: var problems })
            return ValidateOptionsResult.Fail(problems);

        wasUsable = true;
        return ValidateOptionsResult.Success;
    }
}
