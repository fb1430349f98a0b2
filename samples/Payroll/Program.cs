using AccountRules.Samples.Payroll;

// A year of pay for 200 employees, and the run that corrects it.
//     dotnet run --project samples/Payroll                       the year, from samples/Payroll/data
//     dotnet run --project samples/Payroll -- generate DIR       makes its results, pay plans and absences up again
if (args is ["generate", var folder])
{
    Generate.Into(folder);
    return;
}

var data = new PayrollData(args.FirstOrDefault() ?? Path.Combine("samples", "Payroll", "data"));
new Report(data, new PayrollYear(data), Console.Out).Write();
