using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Assessing;

/// <summary>One run over all files: it reads them row by row, hands the facts to the rules that the user asks for, and counts.</summary>
/// <param name="policy">The policy.</param>
/// <param name="rules">The ids of the rules that the user asks for; all where there are none.</param>
/// <param name="judges">Puts the rules to work.</param>
/// <param name="terminal">Where it runs.</param>
/// <param name="showsProgress">Whether a long run shows how far it is.</param>
internal sealed class FactRun(Policy policy, IReadOnlySet<string> rules, IJudges judges, Terminal terminal, bool showsProgress)
{
    private readonly ProgressLine progress = new(terminal, showsProgress);
    private RowProblems? problems;
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);
    private HashSet<string> kinds = [];
    private readonly Dictionary<Rule, IGatheredJudge> gathered = [];
    private readonly List<Finding> findings = [];
    private bool saysWhenKnown;
    private int brokenFiles;

    /// <summary>The rules on the facts; those of the policy unless given.</summary>
    public IReadOnlyList<Rule> AtWork { get; init; } = policy.Rules;

    /// <summary>What is wrong with files and their rows, as far as it was told; and which files can be read.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>How many files failed, or were wanted and not there.</summary>
    public int FailedFiles { get; private set; }

    /// <summary>How many rows were rejected.</summary>
    public long RejectedRows { get; private set; }

    /// <summary>What could not be read, in words, for who reads the answer and not what was said beside it; empty where all was.</summary>
    public string Unread => Shown.Unread(brokenFiles, RejectedRows);

    private long RejectedSoFar => RejectedRows + (problems?.Rejected ?? 0);

    /// <summary>How many rows were taken in.</summary>
    public long TakenRows { get; private set; }

    /// <summary>Reads the waivers, which come before the facts: none of them is a fact.</summary>
    /// <param name="files">The files.</param>
    public Waivers TakeWaivers(IReadOnlyList<FactFile> files)
    {
        var waivers = WaiverRows.Read(files, policy, this);
        TakenRows = 0;
        return waivers;
    }

    /// <summary>Reads the absences, which come before the facts too; <c>null</c> where there is no file of them.</summary>
    /// <param name="files">The files.</param>
    public AbsenceRows? TakeAbsences(IReadOnlyList<FactFile> files)
    {
        var absences = AbsenceRows.Read(files, this);
        TakenRows = 0;
        return absences;
    }

    /// <summary>Takes in the facts of all files.</summary>
    /// <param name="files">The files.</param>
    public ExitCode Take(IReadOnlyList<FactFile> files)
    {
        kinds = files.Select(f => f.Kind).ToHashSet(StringComparer.Ordinal);
        progress.Begin(files);
        try
        {
            foreach (var kind in FactKind.Of(AtWork))
            {
                var own = files.Where(f => f.Kind == kind.Name).ToArray();
                if (own.Length > 0)
                    kind.Judge(own, judges, this);
            }

            CompleteGathered();
        }
        finally
        {
            progress.Clear();
        }

        if (files.Select(f => f.KnownOn).FirstOrDefault(date => date is not null) is { } known && !saysWhenKnown)
            Tell($"--known-on {known:O}: none of the rows says when it became known (KnownOn), so all of them count as known.");

        foreach (var id in rules.Where(id => !begun.Contains(id)))
        {
            FailedFiles++;
            if (AtWork.All(rule => rule.Id != id || !IsLacking(rule)))
                Tell(Finding.OfFile(file: null, default, $"{id}: none of the files holds its facts."));
        }

        return FailedFiles > 0 ? ExitCode.Failed : RejectedRows > 0 ? ExitCode.RowsRejected : ExitCode.Done;
    }

    /// <summary>Says, behind the output, what the policy leaves open.</summary>
    public void Remark()
    {
        foreach (var rule in AtWork.Where(r => r.Info.NotSet is not null && begun.Contains(r.Id)))
        {
            Tell($"{rule.Id}: the policy states no threshold, so every {rule.Info.Noun.ToLowerInvariant()} is undetermined; "
                + $"set {rule.Info.NotSet} in a policy file and give it with --policy.");
        }

        foreach (var rule in AtWork.Where(r => r.Info.NotSetForSome is not null && begun.Contains(r.Id)))
        {
            Tell($"{rule.Id}: the policy states no threshold for {rule.Info.OpenFor}, which is undetermined; "
                + $"set {rule.Info.NotSetForSome} in a policy file and give it with --policy.");
        }
    }

    /// <summary>Whether the user asks for a rule, and it takes facts: there are files of all kinds without which it says nothing.</summary>
    /// <param name="rule">The rule.</param>
    public bool Wants(Rule rule) => IsAskedFor(rule) && (judges.TakesLacking || RequiredKinds.Of(rule).All(kinds.Contains));

    /// <summary>A rule at work on facts of a type: one that takes facts of several kinds is the same for all of them.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="rule">The rule.</param>
    /// <param name="judges">Puts it to work.</param>
    public Judge<TFact> JudgeOf<TFact>(Rule rule, IJudges judges)
        where TFact : class
    {
        if (!gathered.TryGetValue(rule, out var known))
        {
            var judge = rule.Accept(judges);
            if (judge is not IGatheredJudge together)
                return (Judge<TFact>)judge;

            gathered.Add(rule, known = together);
        }

        return known.Of<TFact>();
    }

    /// <summary>The rules on a kind of facts begin their work; those on several kinds when all of them are there.</summary>
    /// <param name="wanted">The rules at work on it.</param>
    public void Begin(IEnumerable<Judge> wanted)
    {
        foreach (var judge in wanted.Where(judge => !gathered.ContainsKey(judge.Rule)))
            Begin(judge.Rule);
    }

    private void CompleteGathered()
    {
        foreach (var rule in AtWork.Where(rule => gathered.ContainsKey(rule) && !IsLacking(rule)))
        {
            Begin(rule);
            gathered[rule].Complete();
        }

        // What is not in force lacks nothing, unless it is asked for.
        foreach (var rule in AtWork.Where(r => IsLacking(r) && (r.Info.NotSet is null || rules.Count > 0)))
        {
            Tell($"{rule.Id}: not assessed, since there is no file of {string.Join(" and ", RequiredKinds.Of(rule).Where(kind => !kinds.Contains(kind)))}; "
                + "one with a header alone says that there are none.");
        }
    }

    /// <summary>Whether the user asks for a rule.</summary>
    /// <param name="rule">The rule.</param>
    public bool IsAskedFor(Rule rule) => rules.Count == 0 || rules.Contains(rule.Id);

    /// <summary>Whether some of the files are for a rule that needs others too.</summary>
    private bool IsLacking(Rule rule) =>
        IsAskedFor(rule) && rule.FactShapes.Any(shape => kinds.Contains(shape.Name)) && !RequiredKinds.Of(rule).All(kinds.Contains);

    private void Begin(Rule rule)
    {
        begun.Add(rule.Id);
        judges.Begin(rule);
    }

    /// <summary>Reads a file row by row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns that its facts have.</param>
    /// <param name="take">Takes a row; it is counted as taken in unless it is rejected.</param>
    /// <returns>
    /// Whether every row was handed over, if only to be rejected: a file that failed, or a row that could not be taken apart, may hold facts of anybody.
    /// </returns>
    public bool Read(FactFile file, IReadOnlyList<Column> columns, Action<Row> take)
    {
        problems = new RowProblems(file, Tell);
        var (isWhole, handedOver) = (true, 0L);
        try
        {
            using var rows = Rows.Open(file, columns, problems, Tell);
            var row = new Row(rows);
            while (rows.Read())
            {
                StopIfAsked();
                row.Begin();
                take(row);
                if (row.IsRejected)
                {
                    problems.Reject();
                    handedOver++;
                }
                else
                {
                    TakenRows++;
                }

                progress.Show(file, rows, TakenRows, RejectedSoFar);
            }

            row.TellLookalikes(remark => Tell($"{file.Path}: {remark}."));
        }
        catch (Exception e) when (e is FileFailedException or IOException or UnauthorizedAccessException)
        {
            FailedFiles++;
            brokenFiles++;
            isWhole = false;
            Tell(Finding.OfFile(file.Path, default, $"{Why(e)}."));
        }

        problems.Complete();
        progress.End(file);
        var rejected = problems.Rejected;
        (RejectedRows, problems) = (RejectedSoFar, null);
        if (isWhole && rejected == 0)
            findings.Add(Finding.OfFile(file.Path, default, "") with { Kind = FindingKind.Passed });

        return isWhole && rejected == handedOver;
    }

    /// <summary>Takes rows back that do not count, since a later one takes their place, or since they are not known yet; and says so.</summary>
    /// <typeparam name="TFact">The type of the facts.</typeparam>
    /// <param name="restated">All rows of a kind of facts.</param>
    /// <param name="left">How many of them do not count.</param>
    public void LeaveOut<TFact>(RestatedRows<TFact> restated, (int Superseded, int NotKnown) left)
        where TFact : class
    {
        saysWhenKnown |= restated.SaysWhen;
        TakenRows -= left.Superseded + left.NotKnown;
        if (restated.Remark(left) is { } remark)
            Tell(remark);
    }

    /// <summary>Ends the run where the user asks for it, and says what was done.</summary>
    /// <exception cref="StopException">The user asks for it.</exception>
    public void StopIfAsked()
    {
        if (!terminal.Stop.IsCancellationRequested)
            return;

        progress.Clear();
        var left = terminal.Output is { } file ? $"{file} is as it was before" : "the output ends before its end";
        var rejected = RejectedSoFar > 0 ? $" and {Shown.Count(RejectedSoFar)} rejected" : "";
        throw new StopException(ExitCode.Interrupted, $"Interrupted: {Shown.Count(TakenRows)} {(TakenRows == 1 ? "row" : "rows")} taken in{rejected}; {left}.");
    }

    /// <summary>Says what is wrong with a file, and keeps it for a build.</summary>
    private void Tell(Finding finding)
    {
        findings.Add(finding);
        Tell(finding.ToString());
    }

    /// <summary>Says something beside the output.</summary>
    /// <param name="line">What to say.</param>
    public void Tell(string line)
    {
        progress.Clear();
        terminal.Say(line);
    }

    private static string Why(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "does not exist",
        UnauthorizedAccessException => "cannot be read: access is denied, or it is a folder",
        FileFailedException => e.Message,
        _ => $"cannot be read: {e.Message.TrimEnd('.')}",
    };
}
