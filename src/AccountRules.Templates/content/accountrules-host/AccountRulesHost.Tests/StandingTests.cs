using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AccountRulesHost.Tests;

public class StandingTests(WebApplicationFactory<Program> host) : IClassFixture<WebApplicationFactory<Program>>
{
    [Theory]
    [InlineData("2026-11-30", "AtRisk")]
    [InlineData("2026-12-01", "Overdue")]
    public async Task OpenOrder_StandsByItsDay(string asOf, string expected)
    {
        var response = await host.CreateClient().PostAsJsonAsync($"/orders/standing?asOf={asOf}", Order("1042"));

        var standing = await response.Content.ReadFromJsonAsync<OrderStanding>();
        Assert.Equal((expected, new DateOnly(2026, 11, 30)), (standing!.Standing, standing.DueOn));
    }

    [Fact]
    public async Task OrderWithoutANumber_IsAProblem()
    {
        var response = await host.CreateClient().PostAsJsonAsync("/orders/standing", Order(" "));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Policy_IsHealthy() => Assert.Equal("Healthy", await host.CreateClient().GetStringAsync("/health"));

    private static StaffingOrder Order(string number) => new() { Number = number, Customer = "ACME", PlacedOn = new(2026, 9, 1) };
}
