using System.Diagnostics;
using AccountRules.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AccountRules.Tests.Hosting;

/// <summary>A policy file that changes is taken up, however it changes, and a host can tell where it stands.</summary>
public sealed class PolicyReloadTests : HostFixture
{
    private static string Version(string version) => $$"""{ "version": "{{version}}" }""";

    /// <summary>Puts one link in another's place in one step, which .NET does not do with links to folders.</summary>
    private static void MoveOver(string link, string other)
    {
        using var mv = Process.Start("mv", ["-T", link, other]);
        mv.WaitForExit();
        Assert.Equal(0, mv.ExitCode);
    }

    [Fact]
    public async Task File_ChangedAtAnyMomentOfTheStart_IsTakenUp()
    {
        // The options are read again and again while a source is made: each time, in a host of its own, is a moment at which the file changes.
        await Task.WhenAll(Enumerable.Range(1, 12).Select(async moment =>
        {
            var file = Write($"{moment}/policy.json", Version("1"));
            var calls = 0;
            using var provider = new ServiceCollection().AddAccountRules(o =>
            {
                o.PolicyFile = file;
                if (Interlocked.Increment(ref calls) == moment)
                    File.WriteAllText(file, Version("2"));
            }).BuildServiceProvider();
            var source = provider.GetRequiredService<PolicySource>();
            if (Volatile.Read(ref calls) < moment)
                File.WriteAllText(file, Version("2"));

            await Until(() => source.Current.Version == "2", $"the change at moment {moment} is lost");
        }));
    }

    [Fact]
    public async Task Options_ReadFirstWhenTheFileIsBroken_AreThoseThatTheHostStartedWith()
    {
        Write("policy.json", Version("1"));
        var (host, source) = await StartedOn("policy.json");
        using var _ = host;

        Write("policy.json", "{ broken");
        await Until(() => source.IsStale, "the broken file was not seen");

        Assert.Equal("policy.json", host.Services.GetRequiredService<IOptions<AccountRulesOptions>>().Value.PolicyFile);
    }

    [Fact]
    public async Task File_BehindAConfigMapsLinks_IsTakenUp()
    {
        // As Kubernetes mounts it: policy.json -> ..data/policy.json, ..data -> a folder of a time, and a change is a new ..data moved over the old one.
        Write("..2026_01/policy.json", Version("1"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "..data"), "..2026_01");
        File.CreateSymbolicLink(Path.Combine(Folder, "policy.json"), Path.Combine("..data", "policy.json"));
        var (host, source) = await StartedOn("policy.json");
        using var _ = host;

        Write("..2026_02/policy.json", Version("2"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "..data_tmp"), "..2026_02");
        MoveOver(Path.Combine(Folder, "..data_tmp"), Path.Combine(Folder, "..data"));

        await Until(() => source.Current.Version == "2", "the swapped link was not seen");
        Assert.True(Logged("Information Policy account-management 2 is in force; it takes the place of account-management 1"));
    }

    [Fact]
    public async Task File_InAReleaseFolderThatALinkLeadsTo_IsTakenUp()
    {
        Write("r1/policy.json", Version("1"));
        Write("r2/policy.json", Version("2"));
        var current = Path.Combine(Folder, "current");
        Directory.CreateSymbolicLink(current, "r1");
        var (host, source) = await StartedOn("current/policy.json");
        using var _ = host;

        Directory.CreateSymbolicLink(Path.Combine(Folder, "next"), "r2");
        MoveOver(Path.Combine(Folder, "next"), current);

        await Until(() => source.Current.Version == "2", "the next release was not seen");
    }

    [Theory]
    [InlineData(".policy.json")]
    [InlineData(".config/policy.json")]
    public async Task File_WithADot_IsTakenUp(string name)
    {
        var file = Write(name, Version("1"));
        var (host, source) = await StartedOn(name);
        using var _ = host;

        File.WriteAllText(file, Version("2"));

        await Until(() => source.Current.Version == "2", "the hidden file was not seen");
    }

    [Fact]
    public async Task Folder_MadeAnew_IsTakenUp()
    {
        var file = Write("config/policy.json", Version("1"));
        var (host, source) = await StartedOn("config/policy.json");
        using var _ = host;

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        await Until(() => source.IsStale, "the missing file was not seen");
        Assert.True(Logged("Error Policy account-management 1 stays in force; the changed policy cannot be used:"));
        Write("config/policy.json", Version("2"));

        await Until(() => source.Current.Version == "2", "the new folder was not seen");
        Write("config/policy.json", Version("3"));
        await Until(() => source.Current.Version == "3", "the file in the new folder was not seen");
    }

