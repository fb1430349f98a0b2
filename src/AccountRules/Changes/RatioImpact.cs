using System.Numerics;
using AccountRules.Evaluation;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// Ratios in columns. Each row is placed once, between the cuts of all policies together; in such a cell every policy gives all rows the same band, so that
/// only what a row is paid at the factors of its cell is worked out for it.
/// </summary>
internal sealed class RatioImpact<TFact> : ColumnImpact
    where TFact : class
{
    private readonly MeasuredRule<TFact> old, @new;
    private readonly Clauses? clauses;
    private readonly Func<ImpactGroups?> groups;
    private readonly TierRule<TFact>?[] rules;
    private readonly Cut[] cuts;
    private readonly PayCells? cells;
    private readonly Dictionary<int, long> counts = [];
    private readonly BigInteger[] paid;
    private readonly long[] classes = new long[PayClasses.Count];

    /// <summary>Makes it.</summary>
    /// <param name="old">The rule before.</param>
    /// <param name="new">The rule after.</param>
    /// <param name="clauses">The clauses that changed, where the rules pay.</param>
    /// <param name="groups">Whose the rows are: nobody's, where that is asked.</param>
    public RatioImpact(MeasuredRule<TFact> old, MeasuredRule<TFact> @new, Clauses? clauses, Func<ImpactGroups?> groups)
    {
        (this.old, this.@new, this.clauses, this.groups) = (old, @new, clauses, groups);
        rules = clauses is null ? [] : [.. clauses.Policies.Select(p => (TierRule<TFact>?)p?.RuleOf(old.Id))];
        IEnumerable<MeasuredRule<TFact>> all = [old, @new, .. rules.OfType<TierRule<TFact>>()];
        cuts = [.. all.SelectMany(r => ColumnAssessment.ScaleOf(r, Unit.Ratio).Cuts).Distinct().Order()];
        if (rules.OfType<TierRule<TFact>>().Any(r =>
            r.Payment!.Settings is { AtLeast: not null } or { AtMost: not null } || r.Grades.Any(g => g.Line is not null)))
        {
            throw new ArgumentException(
                $"Rule `{old.Id}` pays along a line, or within bounds, and columns by one factor for each band: add its facts as objects.", nameof(old));
        }

        cells = clauses is null ? null : PayCells.Of(rules, cuts);
        paid = new BigInteger[cells?.Slots.Count ?? 0];
    }

    public void Add(RatioColumns columns, CancellationToken cancellation)
    {
        var codes = Cells();
        var kernel = new RatioKernel(codes.Numbered, cuts, columns);
        var (own, room) = (new long[codes.Count], ColumnLoop.Room());
        for (var row = 0; row < columns.Count; row += ColumnLoop.RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var code in ColumnLoop.Codes(ref kernel, row, room))
                own[code]++;
        }

        lock (Sums)
            Count(codes, own);
    }

    public void Add(RatioColumns columns, AmountColumn amounts, CancellationToken cancellation)
    {
        if (columns.Count != amounts.Count)
            throw new ArgumentException($"There are {columns.Count} ratios and {amounts.Count} amounts: give one of each for every fact.", nameof(amounts));

        var codes = Cells();
        var kernel = new RatioKernel(codes.Numbered, cuts, columns);
        var sums = new PaySums(cells!, amounts.Places, noPay: codes.NumberOf(-Cause.NoPay.Number), negativePay: codes.NumberOf(-Cause.NegativePay.Number));
        var (own, room) = (new long[codes.Count], ColumnLoop.Room());
        for (var row = 0; row < columns.Count; row += ColumnLoop.RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            sums.Add(ColumnLoop.Codes(ref kernel, row, room), amounts.Amounts[row..], own);
        }

        lock (Sums)
        {
            Count(codes, own);
            sums.AddTo(paid, classes);
        }
    }

    public override Func<PayImpact>? Pays => clauses is null ? null : Pay;

    private PayImpact Pay()
    {
        lock (Sums)
        {
            ExactTotal[] totals = [.. rules.Select((rule, policy) => Sum(rule is null ? [] : cells!.SlotsOf(policy)))];
            var none = counts.Values.Sum() - classes.Sum();
            return new(
                totals[0].Value, totals[^1].Value, Attribution.Of(clauses!, totals),
                [.. classes.Select((count, i) => i == (int)PayClass.None ? count + none : count)]);
        }
    }

    public override RuleImpact Impact()
    {
        var steps = new Steps(old, @new, groups());
        var pay = clauses is null ? null : Pay();
        lock (Sums)
        {
            foreach (var (code, count) in counts)
            {
                var (was, becomes) = code < 0 ? (code, code) : (PayCells.GradeIn(old, cuts, code), PayCells.GradeIn(@new, cuts, code));
                steps.Add(
                    old.VerdictOf(was), @new.VerdictOf(becomes),
                    new(count, Sum(code < 0 || cells is null ? [] : [cells.OldSlot[code]]), Sum(code < 0 || cells is null ? [] : [cells.NewSlot[code]])));
            }
        }

        return steps.Impact(pay);
    }

    private Codes Cells()
    {
        var codes = new Codes();
        for (var cell = 0; cell <= cuts.Length; cell++)
            codes.NumberOf(cell);

        return codes;
    }

    private void Count(Codes codes, long[] own)
    {
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] > 0)
                counts[codes[i]] = counts.GetValueOrDefault(codes[i]) + own[i];
        }
    }

    private ExactTotal Sum(IEnumerable<int> slots)
    {
        var total = new ExactTotal();
        foreach (var slot in slots)
            total.Add(paid[slot], cells!.Places);

        return total;
    }
}
