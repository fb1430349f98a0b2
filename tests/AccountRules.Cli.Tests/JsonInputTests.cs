namespace AccountRules.Cli.Tests;

/// <summary>Fact files in JSON.</summary>
public sealed class JsonInputTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void AnArrayOfObjects_GivesTheSameAsCsv()
    {
        var csv = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual,Direction\n7,\"A \"\"b\"\" ü\",2026-01,100,85.00,\n7,L,2026-01,,5,lower\n");
        var json = tool.File(
            "kpi-results.json",
            """[{"employeeId":7,"KPI":"A \"b\" \u00fc","Period":"2026-01","Target":100,"Actual":"85.00"},"""
            + """{"EmployeeId":"7","Kpi":"L","Period":"2026-01","Target":null,"Actual":5e0,"Direction":"lower"}]""");

        var (fromCsv, fromJson) = (tool.Assess(csv), tool.Assess(json));

        Assert.Equal((ExitCode.Done, ""), (fromJson.Code, fromJson.Error));
        Assert.Equal(fromCsv.Out, fromJson.Out);
        Assert.Equal(3, fromJson.Json.Length);
    }

    [Theory]
    [InlineData("""{"AccountId":"A","Period":"2026-01","Revenue":true}""", ".Revenue: found `true`; allowed: a text, a number or null.")]
    [InlineData("""{"AccountId":{"x":1},"Period":"2026-01","Revenue":1}""", ".AccountId: found `{\"x\":1}`; allowed: a text, a number or null.")]
    [InlineData("""{"AccountId":"\ud800","Period":"2026-01","Revenue":1}""", ".AccountId: found `\"\\ud800\"`; allowed: a text, a number or null.")]
    [InlineData("""{"Period":"2026-01","Revenue":1}""", ".AccountId: found nothing; allowed: a value, because it says what the row is about.")]
    [InlineData(
        """{"AccountId":"A","AccountId":"B","Period":"2026-01","Revenue":1}""",
        ".AccountId: found `\"B\"`; allowed: each property once; this one was there before.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-1","Revenue":1}""",
        ".Period: found `2026-1`; allowed: a period as 2026, 2026-H1, 2026-Q2, 2026-05, 2026-W14, 2026-04/2027-03 or 2026-04-01/2026-04-15.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":"1,5"}""",
        ".Revenue: found `1,5`; allowed: a number such as 1234.5, with . before its decimals and no thousands separators, or nothing.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":1e-29}""",
        ".Revenue: found `1e-29`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":1e400}""",
        ".Revenue: found `1e400`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":12345678901234567890.1234567891}""",
        ".Revenue: found `12345678901234567890.1234567891`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData("42", ": found `42`; allowed: an object.")]
    [InlineData("null", ": found `null`; allowed: an object.")]
    public void ABadElement_IsToldWithItsPlace_AndTheOthersAreAssessed(string element, string expected)
    {
        const string before = """[{"AccountId":"Z","Period":"2026-01","Revenue":1},""";
        var named = element.LastIndexOf($"\"{expected.Split(':')[0].TrimStart('.')}\":", StringComparison.Ordinal);
        var column = before.Length + 1 + (named < 0 ? 0 : element.IndexOf(':', named) + 1);

        var result = tool.Assess(
            tool.File("account-revenue.json", $$"""{{before}}{{element}},{"AccountId":"Y","Period":"2026-01","Revenue":1.5e3}]"""),
            "--rule",
            "key-account",
            "--policy",
            tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 100 } }"""));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal($"account-revenue.json:1:{column}: [1]{expected}", result.ErrorLines[0]);
        Assert.Equal(["Z", "Y"], result.Json.Where(a => a.GetProperty("value").ValueKind == System.Text.Json.JsonValueKind.Number)
            .Select(a => a.GetProperty("subject").GetString()));
    }

    [Fact]
    public void AnUnknownProperty_IsIgnoredWithAWarning()
    {
        var result = tool.Assess(
            tool.File("fte-orders.json", """[{"OrderId":"1","OrderedOn":"2026-04-01","Note":{}},{"OrderId":"2","OrderedOn":"2026-04-01","Note":1}]"""));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "fte-orders.json: ignores the unknown property `Note`; "
            + "known are OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.\n",
            result.Error);
        Assert.Equal(2, result.Json.Length);
    }

    [Theory]
    [InlineData("", "is empty: expected an array of objects with OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.")]
    [InlineData("{}", "is not an array of objects in JSON at line 1, column 1; nothing from there on is read.")]
    [InlineData("[{\"OrderId\":\"1\",\n\"OrderedOn\":2026-04-01}]", "is not an array of objects in JSON at line 2, column 17; nothing from there on is read.")]
    [InlineData("[{\"OrderId\":\"1\"}", "is not an array of objects in JSON at line 1, column 17; nothing from there on is read.")]
    [InlineData("[] x", "is not an array of objects in JSON at line 1, column 4; nothing from there on is read.")]
    public void MalformedJson_FailsTheFileWithItsLine(string json, string expected)
    {
        var result = tool.Assess(tool.File("fte-orders.json", json));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal($"fte-orders.json: {expected}\n", result.Error);
    }

    [Fact]
    public void AByteOrderMark_IsTolerated() =>
        Assert.Single(tool.Assess(tool.File("fte-orders.json", "\uFEFF" + """[{"OrderId":"1","OrderedOn":"2026-04-01"}]""")).Json);

    [Fact]
    public void AValueOf20Megabytes_RejectsItsElementOnly()
    {
        var result = tool.Assess(
            tool.File("fte-orders.json", $$"""[{"OrderId":"{{new string('x', 20_000_000)}}"},{"OrderId":"2","OrderedOn":"2026-04-01"}]"""));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            "fte-orders.json:1:13: [0].OrderId: found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` (20,000,000 characters); "
            + "allowed: at most 10,000 characters.\n",
            result.Error);
        Assert.Single(result.Json);
    }

    public static TheoryData<byte[]> NamesThatAreNoText => new(
        [(byte)'"', (byte)'N', 0xFC, (byte)'m', (byte)'"'],
        "\"\\ud800\""u8.ToArray(),
        "\"OrderId\\udfff\""u8.ToArray());

    /// <summary>A Latin-1 umlaut, and halves of a surrogate pair: once they ended the whole run, and the other files were lost.</summary>
    [Theory]
    [MemberData(nameof(NamesThatAreNoText))]
    public void APropertyNameThatIsNoText_RejectsItsRow_AndAllOthersAreAssessed(byte[] name)
    {
        byte[] json = [.. "[{\"OrderId\":\"1\"},\n {\"OrderId\":\"2\",\"Note\":\"\u00fc\","u8, .. name, .. ":5},\n {\"OrderId\":\"3\"}]"u8];
        var other = tool.File("registry-items.csv", "ItemId,AccountId,AddedOn,ClosedOn\n9,A,2026-04-01,\n");

        var result = tool.Assess(tool.File("fte-orders.json", json), other);

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.StartsWith("fte-orders.json:2:28: [1]: found `\"", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.EndsWith("allowed: a property whose name is text in UTF-8.", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(["1", "3", "9"], result.Json.Select(a => a.GetProperty("subject").GetString()));
    }

    [Fact]
    public void AValueThatIsNoText_RejectsItsRow_AndAllOthersAreAssessed()
    {
        byte[] json = [
            .. "[{\"OrderId\":\"M"u8, 0xFC,
            .. "\"},{\"OrderId\":\"\\uDC00\"},{\"OrderId\":\"a\\uFFFDb\"},{\"OrderId\":\"4\",\"Note\":\"\\ud800\"}]"u8,
        ];

        var result = tool.Assess(tool.File("fte-orders.json", json));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
        [
            "fte-orders.json:1:13: [0].OrderId: found `M\uFFFD`; allowed: text in UTF-8.",
            "fte-orders.json:1:30: [1].OrderId: found `\"\\uDC00\"`; allowed: a text, a number or null.",
            "fte-orders.json:1:51: [2].OrderId: found `a\uFFFDb`; allowed: a text without U+FFFD, which stands for a character that was lost on the way.",
            "fte-orders.json: ignores the unknown property `Note`; "
            + "known are OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount,Pauses,Calendar,KnownOn.",
        ], result.ErrorLines);
        Assert.Equal("4", Assert.Single(result.Json).GetProperty("subject").GetString());
    }

    [Fact]
    public void AMonthWithAValueThatCannotBeOne_IsUndetermined()
    {
        var result = tool.Assess(tool.File("kpi-results.json", """
            [{"EmployeeId":"e1","Kpi":"calls","Period":"2026-01","Target":100,"Actual":90},
             {"EmployeeId":"e1","Kpi":"sales","Period":"2026-01","Target":1000,"Actual":false}]
            """), "--rule", "kpi-month");

        Assert.Equal("kpi-results.json:2:77: [1].Actual: found `false`; allowed: a text, a number or null.\n", result.Error);
        Assert.Equal("Undetermined", Assert.Single(result.Json).GetProperty("standing").GetString());
    }

    /// <summary>
    /// The reader took 16 KB at a time: an error dropped up to 170 good rows before it. Here the error stands everywhere in the first 400 rows and far behind.
    /// </summary>
    [Fact]
    public void RowsBeforeASyntaxError_AreAllAssessed()
    {
        foreach (var good in Enumerable.Range(0, 40).Select(i => i * 10).Append(20_000))
        {
            var rows = string.Join(",\n", Enumerable.Range(0, good).Select(i => $$"""{"OrderId":"{{i}}","AccountId":"A","OrderedOn":"2026-04-01"}"""));
            var comma = good > 0 ? ",\n" : "";

            var result = tool.Assess(tool.File("fte-orders.json", $$"""[{{rows}}{{comma}}{"OrderId":"bad" "OrderedOn":"2026-04-01"},{"OrderId":"after"}]"""));

            Assert.Equal((ExitCode.Failed, good), (result.Code, result.Json.Length));
            Assert.Equal(
                $"fte-orders.json: is not an array of objects in JSON at line {good + 1}, column {(good == 0 ? 19 : 18)}; nothing from there on is read.\n",
                result.Error);
        }
    }

    [Fact]
    public void ALoneErrorAtTheEnd_LosesNoRow()
    {
        var rows = string.Concat(Enumerable.Range(0, 170).Select(i => $$"""{"OrderId":"{{i}}","OrderedOn":"2026-04-01"},"""));

        Assert.Equal(170, tool.Assess(tool.File("fte-orders.json", $"[{rows}]")).Json.Length);
        Assert.Equal(170, tool.Assess(tool.File("fte-orders.json", $"[{rows}")).Json.Length);
        Assert.Equal(170, tool.Assess(tool.File("fte-orders.json", $"[{rows[..^1]}] x")).Json.Length);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void OtherEncodingsWithTheirMark_AreRead_ForFactsAndPolicy(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        byte[] In(string text) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        var rows = string.Join(",\n", Enumerable.Range(0, 5_000).Select(i => $$"""{"OrderId":"{{"\u00fc\U0001F600"}}{{i}}","OrderedOn":"2026-04-01"}"""));
        var policy = tool.File("policy.json", In("""{ "version": "\u00fc16", "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 46 } }"""));

        var result = tool.Assess(tool.File("fte-orders.json", In($"[{rows}]")), "--policy", policy);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            Enumerable.Range(0, 5_000).Select(i => $"\u00fc\U0001F600{i} \u00fc16"),
            result.Json.Select(a => $"{a.GetProperty("subject")} {a.GetProperty("policyVersion")}"));
        Assert.Contains("of 60 days", result.Json[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void HalfOfACharacterInUtf16_RejectsItsRow()
    {
        byte[] json = [
            0xFF, 0xFE,
            .. System.Text.Encoding.Unicode.GetBytes("[{\"OrderId\":\"a"), 0x00, 0xD8,
            .. System.Text.Encoding.Unicode.GetBytes("b\"},{\"OrderId\":\"2\"}]"),
        ];

        var result = tool.Assess(tool.File("fte-orders.json", json));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal("2", Assert.Single(result.Json).GetProperty("subject").GetString());
    }

    [Fact]
    public void DeepNesting_RejectsItsRowOnly()
    {
        var deep = new string('[', 1_000_000) + new string(']', 1_000_000);

        var result = tool.Assess(tool.File("fte-orders.json", $$"""[{"OrderId":{{deep}}},{"OrderId":"2","Note":{{deep}}},{{deep}},{"OrderId":"3"}]"""));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(["2", "3"], result.Json.Select(a => a.GetProperty("subject").GetString()));
    }

    [Fact]
    public void AnElementWithoutEnd_FailsTheFileBeforeItEatsTheMemory()
    {
        var result = tool.Assess(tool.File("fte-orders.json", $$"""[{"OrderId":"1"},{"OrderId":"{{new string('x', 40 << 20)}}"""));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal("fte-orders.json: line 1 has an element of more than 32 MiB; nothing from there on is read.\n", result.Error);
        Assert.Single(result.Json);
    }

    [Fact]
    public void WhatASerializerWritesForTheLibrarysFacts_IsRead()
    {
        Facts.KpiResult[] results =
        [
            new()
            {
                EmployeeId = "e",
                Kpi = "errors",
                Period = Period.Month(2026, 3),
                Target = 10,
                Actual = 10.5m,
                Direction = Facts.Direction.LowerIsBetter,
                Weight = 0.5m,
            },
            new() { EmployeeId = "e", Kpi = "calls", Period = Period.Month(2026, 4), Target = 10, Actual = null },
        ];
        var named = new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web)
        {
            Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        };
        foreach (var json in new[] { System.Text.Json.JsonSerializer.Serialize(results), System.Text.Json.JsonSerializer.Serialize(results, named) })
        {
            var result = tool.Assess(tool.File("kpi-results.json", json), "--rule", "kpi-attainment");

            Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
            Assert.Equal("2026-03 2026-04", string.Join(' ', result.Json.Select(a => a.GetProperty("period").GetString())));
            Assert.Equal("Met Undetermined", string.Join(' ', result.Json.Select(a => a.GetProperty("standing").GetString())));
        }

        Facts.FteOrder[] orders = [new() { OrderId = "1", AccountId = "A", OrderedOn = new(2026, 4, 1), FulfilledOn = new(2026, 4, 30), Headcount = 2 }];
        Facts.ImprovementPlan[] plans =
            [new() { EmployeeId = "1", StartedOn = new(2026, 1, 1), EndsOn = new(2026, 3, 1), CompletedOn = new(2026, 3, 1), Target = 1, Actual = 0.35m }];
        Facts.RegistryItem[] items = [new() { ItemId = "1", AccountId = null, AddedOn = new(2026, 1, 1), ClosedOn = null }];
        Facts.PayPeriod[] pay = [new() { EmployeeId = "1", Period = Period.Quarter(2026, 1), Target = 1, Actual = 1.01m, CommittedPay = 100 }];
        Facts.AccountRevenue[] revenue = [new() { AccountId = "1", Period = Period.Year(2026), Revenue = 5, Deals = 2 }];
        var all = tool.Assess(
            tool.File("fte-orders.json", System.Text.Json.JsonSerializer.Serialize(orders)),
            tool.File("improvement-plans.json", System.Text.Json.JsonSerializer.Serialize(plans)),
            tool.File("registry-items.json", System.Text.Json.JsonSerializer.Serialize(items)),
            tool.File("performance-pay.json", System.Text.Json.JsonSerializer.Serialize(pay)),
            tool.File("account-revenue.json", System.Text.Json.JsonSerializer.Serialize(revenue)), "--policy",
            tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 5 }, "improvementPlanStart": { "startWithinDays": 5 } }"""));

        Assert.Equal((ExitCode.Done, ""), (all.Code, all.Error));
        Assert.Equal(["Met", "Overdue", "Graded 2026", "Graded 2026-Q1", "Missed", "Undetermined 2026", "Undetermined 2026", "Undetermined 2026", "Graded"],
            all.Json.Select(a => $"{a.GetProperty("standing")} {(a.TryGetProperty("period", out var period) ? period : "")}".TrimEnd()));
    }
}
