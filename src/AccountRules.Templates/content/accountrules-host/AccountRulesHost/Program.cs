using AccountRules;
using AccountRules.Facts;
using AccountRules.Hosting;
using AccountRulesHost;

var builder = WebApplication.CreateBuilder(args);

// The policy of policy.json, which is reloaded when it changes; a policy that cannot be used stops the start, with all of its problems.
builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"))
    .AddRule(policy => policy.FteFulfillment.For<StaffingOrder>(o => new FteOrder
    {
        OrderId = o.Number,
        AccountId = o.Customer,
        OrderedOn = o.PlacedOn,
        FulfilledOn = o.FilledOn,
    }));
builder.Services.AddHealthChecks().AddCheck<PolicyHealthCheck>("policy");
builder.Services.AddProblemDetails();

var app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapHealthChecks("/health");

// How an order stands, today or on a day asked for.
app.MapPost("/orders/standing", (StaffingOrder order, DateOnly? asOf, DeadlineRule<StaffingOrder> rule, PolicyClock clock) =>
    Ids.Problem(order.Number) is { } allowed
        ? Results.ValidationProblem(new Dictionary<string, string[]> { ["number"] = [$"Give {allowed}."] })
        : Results.Ok(OrderStanding.Of(rule.Assess(order, asOf ?? clock.Today))));

app.Run();
