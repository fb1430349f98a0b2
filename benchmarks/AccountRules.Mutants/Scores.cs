using System.Globalization;

namespace AccountRules.Mutants;

/// <summary>How many changes the tests noticed, by room.</summary>
internal sealed class Scores
{
    private readonly SortedDictionary<string, (int Noticed, int All)> rooms = new(StringComparer.Ordinal);

    private int choices;

    /// <summary>
    /// Counts a change, and writes what noticed it, or that nothing did. One that chooses another way to the same answer is counted where it is noticed alone.
    /// </summary>
    public void Add(Mutant mutant, string? failure)
    {
        lock (rooms)
        {
            if (failure is null && mutant.IsChoice)
            {
                choices++;
                Console.WriteLine($"another way {mutant}");
                return;
            }

            var (noticed, all) = rooms.GetValueOrDefault(mutant.Room);
            rooms[mutant.Room] = (noticed + (failure is null ? 0 : 1), all + 1);
            Console.WriteLine(failure is null ? $"NOT NOTICED {mutant}" : $"noticed     {mutant}    [{failure}]");
        }
    }

    /// <summary>Writes a line for each room, and one for all.</summary>
    /// <returns>The percentage of all.</returns>
    public double Write()
    {
        Console.WriteLine();
        foreach (var (room, score) in rooms)
            Line(room, score);

        var total = (Noticed: rooms.Values.Sum(s => s.Noticed), All: rooms.Values.Sum(s => s.All));
        Line("all", total);
        if (choices > 0)
            Console.WriteLine($"{choices} more, not noticed, choose a quicker or a slower way to the same answer, as the source says.");

        return Percent(total);
    }

    private static void Line(string room, (int Noticed, int All) score) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{room,-16} {score.Noticed,5} of {score.All,5} noticed, {Percent(score):0.0} %"));

    private static double Percent((int Noticed, int All) score) => score.All == 0 ? 100 : 100.0 * score.Noticed / score.All;
}
