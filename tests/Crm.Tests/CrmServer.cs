using System.Net;
using AccountRules.Samples.Crm;
using AccountRules.Samples.Crm.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Crm.Tests;

/// <summary>The sample on a free loopback port, with a database of its own, on 20 July 1998.</summary>
public sealed class CrmServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("accountrules-crm").FullName;
    private WebApplication app = null!;

    public string Address { get; private set; } = "";

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The policy's file: a copy of the sample's, which a test may change.</summary>
    public string PolicyFile => Path.Combine(folder, "policy.json");

    public async Task InitializeAsync()
    {
        File.Copy(Path.Combine(Repository.Root, "samples", "northwind", "policy.json"), PolicyFile);
        app = CrmHost.Build(
        [
            "--urls=http://127.0.0.1:0", $"--Crm:Database={Path.Combine(folder, "crm.db")}", $"--AccountRules:PolicyFile={PolicyFile}",
            "--Logging:LogLevel:Default=None", "--Logging:LogLevel:AccountRules=None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None",
        ]);
        await app.StartAsync();
        Address = app.Urls.Single();
        Client = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new(Address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    public Task<string> GetAsync(string path) => Client.GetStringAsync(path);

    /// <summary>Posts a form of a page as a browser does: with the page's token.</summary>
    public async Task<string> PostAsync(string page, string handler, params (string Name, string Value)[] fields)
    {
        var token = Page.Find(await GetAsync(page), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").First();
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var response = await Client.PostAsync(page + handler, form);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What an order's row says.</summary>
    internal async Task<StaffingOrder> OrderAsync(string number)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<CrmContext>().Orders.AsNoTracking().SingleAsync(o => o.Number == number);
    }
}

/// <summary>One server for all tests that change nothing.</summary>
[CollectionDefinition("reading")]
public sealed class ReadingTests : ICollectionFixture<CrmServer>;
