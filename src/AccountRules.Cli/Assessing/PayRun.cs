using AccountRules.Cli.Input;
using AccountRules.Facts;

namespace AccountRules.Cli.Assessing;

/// <summary>Pays what KPI results and pay plans in files come to.</summary>
/// <param name="request">What the user asks for.</param>
/// <param name="terminal">Where it runs.</param>
internal sealed class PayRun(PayRequest request, Terminal terminal) : IJudges
{
    private readonly GatheredRule<PlannedPay> rule = request.Policy.PlannedPay();
    private readonly List<Assessment> assessed = [];

    /// <summary>All employees in the files, each as often as there are periods.</summary>
    public IReadOnlyList<string> Employees { get; private set; } = [];

    /// <summary>How many pay periods have not begun, or are from before the policy.</summary>
    public int NotApplicable { get; private set; }

    /// <summary>How many others are not in the currency that the user asks for.</summary>
    public int OfOtherCurrency { get; private set; }

    /// <summary>What of the files could not be read; empty where all was.</summary>
    public string Unread { get; private set; } = "";

    /// <summary>Reads the files, and pays.</summary>
    /// <param name="files">The files.</param>
    /// <exception cref="StopException">What is paid cannot be capped as the user asks.</exception>
    public (ExitCode Code, IReadOnlyList<PayLine> Lines) Pay(IReadOnlyList<FactFile> files)
    {
        var rules = new HashSet<string>(StringComparer.Ordinal) { rule.Id };
        var facts = new FactRun(request.Policy, rules, this, terminal, showsProgress: true) { AtWork = [rule] };
        var code = facts.Take(files);
        Unread = facts.Unread;
        Employees = [.. assessed.Select(a => a.Subject)];
        NotApplicable = assessed.RemoveAll(a => a.Standing == Standing.NotApplicable || a.Period?.Start > request.AsOf);
        if (request.Currency is { } currency)
        {
            if (assessed.Count > 0 && assessed.TrueForAll(a => (a.Currency ?? "") != currency))
            {
                throw new StopException(
                    ExitCode.Failed, $"--currency: `{currency}` is of no pay period in the files that has begun by {request.AsOf:yyyy-MM-dd}.");
            }

            OfOtherCurrency = assessed.RemoveAll(a => (a.Currency ?? "") != currency && !(a.Currency is null && a.Payable is null));
        }

        return (code, request.MostInYear is { } most ? Capped(most) : [.. assessed.Select(a => new PayLine(a, Capped: null))]);
    }

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class
    {
        var collector = rule.Collect(request.AsOf);
        return new GatheredJudge<TRow>(rule, collector, () => assessed.AddRange(collector.Assess()));
    }

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class => throw OtherRule(rule);

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => throw OtherRule(rule);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => throw OtherRule(rule);

    private IReadOnlyList<PayLine> Capped(decimal most)
    {
        string[] paid = [.. assessed.Where(a => a.Payable is not null).Select(a => a.Currency ?? "").Distinct(StringComparer.Ordinal)];
        if (paid.Length > 1)
        {
            throw new StopException(
                ExitCode.Failed, $"--most-in-year: what is paid is in {string.Join(", ", paid.Select(c => c.Length == 0 ? "no named currency" : c))}; "
                + "name one with --currency, in which the most is.");
        }

        try
        {
            return [.. Payables.Capped(assessed, most, request.YearFrom).Select(capped => new PayLine(capped.Assessment, capped))];
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new StopException(ExitCode.Failed, $"--most-in-year: {e.Message.Split(" (Parameter")[0]}");
        }
    }

    private static InvalidOperationException OtherRule(Rule rule) => new($"Rule `{rule.Id}` is not made of KPI results and pay plans.");
}
