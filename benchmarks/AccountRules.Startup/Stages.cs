using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace AccountRules.Startup;

/// <summary>The time from stage to stage. Nothing is printed before the last stage has ended.</summary>
internal sealed class Stages
{
    private readonly List<(string Name, TimeSpan Time, long Methods)> ended = new(16);
    private long methods;
    private long start;

    public Stages()
    {
        End("");
        ended.Clear();
        End("");
        ended.Clear();
    }

    public void End(string name)
    {
        var time = Stopwatch.GetElapsedTime(start);
        ended.Add((name, time, JitInfo.GetCompiledMethodCount(currentThread: true) - methods));
        methods = JitInfo.GetCompiledMethodCount(currentThread: true);
        start = Stopwatch.GetTimestamp();
    }

    public void Print()
    {
        foreach (var (name, time, count) in ended)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{time.TotalMilliseconds}\t{count}"));
    }
}
