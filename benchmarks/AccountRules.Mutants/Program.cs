using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using AccountRules.Mutants;

// Whether the tests notice changes of the library's code, from the repository's folder, the tests being built:
// dotnet run -c Release --project benchmarks/AccountRules.Mutants [-- --sample 300 --seed 1 --workers 2 --rooms Measures Scale --places Scale.cs:41]
string[] all =
[
    "Gathering", "Measures", "Numbers", "Documents", "Band", "Cut", "Scale", "Lifecycle", "Stage", "Transition", "Tally", "RollUpRule", "GatheredRule",
];
var rooms = new Option<string[]>("--rooms")
{
    Description = "Folders of src/AccountRules, or beginnings of its files.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => all,
};
var places = new Option<string[]>("--places")
{
    Description = "Places to change alone, such as Scale.cs:41, as it writes them.",
    AllowMultipleArgumentsPerToken = true,
};
var sample = new Option<int?>("--sample") { Description = "How many changes; all, unless given." };
var seed = new Option<int>("--seed") { Description = "Which changes a sample takes.", DefaultValueFactory = _ => 1 };
var workers = new Option<int>("--workers") { Description = "How many changes are tried at once.", DefaultValueFactory = _ => 1 };
var atLeast = new Option<int>("--at-least") { Description = "The percentage below which it fails.", DefaultValueFactory = _ => 90 };
var command = new RootCommand("Changes the library's code in one place at a time, and says which changes its tests do not notice.")
{
    rooms, places, sample, seed, workers, atLeast,
};
command.SetAction(parsed =>
{
    var root = Directory.GetCurrentDirectory();
    var library = Library.Load(Path.Combine(root, "src", "AccountRules"));
    var mutants = library.MutantsOf(parsed.GetValue(rooms)!);
    if (parsed.GetValue(places) is { Length: > 0 } asked)
        mutants = [.. mutants.Where(mutant => asked.Any(place => $"{mutant}:".StartsWith($"{place}:", StringComparison.Ordinal)))];

    if (parsed.GetValue(sample) is { } count)
    {
        var random = new Random(parsed.GetValue(seed));
        mutants = [.. mutants.OrderBy(_ => random.Next()).Take(count)];
    }

    Environment.SetEnvironmentVariable("ACCOUNTRULES_TIMES", Environment.GetEnvironmentVariable("ACCOUNTRULES_TIMES") ?? "0.1");
    TestRun[] runs = [.. Enumerable.Range(1, parsed.GetValue(workers)).Select(number => new TestRun(root, number))];
    runs[0].Take(library.Emit()!);
    var clock = Stopwatch.StartNew();
    if (runs[0].FirstFailure(TimeSpan.FromMinutes(10)) is { } broken)
    {
        Console.Error.WriteLine($"The tests fail without a change: {broken}");
        return 2;
    }

    Console.WriteLine($"{mutants.Count} changes; the tests take {clock.Elapsed.TotalSeconds:0} s without one.");
    var limit = (clock.Elapsed * 3) + TimeSpan.FromSeconds(20);
    var scores = new Scores();
    var free = new ConcurrentBag<TestRun>(runs);
    Parallel.ForEach(Partitioner.Create(mutants, EnumerablePartitionerOptions.NoBuffering), new() { MaxDegreeOfParallelism = runs.Length }, mutant =>
    {
        free.TryTake(out var run);
        if (library.Emit(mutant) is { } changed)
        {
            run!.Take(changed);
            scores.Add(mutant, run.FirstFailure(limit));
        }

        free.Add(run!);
    });
    return scores.Write() < parsed.GetValue(atLeast) ? 1 : 0;
});
return await command.Parse(args).InvokeAsync();
