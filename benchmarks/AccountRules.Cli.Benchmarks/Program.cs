using System.Globalization;
using AccountRules.Cli.Benchmarks;
using AccountRules.Cli.Benchmarks.Duck;
using AccountRules.Cli.Benchmarks.Plain;

// What the command line costs beside a plain C# program and DuckDB:
// dotnet run -c Release --project benchmarks/AccountRules.Cli.Benchmarks [-- <rows> [<rounds> [<the tool's dll, such as an earlier one>]]]
// dotnet run -c Release --project benchmarks/AccountRules.Cli.Benchmarks -- data <folder> <rows>
switch (args)
{
    case ["data", var folder, var rows]:
        FactData.WriteAll(folder, Number(rows));
        break;
    case ["plain", var kind, var format, var path]:
        PlainProgram.Run(kind, format, path);
        break;
    case ["duckdb", var kind, var format, var path]:
        DuckProgram.Run(kind, format, path);
        break;
    default:
        Report.Write(
            args is [var count, ..] ? Number(count) : 1_000_000, args is [_, var rounds, ..] ? Number(rounds) : 3, args is [_, _, var tool] ? tool : null);
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
