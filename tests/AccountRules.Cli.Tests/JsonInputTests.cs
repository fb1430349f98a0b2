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
    [InlineData("""{"AccountId":"A","Period":"2026-01","Revenue":true}""", ":[1].Revenue: found `true`; allowed: a text, a number or null.")]
    [InlineData("""{"AccountId":{"x":1},"Period":"2026-01","Revenue":1}""", ":[1].AccountId: found `{\"x\":1}`; allowed: a text, a number or null.")]
    [InlineData("""{"AccountId":"\ud800","Period":"2026-01","Revenue":1}""", ":[1].AccountId: found `\"\\ud800\"`; allowed: a text, a number or null.")]
    [InlineData("""{"Period":"2026-01","Revenue":1}""", ":[1].AccountId: found nothing; allowed: a value, because it says what the row is about.")]
    [InlineData(
        """{"AccountId":"A","AccountId":"B","Period":"2026-01","Revenue":1}""", ":[1].AccountId: found the property again; allowed: each property once.")]
    [InlineData("""{"AccountId":"A","Period":"2026-1","Revenue":1}""", ":[1].Period: found `2026-1`; allowed: a period as 2026, 2026-Q2 or 2026-05.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":"1,5"}""",
        ":[1].Revenue: found `1,5`; allowed: a number such as 1234.5, with . before its decimals and no thousands separators, or nothing.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":1e-29}""",
        ":[1].Revenue: found `1e-29`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":1e400}""",
        ":[1].Revenue: found `1e400`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData(
        """{"AccountId":"A","Period":"2026-01","Revenue":12345678901234567890.1234567891}""",
        ":[1].Revenue: found `12345678901234567890.1234567891`; allowed: a number of up to 28 digits, so that none of them is lost.")]
    [InlineData("42", ":[1]: found `42`; allowed: an object.")]
    [InlineData("null", ":[1]: found `null`; allowed: an object.")]
    public void ABadElement_IsToldWithItsPlace_AndTheOthersAreAssessed(string element, string expected)
    {
        var result = tool.Assess(
            tool.File(
                "account-revenue.json",
                $$"""[{"AccountId":"Z","Period":"2026-01","Revenue":1},{{element}},{"AccountId":"Y","Period":"2026-01","Revenue":1.5e3}]"""),
            "--policy",
            tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 100 } }"""));

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal($"account-revenue.json{expected}", result.ErrorLines[0]);
        Assert.Equal(["Z", "Y"], result.Json.Where(a => a.GetProperty("value").ValueKind == System.Text.Json.JsonValueKind.Number)
            .Select(a => a.GetProperty("subject").GetString()));
    }

    [Fact]
    public void AnUnknownProperty_IsIgnoredWithAWarning()
    {
        var result = tool.Assess(
            tool.File("fte-orders.json", """[{"OrderId":"1","OrderedOn":"2026-04-01","Note":{}},{"OrderId":"2","OrderedOn":"2026-04-01","Note":1}]"""));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal("fte-orders.json: ignores the unknown property `Note`; known are OrderId,AccountId,OrderedOn,FulfilledOn,Headcount.\n", result.Error);
        Assert.Equal(2, result.Json.Length);
    }

    [Theory]
    [InlineData("", "is empty: expected an array of objects with OrderId,AccountId,OrderedOn,FulfilledOn,Headcount.")]
    [InlineData("{}", "is not an array of objects in JSON at line 1; nothing from there on is read.")]
    [InlineData("[{\"OrderId\":\"1\",\n\"OrderedOn\":2026-04-01}]", "is not an array of objects in JSON at line 2; nothing from there on is read.")]
    [InlineData("[{\"OrderId\":\"1\"}", "is not an array of objects in JSON at line 1; nothing from there on is read.")]
    [InlineData("[] x", "is not an array of objects in JSON at line 1; nothing from there on is read.")]
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
            "fte-orders.json:[0].OrderId: found `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…` (20,000,000 characters); allowed: at most 10,000 characters.\n",
            result.Error);
        Assert.Single(result.Json);
    }
}
