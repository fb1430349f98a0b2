using AccountRules.Samples.Crm;

// A CRM on the library: accounts, their standings, what comes next, and what changes while you work.
//     dotnet run --project samples/Crm                          on 20 July 1998, as the sample's data has it
//     dotnet run --project samples/Crm -- --Crm:Today=1998-06-15
await CrmHost.Build(args).RunAsync();