    [Fact]
    public async Task File_OfTheSameLengthAndTime_IsTakenUp()
    {
        var file = Write("policy.json", Version("1"));
        var time = File.GetLastWriteTimeUtc(file);
        var (host, source) = await StartedOn("policy.json");
        using var _ = host;

        var next = Write("next.json", Version("2"));
        File.SetLastWriteTimeUtc(next, time);
        File.Move(next, file, overwrite: true);

        await Until(() => source.Current.Version == "2", "the change was not seen");
    }

    [Fact]
    public async Task Listener_ThatThrows_IsLoggedAndKeepsNoOtherFromHearing()
    {
        var file = Write("policy.json", Version("1"));
        var (host, source) = await StartedOn("policy.json");
        using var _ = host;
        var heard = new List<string>();
        source.OnChange(p => heard.Add($"first {p.Version}"));
        source.OnChange(p => throw new InvalidOperationException("no"));
        var ended = source.OnChange(p => heard.Add($"ended {p.Version}"));
        source.OnChange(p => heard.Add($"last {p.Version}"));
        ended.Dispose();

        File.WriteAllText(file, Version("2"));

        await Until(() => heard.Count == 2, "the listeners were not called");
        Assert.Equal(["first 2", "last 2"], heard);
        await Until(() => Logged("Error A listener to changes of the policy failed on account-management 2"), "the failure was not logged");
    }

