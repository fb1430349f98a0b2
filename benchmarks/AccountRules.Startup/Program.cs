using AccountRules.Startup;

// How long a fresh process takes from a policy document to its first assessment:
// dotnet run -c Release --project benchmarks/AccountRules.Startup [-p:ReadyToRun=true] [-- <processes> [<policy file>]]
// With ReadyToRun the library is taken as the package has it for Linux and Windows on x64.
switch (args)
{
    case [Measured.Empty]:
        Console.WriteLine("ready");
        break;
    case [Measured.Work, var file]:
        FirstAssessment.Run(file);
        break;
    default:
        Report.Write(
            args is [var count, ..] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 20, args is [_, var policy] ? policy : null);
        break;
}
