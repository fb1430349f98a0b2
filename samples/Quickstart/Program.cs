using AccountRules;
using AccountRules.Facts;

// The documents' own numbers. Policy.Read("policy.json") reads yours.
var policy = Policy.Default;
var asOf = new DateOnly(2026, 11, 21);

// A deadline: where does this order stand, why, and when does that change?
var order = policy.FteFulfillment.Assess(new FteOrder { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 1) }, asOf);
Console.WriteLine($"{order.Standing}, day {order.Value}, due {order.DueOn:yyyy-MM-dd}, changes {order.ChangesOn:yyyy-MM-dd}, {order.ToBandAbove}");
Console.WriteLine($"{order.Reason} [{order.Citation}; policy {order.PolicyVersion}]");

// Pay: exactly 80 % belongs to the band below.
var pay = policy.PerformancePay.Assess(
    new PayPeriod { EmployeeId = "7", Period = Period.Month(2026, 10), Target = 50_000, Actual = 40_000, CommittedPay = 1_234.55m });
Console.WriteLine($"{pay.Band}: {pay.Factor} of the committed pay is {pay.Payable}");
Console.WriteLine(pay.Reason);

// The host's own class, assessed as it is.
var mine = policy.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });
Console.WriteLine(mine.Assess(new CrmOrder("A-7", new(2026, 7, 1), FilledOn: new(2026, 10, 5)), asOf).Reason);

internal sealed record CrmOrder(string Number, DateOnly PlacedOn, DateOnly? FilledOn);
