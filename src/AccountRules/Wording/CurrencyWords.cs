namespace AccountRules.Wording;

/// <summary>Currencies in sentences.</summary>
internal static class CurrencyWords
{
    /// <summary>What follows an amount; nothing where no currency is named.</summary>
    public static string After(string? currency) => currency is null ? "" : $" {Name(currency)}";

    /// <summary>Why an amount is not compared with a policy's.</summary>
    public static string Other(string own, string? ofPolicy) =>
        Message.Of($"has an amount in {Name(own)}, and the policy states its thresholds in {Name(ofPolicy)}: no amount is converted");

    /// <summary>Why amounts are neither added up nor compared.</summary>
    public static string Several(string? one, string? other) =>
        Message.Of($"has amounts in {Name(one)} and in {Name(other)}, which are neither added up nor compared: no amount is converted");

    /// <summary>A currency, or that there is none.</summary>
    public static string Name(string? currency) => currency is null ? Message.Text("no named currency")
        : Ids.IsBlank(currency) ? Message.Text("an empty currency")
        : Visible.Text(currency);
}