    [Fact]
    public async Task Source_OfAFileThatGoesBadAndIsMended_SaysWhatIsInForceAndWhatWasRefused()
    {
        var file = Write("policy.json", Version("1"));
        var started = TimeProvider.System.GetUtcNow();
        var (host, source) = await StartedOn("policy.json");
        using var _ = host;
        var check = new PolicyHealthCheck(source);
        Assert.Null(source.LastRefusal);
        Assert.InRange(source.Since, started, TimeProvider.System.GetUtcNow());
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new())).Status);
        var since = source.Since;

        Write("policy.json", """{ "version": "2", "fteFulfillment": { "limitDays": 0 } }""");
        await Until(() => source.IsStale, "the bad policy was not seen");
        var refusal = source.LastRefusal!;
        Assert.Equal(("1", since), (source.Current.Version, source.Since));
        Assert.Equal($"{file}: line 1: $.fteFulfillment.limitDays: found 0; allowed: from 1 to 3660.", refusal.Problems[0]);
        Assert.InRange(refusal.At, since, TimeProvider.System.GetUtcNow());
        var health = await check.CheckHealthAsync(new());
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("limitDays: found 0", health.Description, StringComparison.Ordinal);

        Write("policy.json", Version("1"));
        await Until(() => !source.IsStale, "the mended policy was not seen");
        Assert.Equal((since, refusal), (source.Since, source.LastRefusal));
        Assert.True(Logged("Information Policy account-management 1 stays in force; what could not be used has been taken back"));
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new())).Status);
    }

    [Fact]
    public async Task File_ThatStaysBad_IsLoggedOnce()
    {
        var file = Write("policy.json", Version("1"));
        var (host, source) = await StartedOn("policy.json");
        using var _ = host;

        File.Delete(file);
        await Until(() => source.IsStale, "the missing file was not seen");
        await Task.Delay(TimeSpan.FromSeconds(5));

        Assert.Single(Logs.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    /// <summary>Ending a watch waits for its running call, which waits for the source.</summary>
    [Fact]
    public async Task Source_DisposedOrLedToAnotherFileWhileItsFileChanges_DoesNotHang()
    {
        string[] files = [Write("a.json", Version("1")), Write("b.json", Version("2"))];
        using var ended = new CancellationTokenSource();
        var writing = Task.Run(() =>
        {
            for (var i = 0; !ended.IsCancellationRequested; i++)
            {
                try
                {
                    File.WriteAllText(files[i % 2], Version("3"));
                }
                catch (IOException)
                {
                    // It is being read.
                }
            }
        });
        var hosts = 0;
        var disposing = Task.Run(() =>
        {
            for (; hosts < 200; Interlocked.Increment(ref hosts))
            {
                var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("A:PolicyFile", files[0])]).Build();
                using var provider = new ServiceCollection().AddAccountRules(configuration.GetSection("A")).BuildServiceProvider();
                try
                {
                    provider.GetRequiredService<PolicySource>();
                }
                catch (OptionsValidationException)
                {
                    // Read while it was being written.
                }

                configuration["A:PolicyFile"] = files[1];
                configuration.Reload();
            }
        });

        // What hangs does not go on: a machine that is busy may take its time for all of them, but not for one.
        var isHanging = false;
        while (!isHanging && !disposing.IsCompleted)
        {
            var before = Volatile.Read(ref hosts);
            isHanging = await Task.WhenAny(disposing, Task.Delay(TimeSpan.FromMinutes(2))) != disposing && Volatile.Read(ref hosts) == before;
        }

        await ended.CancelAsync();
        Assert.False(isHanging, "it hangs");
        await Task.WhenAll(disposing, writing);
    }

    /// <summary>A call of the watch waits for the source, which is busy, and so does the end of the source, which came before it.</summary>
    [Fact]
    public async Task Source_DisposedWhileACallOfItsWatchWaits_DoesNotHang()
    {
        string[] files = [Write("a.json", Version("1")), Write("b.json", Version("2"))];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("A:PolicyFile", files[0])]).Build();
        var provider = new ServiceCollection().AddAccountRules(configuration.GetSection("A")).BuildServiceProvider();
        var source = provider.GetRequiredService<PolicySource>();
        using var isBusy = new ManualResetEventSlim();
        using var goesOn = new ManualResetEventSlim();
        using var listener = source.OnChange(_ =>
        {
            isBusy.Set();
            goesOn.Wait();
        });
        configuration["A:PolicyFile"] = files[1];
        var reloading = Task.Factory.StartNew(configuration.Reload, TaskCreationOptions.LongRunning);
        isBusy.Wait();
        var disposing = Task.Factory.StartNew(source.Dispose, TaskCreationOptions.LongRunning);
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        File.WriteAllText(files[1], Version("3"));
        await Task.Delay(TimeSpan.FromSeconds(1));
        goesOn.Set();
        Assert.True(await Task.WhenAny(disposing, Task.Delay(TimeSpan.FromMinutes(2))) == disposing, "it hangs");
        await Task.WhenAll(reloading, disposing);
        await provider.DisposeAsync();
    }

    /// <summary>A change comes on another thread while the source begins to watch, which waits for the call of that change.</summary>
    [Fact]
    public async Task Source_WhoseSectionChangesWhileItBeginsToWatch_DoesNotHang()
    {
        var section = new ChangingAsItIsWatched(new ConfigurationBuilder().Build());
        var starting = Task.Factory.StartNew(
            () =>
            {
                using var provider = new ServiceCollection().AddAccountRules(section).BuildServiceProvider();
                return provider.GetRequiredService<PolicySource>().Current.Version;
            }, TaskCreationOptions.LongRunning);

        Assert.True(await Task.WhenAny(starting, Task.Delay(TimeSpan.FromMinutes(2))) == starting, "it hangs");
        Assert.Equal(Policy.Default.Version, await starting);
    }

    /// <summary>Its token has changed by the time that somebody is told of changes, and ending that waits for the call, as tokens of .NET do.</summary>
    private sealed class ChangingAsItIsWatched(IConfiguration settings) : IConfiguration, IChangeToken, IDisposable
    {
        private Task? call;

        public bool HasChanged { get; private set; }

        public bool ActiveChangeCallbacks => true;

        public string? this[string key]
        {
            get => settings[key];
            set => settings[key] = value;
        }

        public IEnumerable<IConfigurationSection> GetChildren() => settings.GetChildren();

        public IConfigurationSection GetSection(string key) => settings.GetSection(key);

        public IChangeToken GetReloadToken() => this;

        public IDisposable RegisterChangeCallback(Action<object?> callback, object? state)
        {
            if (HasChanged)
                return this;

            HasChanged = true;
            call = Task.Factory.StartNew(() => callback(state), TaskCreationOptions.LongRunning);
            return this;
        }

        public void Dispose() => call?.Wait();
    }

    [Fact]
    public async Task HealthChecks_OfAHost_TakeThePolicys()
    {
        var file = Write("policy.json", Version("1"));
        using var host = HostOf(
            """{ "AccountRules": { "PolicyFile": "policy.json" } }""", b => b.Services.AddHealthChecks().AddCheck<PolicyHealthCheck>("policy"));
        await host.StartAsync();
        var health = host.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);

        File.Delete(file);

        await Until(() => host.Services.GetRequiredService<PolicySource>().IsStale, "the missing file was not seen");
        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync()).Status);
    }
}
