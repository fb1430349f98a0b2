using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AccountRules.Shared;

/// <summary>
/// A PostgreSQL cluster of our own, in a temporary folder on a free loopback port; stopped and deleted on disposal. It needs Debian's postgresql-15 installed,
/// and as root runs the server as the user postgres, since PostgreSQL refuses root.
/// </summary>
internal sealed class PrivateCluster : IDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    private readonly string folder;

    private PrivateCluster(string folder, int port) => (this.folder, Port) = (folder, port);

    public int Port { get; }

    /// <summary>Whether PostgreSQL 15 is installed here.</summary>
    public static bool IsInstalled => File.Exists(Path.Combine(Binaries, "initdb"));

    public string ConnectionString(string database = "postgres") =>
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Include Error Detail=true";

    public static PrivateCluster Start()
    {
        var cluster = new PrivateCluster(Directory.CreateTempSubdirectory("accountrules-pg").FullName, FreePort());
        try
        {
            if (Environment.UserName == "root")
                cluster.Run("chown", "postgres", cluster.folder);

            cluster.Postgres(
                "initdb", "--pgdata", cluster.Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync");
            cluster.Postgres("pg_ctl", "start", "--wait", "--pgdata", cluster.Data, "--log", Path.Combine(cluster.folder, "log"), "--options",
                $"-p {cluster.Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
                + " -c jit=off");
            return cluster;
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            Postgres("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", Data);

        Directory.Delete(folder, recursive: true);
    }

    private string Data => Path.Combine(folder, "data");

    private void Postgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries, program);
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private void Run(string program, params string[] arguments)
    {
        // A server that pg_ctl leaves running keeps the pipes of its parent open, so output goes to a file.
        var output = Path.Combine(folder, "output");
        var script = string.Join(' ', ((string[])[program, .. arguments]).Select(a => $"'{a.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"{script} >'{output}' 2>&1 </dev/null"]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {arguments.FirstOrDefault()} failed with {process.ExitCode}: {File.ReadAllText(output)}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
