using Microsoft.Extensions.Options;

namespace AccountRules.Hosting;

/// <summary>Fails the host's start with every problem of the options and the policy that they name.</summary>
internal sealed class OptionsValidator(PolicyLoader loader) : IValidateOptions<AccountRulesOptions>
{
    public ValidateOptionsResult Validate(string? name, AccountRulesOptions options) =>
        loader.Load() is { Setup: null, Problems: var problems } ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
