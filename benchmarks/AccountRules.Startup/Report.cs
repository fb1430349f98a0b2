using System.Runtime.InteropServices;
using AccountRules.Documents;

namespace AccountRules.Startup;

/// <summary>Runs the processes in turn, so that what else the machine does falls on both kinds, and prints the table.</summary>
internal static class Report
{
    private const string Reason = "reason";

    public static void Write(int processes, string? file)
    {
        var policy = file ?? Path.Combine(Path.GetTempPath(), $"accountrules-{Environment.ProcessId}.json");
        if (file is null)
            File.WriteAllText(policy, PolicyDocument.Write(Policy.Default, withComments: true));

        var (empty, work) = (new List<Measured>(), new List<Measured>());
        for (var i = 0; i <= processes; i++)
        {
            empty.Add(Measured.Run(Measured.Empty));
            work.Add(Measured.Run(Measured.Work, policy));
        }

        if (file is null)
            File.Delete(policy);

        // The first of each brings the files into memory.
        empty.RemoveAt(0);
        work.RemoveAt(0);
        Console.WriteLine(
            $"{processes} processes of each kind, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} "
            + $"processors, {file ?? "a document with every term"}");
        Console.WriteLine("| milliseconds | median | least | methods compiled |");
        Console.WriteLine("|---|--:|--:|--:|");
        foreach (var (index, stage) in work[0].Stages.Index())
            Row(stage.Name, work.Select(w => w.Stages[index].Milliseconds), stage.Methods);

        var ready = work[0].Stages.TakeWhile(s => s.Name != Reason).ToArray();
        Row("**all before the reason**", work.Select(w => w.Stages.Take(ready.Length).Sum(s => s.Milliseconds)), ready.Sum(s => s.Methods));
        Row("whole process that only prints", empty.Select(e => e.Milliseconds), methods: null);
        Row("whole process with all of the above", work.Select(w => w.Milliseconds), methods: null);
        Row("**what the above adds to it**", work.Zip(empty, (w, e) => w.Milliseconds - e.Milliseconds), methods: null);
    }

    private static void Row(string name, IEnumerable<double> times, int? methods)
    {
        var sorted = times.Order().ToArray();
        Console.WriteLine(FormattableString.Invariant($"| {name} | {sorted[sorted.Length / 2]:0.0} | {sorted[0]:0.0} | {methods} |"));
    }
}
