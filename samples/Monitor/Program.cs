using System.Globalization;
using AccountRules.Samples.Monitor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// A service that keeps the standings of the Northwind data up to date: it loads the facts, moves on at local midnight, takes up a changed policy.json, and logs
// each change.
//     dotnet run --project samples/Monitor                   from today on
//     dotnet run --project samples/Monitor -- 1998-05-06     as if today were that day
var builder = MonitorHost.CreateBuilder();
if (args is [var today])
{
    builder.Services.AddSingleton<TimeProvider>(
        ShiftedTime.Beginning(DateTimeOffset.Parse(today, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
}

await builder.Build().RunAsync();
