using AccountRules.Evaluation;

namespace AccountRules;

/// <summary>
/// Rules over columns, for hosts that hold theirs as arrays of numbers, such as a backtest of a policy: several facts at a time where the processor can, with
/// the verdicts that the facts would have as objects. On one thread; cut the columns to share them among more. Nothing is allocated for a fact.
/// </summary>
/// <remarks>
/// Rows of ratios and amounts are taken as of a period that has ended, as not from before the policy, and as having the amount, and a possible share of it,
/// that a tier pays on: leave out rows that are not. What is said of a period that runs is provisional, and a tier that pays says otherwise: judge its facts
/// as objects.
/// </remarks>
public static class ColumnAssessment
{
    /// <summary>Writes the verdict of each row.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The deadline.</param>
    /// <param name="columns">Starts and ends.</param>
    /// <param name="asOf">The evaluation date: only what had happened by then is known.</param>
    /// <param name="verdicts">Where the verdicts go; at least as long as the columns.</param>
    /// <param name="cancellationToken">Stops the work; what was written by then stays.</param>
    /// <exception cref="ArgumentException">There is less room than rows.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Judge<TFact>(
        this DeadlineRule<TFact> rule, DayColumns columns, DateOnly asOf, Span<Verdict> verdicts, CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        BulkAssessment.CheckRoom(columns.Count, verdicts.Length);
        var kernel = new DayKernel(rule, ScaleOf(rule), columns, asOf);
        Judge(rule, asOf, ref kernel, verdicts, cancellationToken);
    }

    /// <summary>How many rows have each standing.</summary>
    /// <inheritdoc cref="Judge{TFact}(DeadlineRule{TFact}, DayColumns, DateOnly, Span{Verdict}, CancellationToken)"/>
    public static StandingCounts CountByStanding<TFact>(
        this DeadlineRule<TFact> rule, DayColumns columns, DateOnly asOf, CancellationToken cancellationToken = default)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        var kernel = new DayKernel(rule, ScaleOf(rule), columns, asOf);
        return Count(rule, asOf, ref kernel, cancellationToken);
    }

    /// <summary>Writes the verdict of each row.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The attainment, or the tier.</param>
    /// <param name="columns">Parts and wholes.</param>
    /// <param name="verdicts">Where the verdicts go; at least as long as the columns.</param>
    /// <param name="cancellationToken">Stops the work; what was written by then stays.</param>
    /// <exception cref="ArgumentException">The rule does not measure a ratio, or there is less room than rows.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Judge<TFact>(this MeasuredRule<TFact> rule, RatioColumns columns, Span<Verdict> verdicts, CancellationToken cancellationToken = default)
        where TFact : class
    {
        BulkAssessment.CheckRoom(columns.Count, verdicts.Length);
        var kernel = new RatioKernel(rule.VerdictOf, ScaleOf(rule, Unit.Ratio).Cuts, columns);
        Judge(rule, asOf: null, ref kernel, verdicts, cancellationToken);
    }

    /// <summary>How many rows have each standing.</summary>
    /// <inheritdoc cref="Judge{TFact}(MeasuredRule{TFact}, RatioColumns, Span{Verdict}, CancellationToken)"/>
    public static StandingCounts CountByStanding<TFact>(this MeasuredRule<TFact> rule, RatioColumns columns, CancellationToken cancellationToken = default)
        where TFact : class
    {
        var kernel = new RatioKernel(rule.VerdictOf, ScaleOf(rule, Unit.Ratio).Cuts, columns);
        return Count(rule, asOf: null, ref kernel, cancellationToken);
    }

    /// <summary>Writes the verdict of each row.</summary>
    /// <typeparam name="TFact">The type of the fact.</typeparam>
    /// <param name="rule">The tier.</param>
    /// <param name="column">Amounts.</param>
    /// <param name="verdicts">Where the verdicts go; at least as long as the column.</param>
    /// <param name="cancellationToken">Stops the work; what was written by then stays.</param>
    /// <exception cref="ArgumentException">The rule does not measure an amount, or there is less room than rows.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static void Judge<TFact>(this MeasuredRule<TFact> rule, AmountColumn column, Span<Verdict> verdicts, CancellationToken cancellationToken = default)
        where TFact : class
    {
        BulkAssessment.CheckRoom(column.Count, verdicts.Length);
        var kernel = new AmountKernel(rule, ScaleOf(rule, Unit.Amount), column);
        Judge(rule, asOf: null, ref kernel, verdicts, cancellationToken);
    }

    /// <summary>How many rows have each standing.</summary>
    /// <inheritdoc cref="Judge{TFact}(MeasuredRule{TFact}, AmountColumn, Span{Verdict}, CancellationToken)"/>
    public static StandingCounts CountByStanding<TFact>(this MeasuredRule<TFact> rule, AmountColumn column, CancellationToken cancellationToken = default)
        where TFact : class
    {
        var kernel = new AmountKernel(rule, ScaleOf(rule, Unit.Amount), column);
        return Count(rule, asOf: null, ref kernel, cancellationToken);
    }

    private static void Judge<TKernel>(Rule rule, DateOnly? asOf, scoped ref TKernel kernel, Span<Verdict> verdicts, CancellationToken cancellation)
        where TKernel : IColumnKernel, allows ref struct
    {
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        ColumnLoop.Judge(ref kernel, verdicts, cancellation);
        AccountRulesTelemetry.Done(trace, rule, kernel.Count);
    }

    private static StandingCounts Count<TKernel>(Rule rule, DateOnly? asOf, scoped ref TKernel kernel, CancellationToken cancellation)
        where TKernel : IColumnKernel, allows ref struct
    {
        var counts = new long[Standings.Count];
        using var trace = AccountRulesTelemetry.Bulk(rule, asOf);
        ColumnLoop.Count(ref kernel, counts, cancellation);
        AccountRulesTelemetry.Done(trace, rule, kernel.Count);
        return new(counts);
    }

    internal static Scale ScaleOf<TFact>(DeadlineRule<TFact> rule)
        where TFact : class =>
        !rule.CountsFromStart ? throw new ArgumentException(
            $"Rule `{rule.Id}` counts days past a due date, and these columns hold starts: judge its facts as objects.", nameof(rule))
        : !rule.Days.IsCalendarDays ? throw new ArgumentException(
            $"Rule `{rule.Id}` counts the working days of calendar {rule.Days.Standard}, and columns are counted in calendar days: judge its facts as objects.",
            nameof(rule))
        : Known(rule);

    /// <summary>Columns hold no more than what is measured: a rule that asks more of a fact is refused.</summary>
    private static Scale Known<TFact>(Rule<TFact> rule)
        where TFact : class =>
        rule.IsVersioned ? throw new ArgumentException(
            $"Rule `{rule.Id}` judges by several versions of the policy, and columns by one: take the rule of that version, history.At(date).", nameof(rule))
        : rule.Categories.Count > 0 ? throw new ArgumentException(
            $"Rule `{rule.Id}` goes by {rule.CategoryName}, and columns by one scale: take the rule of each {rule.CategoryName} for its rows.", nameof(rule))
        : rule.Guards.Count == 0 && rule.Info.NotSet is null ? rule.Scale!
        : throw new ArgumentException(
            $"Rule `{rule.Id}` has {(rule.Guards.Count > 0 ? "guards, which these columns cannot answer" : "no threshold set")}: judge its facts as objects.",
            nameof(rule));

    internal static Scale ScaleOf<TFact>(MeasuredRule<TFact> rule, Unit unit)
        where TFact : class
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Unit == unit
            ? Known(rule)
            : throw new ArgumentException($"Rule `{rule.Id}` measures {rule.Unit}, and these columns hold what is measured as {unit}.", nameof(rule));
    }
}
