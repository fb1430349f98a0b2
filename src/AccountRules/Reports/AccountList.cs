using AccountRules.Facts;

namespace AccountRules.Reports;

/// <summary>The list of accounts: who manages each, and of which tier it is. Of two rows of one account the first counts.</summary>
internal sealed class AccountList
{
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);

    /// <summary>Whether a list was given, if an empty one.</summary>
    public bool IsGiven { get; set; }

    public IEnumerable<string> All => accounts.Keys;

    public void Add(Account account)
    {
        IsGiven = true;
        if (!accounts.ContainsKey(account.AccountId))
            accounts.Add(Ids.Checked(account.AccountId, nameof(account)), account);
    }

    public void AddUnreadable(string id)
    {
        IsGiven = true;
        unreadable.Add(id);
    }

    public Account? Of(string id) => accounts.GetValueOrDefault(id);

    /// <summary>Whether an account is in the list; <c>null</c> where that is not known.</summary>
    public bool? Has(string id) => accounts.ContainsKey(id) ? true : !IsGiven || unreadable.Contains(id) ? null : false;
}
