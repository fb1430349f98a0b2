namespace AccountRules.Cli.Benchmarks.Plain;

/// <summary>A plain C# program for one kind of file and one kind of output.</summary>
internal static class PlainProgram
{
    /// <summary>Runs it, onto standard output.</summary>
    /// <param name="kind">The kind of facts.</param>
    /// <param name="format">What is written: <c>table</c>, <c>csv</c> or <c>json</c>; <c>blind</c> counts and does not notice duplicates.</param>
    /// <param name="path">The file.</param>
    public static void Run(string kind, string format, string path)
    {
        using var output = Console.OpenStandardOutput();
        if (format is "table" or "blind")
            Console.WriteLine(PlainOrders.Count(path, FactData.AsOf, noticesDuplicates: format == "table"));
        else if (kind == "fte-orders")
            PlainOrders.Write(path, FactData.AsOf, output, format == "json");
        else
            PlainPay.Write(path, FactData.AsOf, output, format == "json");
    }
}
