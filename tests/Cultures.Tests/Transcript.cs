using System.Text.Json;
using AccountRules.Documents;
using AccountRules.Facts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Cultures.Tests;

/// <summary>All kinds of text that the library reads and writes, a line or paragraph each: to be the same under every culture.</summary>
internal static class Transcript
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Policy Policy = new(
        new PolicyTerms { EffectiveFrom = new(2026, 1, 2) }.With(new KeyAccountTerms { EntryThreshold = 100_000.5m, ExitThreshold = 80_000.25m }));

    private static readonly string[] Names = ["Indigo", "ipek", "IPEK", "İpek", "ıpek", "Zürich", "zebra", "Ärger", "Apfel", "ก", "پ", "ش"];

    public static IEnumerable<string> Lines() =>
    [
        .. Periods(), .. Reasons(), .. Many(), .. Documents(), .. Configuration(), .. Refusals(), .. Values(),
    ];

    private static IEnumerable<string> Periods()
    {
        foreach (var text in new[]
        {
            "2026", "2026-Q2", "2026-03", "2569", "1447-09", "1404-12", "0001-01", "9999-Q4", "2026-H1", "2026-W53", "2026-04/2027-03", "2026-04-01/2026-04-15",
        })
        {
            var period = Period.Parse(text);
            yield return $"{period} {JsonSerializer.Serialize(period)} {JsonSerializer.Deserialize<Period>($"\"{text}\"")}";
        }

        foreach (var text in new[] { "٢٠٢٦-٠٣", "۲۰۲۶", "๒๐๒๖-๐๓", "2026-q2", "Jan-26", "01.03.2026" })
            yield return $"{text} {Period.TryParse(text, provider: null, out _)} {Message(() => Period.Parse(text))}";
    }

    private static IEnumerable<string> Reasons()
    {
        foreach (var assessment in Assessments())
        {
            var record = assessment.ToRecord();
            yield return assessment.ToString();
            yield return assessment.Explain(Language.German);
            yield return $"{assessment.ToBandAbove} {assessment.ToBandBelow} {assessment.Citation}";
            yield return JsonSerializer.Serialize(record);
            yield return $"{JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(record))!.Reason == record.Reason}";
        }
    }

    private static IEnumerable<Assessment> Assessments()
    {
        foreach (var days in new[] { -5, 0, 80, 90, 400 })
        {
            yield return Policy.FteFulfillment.Assess(new() { OrderId = "ı1", OrderedOn = AsOf.AddDays(-days) }, AsOf);
            yield return Policy.Payment.Assess(new() { InvoiceId = "1", DueOn = AsOf.AddDays(-days), Amount = 1234.5m }, AsOf);
        }

        foreach (var actual in new decimal?[] { -1234.56m, 0, 0.0001m, 740.70m, 850, 1234567.89m, null })
        {
            yield return Policy.KpiAttainment.Assess(Result("İpek", actual), AsOf);
            yield return Policy.PerformancePay.Assess(
                new() { EmployeeId = "7", Period = Period.Month(2026, 10), Target = 1000, Actual = actual, CommittedPay = 1234.55m, Share = 16, ShareOf = 31 },
                AsOf);
            yield return Policy.KeyAccount.Assess(new() { AccountId = "7", Period = Period.Month(2026, 10), Revenue = actual * 100 }, AsOf);
            yield return Policy.ImprovementPlan.Assess(
                new()
                {
                    EmployeeId = "7",
                    StartedOn = new(2026, 2, 1),
                    EndsOn = new(2026, 5, 1),
                    CompletedOn = new(2026, 4, 1),
                    Target = 1000,
                    Actual = actual,
                },
                AsOf);
        }

        yield return Policy.Career.Assess(new() { EmployeeId = "7", RoleSince = new(2026, 2, 28) }, AsOf);
    }

    private static IEnumerable<string> Many()
    {
        KpiResult[] results = [.. Names.SelectMany(name => new[] { Result(name, 900), Result(name, 900) with { Period = Period.Month(2026, 9) } })];
        AccountRevenue[] revenues =
        [
            .. Names.SelectMany((name, i) => Enumerable.Range(1, 4 + i % 3).Select(
                month => new AccountRevenue { AccountId = name, Period = Period.Month(2026, month), Revenue = 40_000.125m * ((month * 7 + i) % 4) })),
        ];
        foreach (var month in Policy.KpiMonth.Assess(results, AsOf))
            yield return month.ToString();

        foreach (var row in Policy.KeyAccount.Track(revenues, AsOf))
            yield return row.ToString();

        foreach (var row in Policy.KeyAccount.TrackSorted(
            revenues.OrderBy(r => r.AccountId, StringComparer.Ordinal), AsOf,
            new TrackPeriods(revenues.Select(r => r.Period)) { MembersBefore = ["ipek", "IPEK"] }))
        {
            yield return row.ToString();
        }

        foreach (var achievement in Achievement.Of(results))
            yield return Policy.PerformancePay.Assess(achievement.ForPay(1000.05m), AsOf).Reason;

        foreach (var entry in new Agenda(new(2026, 1, 1), days: 500).Add(Policy.KpiMonth, results).AddTrack(Policy.KeyAccount, revenues)
            .Add(Policy.FteFulfillment, Names.Select((name, i) => new FteOrder { OrderId = name, OrderedOn = new DateOnly(2026, 1, 1).AddDays(i) })).Entries())
        {
            yield return $"{entry} {entry.Summary} {JsonSerializer.Serialize(entry.ToRecord())}";
        }

        var monitor = new PolicyMonitor(Policy, new(2026, 1, 1));
        foreach (var change in monitor.AddRange(results)
            .Concat(monitor.AddRange(revenues))
            .Concat(monitor.AdvanceTo(AsOf))
            .Concat(monitor.Swap(Policy.Default)))
        {
            yield return $"{change} {JsonSerializer.Serialize(change.ToRecord())}";
        }

        yield return string.Join(' ', monitor.Counts);
        yield return Policy.KpiAttainment.CountByStanding(results, AsOf).ToString() ?? "";
        yield return Payables.Total(results.Select(r => Policy.PerformancePay.Assess(
            new() { EmployeeId = r.EmployeeId, Period = r.Period, Target = 10, Actual = 9, CommittedPay = 0.15m }, AsOf))).ToString();
    }

    private static IEnumerable<string> Documents()
    {
        const string Document = """
            { "version": "İ1", "effectiveFrom": "2026-02-28", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 46 },
              "kpiAttainment": { "above": 0.8501 }, "keyAccount": { "entryThreshold": 100000.25, "exitThreshold": 80000 },
              "performancePay": { "increment": 0.05, "bands": [
                { "name": "Pip", "factor": 0, "programme": "PIP" }, { "above": 0.355, "name": "İyi", "factor": 1.105 } ] } }
            """;
        var policy = Policy.Parse(Document);
        yield return PolicyHandbook.Write(policy);
        yield return PolicyHandbook.Write(Policy.Default);
        yield return PolicyHandbook.Write(policy, Language.German);
        yield return PolicyDocument.Write(policy);
        yield return $"{Policy.Parse(PolicyDocument.Write(policy)).Equals(policy)}";
        yield return PolicyDocument.Schema();
        yield return Message(() => Policy.Parse("""
            { "effectiveFrom": "28.02.2026", "FTEFULFILLMENT": {}, "fteFulfillment": { "limitDays": -5, "LIMITDAYS": 3, "atRiskFromDay": 1.5 },
              "kpiAttainment": { "above": 85 }, "keyAccount": { "entryThreshold": "1,5", "exitThreshold": -0.5 },
              "performancePay": { "rounding": "halftoeven", "bands": [ { "name": "İ", "factor": -1 }, { "name": "i", "above": -0.5, "factor": 99.5 } ] } }
            """));
        foreach (var rule in policy.Rules)
        {
            var outcomes = rule.Grades.Select(g => $"{g.Band} {g.Standing}").Concat(rule.Scale?.Select(b => $"{b.Name} {b.Cut}") ?? []);
            yield return $"{rule.Id} {string.Join(' ', outcomes)}";
        }
    }

    /// <summary>A host's configuration has no case: KPIATTAINMENT is kpiAttainment, in Turkey too.</summary>
    private static IEnumerable<string> Configuration()
    {
        foreach (var settings in new Dictionary<string, string?>[]
        {
            new()
            {
                ["ACCOUNTRULES:POLICY:VERSION"] = "9", ["ACCOUNTRULES:POLICY:FTEFULFILLMENT:LIMITDAYS"] = "61", ["ACCOUNTRULES:TIMEZONE"] = "Etc/UTC",
                ["AccountRules:Policy:kpiAttainment:above"] = "0.9", ["AccountRules:Policy:effectiveFrom"] = "2999-01-31",
                ["AccountRules:Policy:performancePay:rounding"] = "halfToEven",
            },
            new() { ["AccountRules:Policy:kpiAttainment:above"] = "0,9", ["AccountRules:Policy:fteFulfillment:limitDays"] = "-1" },
        })
        {
            var logs = new RecordingLogs();
            var builder = Host.CreateEmptyApplicationBuilder(new());
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddLogging(logging => logging.AddProvider(logs));
            builder.Services.AddSingleton<TimeProvider>(new Noon());
            builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules")).AddPolicyMonitor((_, monitor, _) =>
            {
                monitor.TryAddRange([Result("ı ", 1), Result("i", -5)]);
                return Task.CompletedTask;
            });
            yield return Message(() =>
            {
                using var host = builder.Build();
                host.Start();
                logs.Lines.Enqueue(PolicyDocument.Write(host.Services.GetRequiredService<Policy>()));
                host.StopAsync().Wait();
            });
            foreach (var line in logs.Lines.Where(line => !line.Contains("Hosting", StringComparison.Ordinal)))
                yield return line;
        }
    }

    private static IEnumerable<string> Refusals()
    {
        yield return Message(() => new DayColumns([-2], [-1]).Count);
        yield return Message(() => new AmountColumn([1], -3).Count);
        yield return Message(() => new Agenda(AsOf, days: -7));
        yield return Message(() => new Agenda(AsOf, until: AsOf.AddDays(-7)));
        yield return Message(() => new PolicyMonitor(Policy, AsOf).AdvanceTo(AsOf.AddDays(-7)));
        yield return Message(() => Period.Month(2026, -1));
        yield return Message(() => Achievement.Of([], cap: -1.5m));
        yield return Message(() => new Scale(Band.Lowest("Iı"), Band.Above(1.5m, "A"), Band.Above(-1.5m, "B")));
        yield return Message(() => new Scale(Band.Lowest("KPI"), Band.Above(1.5m, "kpi"), Band.Above(2.5m, "KPI")));
        yield return Message(() => new DeadlineRule<FteOrder>(
            new("own"),
            Measure.Days<FteOrder>(o => o.OrderedOn, o => o.FulfilledOn),
            new(Band.Lowest("A").Open(Standing.OnTrack), Band.Above(-1.5m, "B").Open(Standing.OnTrack)),
            FteOrder.Shape));
        yield return Message(() => Policy.KpiMonth.Assess([Result("i\u00a0", 1)], AsOf).Count());
        yield return Message(() => Policy.KeyAccount.Where(
            new[] { new AccountRevenue { AccountId = "1", Period = Period.Year(2026), Revenue = 1 } }.AsQueryable(), AsOf, Standing.Graded).Count());
    }

    private static IEnumerable<string> Values()
    {
        yield return new FactKey("İ", Period.Month(2026, 3), "kpi", new(2026, 3, 1)).ToString();
        yield return string.Join(' ', Names.Select(name => new FactKey(name)).Order());
        yield return JsonSerializer.Serialize(Result("İ", -1234.5m));
        yield return JsonSerializer.Serialize(JsonSerializer.Deserialize<KpiResult>(JsonSerializer.Serialize(Result("İ", -1234.5m))));
        yield return string.Join(' ', Names.Select(name => $"{name} {Ids.Problem(name)}"));
        yield return string.Join(' ', new[] { "i\u0307", "I\u0307", "e\u0301", "ي\u0654" }.Select(Ids.Problem));
    }

    private static KpiResult Result(string employee, decimal? actual) =>
        new() { EmployeeId = employee, Kpi = "ıKPIi", Period = Period.Month(2026, 10), Target = 1000, Actual = actual };

    private static string Message(Action act)
    {
        try
        {
            act();
            return "nothing was refused";
        }
        catch (Exception e) when (e is ArgumentException or FormatException or PolicyException or InvalidOperationException or NotSupportedException
            or Microsoft.Extensions.Options.OptionsValidationException)
        {
            // The platform adds a last line of its own, in the culture's numbers.
            return $"{e.GetType().Name}: {e.Message.Split("\nActual value was")[0]}";
        }
    }

    private static string Message(Func<object> act) => Message(() => { _ = act(); });

    private sealed class Noon : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}
