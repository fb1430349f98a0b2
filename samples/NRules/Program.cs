using AccountRules;
using AccountRules.Facts;
using AccountRules.NRules;
using Crm;
using NRules;
using NRules.Fluent;
using NRules.RuleModel;

// The policy with the thresholds that its documents leave open. Policy.Read("policy.json") reads yours.
var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100_000, ExitThreshold = 80_000 }));

// The host's rules, and beside them two rules of the policy: one over the host's own class, one over the library's.
var account = new RuleSet("account-management");
account.Add(policy.FteFulfillment
    .For<CrmOrder>(o => new FteOrder { OrderId = o.Number, AccountId = o.Account, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn })
    .ToRuleDefinition());
account.Add(policy.KeyAccount.ToTrackDefinitions());

var repository = new RuleRepository();
repository.Load(rules => rules.PrivateTypes().From(typeof(KeyAccountAlert)));
repository.Add(account);
var session = repository.Compile().CreateSession();

// Facts in.
var late = new CrmOrder("1042", "ACME", new(2026, 8, 14));
session.SetEvaluationDate(new(2026, 11, 12));
session.InsertAll([late, new CrmOrder("1043", "ACME", new(2026, 8, 21)), new CrmOrder("1044", "Contoso", new(2026, 8, 1))]);
session.InsertAll([Revenue("ACME", 9, 90_000), Revenue("ACME", 10, 120_000), Revenue("Contoso", 10, 20_000)]);
Show("Orders and revenue are in");

session.SetEvaluationDate(new(2026, 11, 13));
Show("The next day");

session.SetEvaluationDate(new(2026, 11, 20));
Show("A week later");

late.FilledOn = new(2026, 11, 20);
session.Update(late);
Show("Order 1042 is filled");

session.Insert(Revenue("ACME", 11, 50_000));
Show("ACME's revenue in November is 50,000");

void Show(string what)
{
    var fired = session.Fire();
    var alerts = session.Query<Alert>().Select(a => $"{a.Order} of {a.Account}, due {a.DueOn:yyyy-MM-dd}").Order(StringComparer.Ordinal).ToArray();
    Console.WriteLine($"{what} ({fired} rules fired): {(alerts.Length == 0 ? "no alerts" : string.Join("; ", alerts))}");
    foreach (var changed in session.Query<AssessmentFact<CrmOrder>>().OrderBy(a => a.Subject, StringComparer.Ordinal))
        Console.WriteLine($"    {changed}");
}

static AccountRevenue Revenue(string account, int month, decimal revenue) =>
    new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };
