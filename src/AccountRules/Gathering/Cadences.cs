using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Facts;

namespace AccountRules.Gathering;

/// <summary>Gathers accounts with the newest of what they get again and again.</summary>
/// <param name="shape">The shape of what they get; its subject is the account.</param>
/// <param name="on">The day of it.</param>
internal sealed class Cadences<TEvent>(FactShape<TEvent> shape, Expression<Func<TEvent, DateOnly>> on)
    where TEvent : class
{
    private readonly Selector<TEvent, DateOnly> day = new(on);

    public FactGathering<Cadence> Gathering => new FactGathering<Cadence>(Rows)
        .From(Account.Shape, account => [account.AccountId])
        .From(shape, happened => [shape.KeyOf(happened).Subject], happened => day.Of(happened));

    /// <summary>The same rows in a query: what is newest is worked out once, in a grouped table that is joined to the accounts.</summary>
    public IQueryable<Cadence> Rows(IQueryable<Account> accounts, IQueryable<TEvent> events, DateOnly asOf)
    {
        var happened = Expression.Parameter(typeof(TEvent), "e");
        var (account, date) = (Replacement.Apply(shape.Subject, happened), Replacement.Apply(on, happened));
        Expression<Func<DateOnly>> known = () => asOf;
        var newest = events
            .Where(Expression.Lambda<Func<TEvent, bool>>(Expression.LessThanOrEqual(date, known.Body), happened))
            .GroupBy(Expression.Lambda<Func<TEvent, string>>(account, happened), Expression.Lambda<Func<TEvent, DateOnly>>(date, happened))
            .Select(days => new { AccountId = days.Key, On = (DateOnly?)days.Max() });
        return accounts
            .GroupJoin(newest, a => a.AccountId, n => n.AccountId, (a, found) => new { Account = a, Found = found })
            .SelectMany(pair => pair.Found.DefaultIfEmpty(), (pair, n) => new Cadence
            {
                AccountId = pair.Account.AccountId,
                ManagerId = pair.Account.ManagerId,
                Tier = pair.Account.Tier,
                IsListed = true,
                StartedOn = pair.Account.StartedOn,
                EndedOn = pair.Account.EndedOn,
                NewestOn = n == null ? null : n.On,
            });
    }

    private IEnumerable<Cadence> Rows(GatheredFacts facts)
    {
        var account = facts.Of<Account>().FirstOrDefault();
        DateOnly? newest = null;
        foreach (var happened in facts.Of<TEvent>())
        {
            if (!(newest >= day.Of(happened)))
                newest = day.Of(happened);
        }

        yield return new()
        {
            AccountId = facts.Group.Subject,
            ManagerId = account?.ManagerId,
            Tier = account?.Tier,
            IsListed = account is not null,
            StartedOn = account?.StartedOn,
            EndedOn = account?.EndedOn,
            NewestOn = newest,
        };
    }
}
