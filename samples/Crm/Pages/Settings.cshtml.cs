using System.Text;
using AccountRules.Documents;
using AccountRules.Hosting;
using AccountRules.Samples.Crm.Data;
using AccountRules.Samples.Crm.Rules;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AccountRules.Samples.Crm.Pages;

/// <summary>The policy's terms, and what a change of them would do. Nothing here changes the policy: that is its file, which people review.</summary>
internal sealed class SettingsModel(
    CrmContext db, Policy policy, PolicySource source, PolicyClock clock, IConfiguration configuration, IHostEnvironment host) : PageModel
{
    public const string Example = """{ "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 51 } }""";

    public Policy Policy => policy;

    /// <summary>Why what the file holds now is not in force; <c>null</c> where it is.</summary>
    public PolicyRefusal? Refusal => source.IsStale ? source.LastRefusal : null;

    public IReadOnlyList<SettingSection> Sections { get; private set; } = [];

    public string PolicyFile { get; private set; } = "";

    [BindProperty]
    public string? Fragment { get; set; }

    /// <summary>What is wrong with the fragment; <c>null</c> where none was posted.</summary>
    public IReadOnlyList<PolicyProblem>? Problems { get; private set; }

    public IReadOnlyList<TermChange> Terms { get; private set; } = [];

    /// <summary>How many facts would stand otherwise today, by rule and standing.</summary>
    public IReadOnlyList<(Rule Rule, Standing Standing, long Now, long Then)> Effects { get; private set; } = [];

    public void OnGet() => Show();

    public async Task OnPostAsync(CancellationToken stop)
    {
        Fragment ??= "";
        Show();
        if (Changed(out var problems) is { } changed)
        {
            var today = clock.Today;
            Terms = PolicyDiff.Between(policy, changed).Terms;
            var now = await CrmFacts.ReportAsync(db, policy, today, days: 0, stop);
            var then = await CrmFacts.ReportAsync(db, changed, today, days: 0, stop);
            Effects =
            [
                .. from rule in now.All.Rules
                   let other = then.All.Rule(rule.Rule.Id)
                   where other is not null
                   from standing in Enum.GetValues<Standing>()
                   where rule.Standings[standing] != other.Standings[standing]
                   select (rule.Rule, standing, rule.Standings[standing], other.Standings[standing]),
            ];
        }

        Problems = problems;
    }

    private void Show()
    {
        Fragment ??= Example;
        PolicyFile = Path.Combine(host.ContentRootPath, configuration["AccountRules:PolicyFile"]!);
        Sections = [.. SettingsTable.Of(policy, System.IO.File.Exists(PolicyFile) ? SettingsTable.Parse(System.IO.File.ReadAllText(PolicyFile)) : null)];
    }

    /// <summary>The policy in force with the fragment laid over it; <c>null</c> with all problems where there is one.</summary>
    private Policy? Changed(out IReadOnlyList<PolicyProblem> problems)
    {
        var document = SettingsTable.Parse(Fragment!) is { } fragment ? SettingsTable.Merge(SettingsTable.Write(policy), fragment).ToJsonString() : Fragment!;
        return PolicyDocument.Read(Encoding.UTF8.GetBytes(document), out problems);
    }
}
