using AccountRules.Samples.Crm;
using Microsoft.AspNetCore.Builder;

namespace AccountRules.Crm.Tests;

/// <summary>A CRM that cannot start says why in a line, and what to do.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accountrules-crm").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Start_OnADatabaseThatIsNone_SaysWhichAndWhatToDo()
    {
        var file = Path.Combine(folder, "notes.txt");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("no database at all; ", 100)));
        var e = Assert.Throws<InvalidOperationException>(() => Build($"--Crm:Database={file}"));
        Assert.StartsWith($"{file} cannot be the CRM's database (", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("name another in a folder that can be written: --Crm:Database=…", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_OnADayThatIsNone_SaysWhatADayIs() => Assert.Equal(
        "Crm:Today is `yesterday`, and is a day such as 1998-07-20, or nothing for the system's clock.",
        Assert.Throws<InvalidOperationException>(() => Build($"--Crm:Database={Path.Combine(folder, "crm.db")}", "--Crm:Today=yesterday")).Message);

    private static WebApplication Build(params string[] args) => CrmHost.Build([.. args, "--Logging:LogLevel:Default=None"]);
}
