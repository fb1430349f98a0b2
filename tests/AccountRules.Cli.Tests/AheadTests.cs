namespace AccountRules.Cli.Tests;

/// <summary>What is done ahead, on a second processor, changes nothing of what a run says.</summary>
public sealed class AheadTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("table")]
    [InlineData("csv")]
    public void Assess_WithWorkDoneAhead_SaysTheSame(string format)
    {
        string[] args = ["assess", Tool.Northwind, "--policy", Path.Combine(Tool.Northwind, "policy.json"), "--as-of", "1998-07-20", "--format", format];

        Assert.Equal(tool.Run(args), tool.Run(terminal => terminal with { Ahead = Ahead.Begin() }, args));
    }

    [Fact]
    public void Work_ThatFails_IsFollowedByTheNext()
    {
        if (Ahead.Begin() is not { } ahead)
            return;

        using var done = new ManualResetEventSlim();
        ahead.Do(() => throw new InvalidOperationException("of no concern"));
        ahead.Do(done.Set);

        Assert.True(done.Wait(TimeSpan.FromMinutes(1)));
    }
}
