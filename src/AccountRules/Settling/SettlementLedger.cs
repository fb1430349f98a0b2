namespace AccountRules;

/// <summary>
/// What was settled so far: the lines of all earlier runs, in their order. A line is never changed; a run adds its own. Immutable and safe for use by many
/// threads.
/// </summary>
/// <remarks>
/// <c>ledger.Settle(day, policy.PerformancePay.AssessOnce(payPeriods, day), scope)</c> gives the lines of a run and the ledger after it, and changes nothing.
/// A line goes into a file as it is written by System.Text.Json, one object a line.
/// </remarks>
public sealed class SettlementLedger
{
    private readonly SettlementLine[] lines;
    private readonly Dictionary<SettlementKey, SettlementLine> last;

    /// <summary>Takes the lines of the runs so far, and checks that each goes on where the fact's lines before it end.</summary>
    /// <param name="lines">The lines, in the order in which they were settled.</param>
    /// <exception cref="ArgumentException">A line is <c>null</c>.</exception>
    /// <exception cref="SettlementException">Lines do not follow from those before them; it names each.</exception>
    /// <exception cref="OverflowException">No decimal holds the difference of a line.</exception>
    public SettlementLedger(params IEnumerable<SettlementLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        (this.lines, last) = ([.. lines], []);
        var problems = new List<SettlementProblem>();
        for (var i = 0; i < this.lines.Length; i++)
        {
            var line = this.lines[i] ?? throw new ArgumentException($"The line at index {i} is null: leave it out.", nameof(lines));
            if (LedgerCheck.Problem(line, line.RuleId is null || line.Subject is null ? null : Settled(line.Key)) is { } problem)
                problems.Add(new(i + 1, problem));

            if (line.RuleId is not null && line.Subject is not null)
                last[line.Key] = line;
        }

        if (problems.Count > 0)
            throw new SettlementException("The ledger", problems);
    }

    private SettlementLedger(SettlementLedger before, IReadOnlyList<SettlementLine> added)
    {
        (lines, last) = ([.. before.lines, .. added], new(before.last));
        foreach (var line in added)
            last[line.Key] = line;
    }

    /// <summary>The ledger of before the first run: it has no line.</summary>
    public static SettlementLedger Empty { get; } = new();

    /// <summary>All lines, in the order in which they were settled.</summary>
    public IReadOnlyList<SettlementLine> Lines => lines;

    /// <summary>The last line of each fact.</summary>
    internal IReadOnlyDictionary<SettlementKey, SettlementLine> Last => last;

    /// <summary>The opening ledger of who has paid before without one: what the records of then say stands settled.</summary>
    /// <param name="settledOn">The day of that run.</param>
    /// <param name="paid">What was paid, or told, then: the copies of its assessments.</param>
    /// <exception cref="SettlementException">A fact is there twice; it names each.</exception>
    public static SettlementLedger Open(DateOnly settledOn, IEnumerable<AssessmentRecord> paid) =>
        Empty.Settle(settledOn, paid, SettlementScope.Everything).Ledger;

    /// <summary>What stands settled of a fact; <c>null</c> where nothing does.</summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="fact">What tells the fact from others under the rule.</param>
    public SettledOutcome? Settled(string ruleId, FactKey fact) => Settled(new(ruleId, fact));

    /// <inheritdoc cref="Settle(DateOnly, IEnumerable{AssessmentRecord}, SettlementScope)"/>
    public Settlement Settle(DateOnly settledOn, IEnumerable<Assessment> now, SettlementScope scope)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Settle(settledOn, now.Select(assessment => assessment.ToRecord()), scope);
    }

    /// <summary>
    /// Settles what is assessed now against what was settled: a line for each fact in the scope, by rule and then by fact. Nothing that was settled is changed;
    /// the same arguments give the same lines.
    /// </summary>
    /// <param name="settledOn">The day of the run, which its lines have.</param>
    /// <param name="now">
    /// The assessments of now, in any order. What is undetermined, not applicable or provisional is held. One that is marked as <see cref="Cause.Duplicate"/>
    /// beside another of its fact settles nothing, and is told in <see cref="Settlement.LeftOut"/>, as is one outside of the scope.
    /// </param>
    /// <param name="scope">What the run is of: what was settled, lies in it, and is not among those of now, is withdrawn.</param>
    /// <exception cref="ArgumentException">An assessment is <c>null</c>, or the id of its subject is not clean (see <see cref="Ids"/>).</exception>
    /// <exception cref="SettlementException">A fact is there twice, neither marked as a duplicate; it names each.</exception>
    /// <exception cref="OverflowException">No decimal holds a difference or a total.</exception>
    public Settlement Settle(DateOnly settledOn, IEnumerable<AssessmentRecord> now, SettlementScope scope)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(scope);
        return new SettlementRun(this, settledOn, scope).Of(now);
    }

    internal SettledOutcome? Settled(SettlementKey key) => last.GetValueOrDefault(key)?.After;

    internal SettlementLedger With(IReadOnlyList<SettlementLine> added) => new(this, added);
}
