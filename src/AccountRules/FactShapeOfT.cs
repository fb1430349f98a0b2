using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules;

/// <inheritdoc/>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public sealed class FactShape<TFact> : FactShape
    where TFact : class
{
    /// <summary>The shape of a fact that its subject alone tells from others, until more is said.</summary>
    /// <param name="subject">The id of the order, item, account or employee.</param>
    public FactShape(Expression<Func<TFact, string>> subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        Subject = subject;
    }

    /// <inheritdoc/>
    public override Type FactType => typeof(TFact);

    /// <summary>The id of the order, item, account or employee.</summary>
    public Expression<Func<TFact, string>> Subject { get; }

    /// <summary>The account that the fact belongs to, if any.</summary>
    public Expression<Func<TFact, string?>>? Account { get; init; }

    /// <summary>
    /// The employee whom the fact is of, such as the account manager who is paid, if any: a <see cref="PolicyImpact"/> counts it under them, and any other
    /// fact under the manager of its account.
    /// </summary>
    public Expression<Func<TFact, string?>>? Employee { get; init; }

    /// <summary>
    /// The period that the fact is of, if any; it tells the facts of a subject apart. A period that starts after the evaluation date is
    /// <see cref="Cause.NotBegun"/>.
    /// </summary>
    public Expression<Func<TFact, Period>>? Period { get; init; }

    /// <summary>What the fact is of beside its subject, such as a KPI, if anything; it tells the facts of a subject and period apart.</summary>
    public Expression<Func<TFact, string?>>? Part { get; init; }

    /// <summary>
    /// The date that tells the facts of a subject apart where it may have several, such as the start of a plan. Facts without it are told apart by nothing.
    /// </summary>
    public Expression<Func<TFact, DateOnly?>>? StartedOn { get; init; }

    /// <summary>
    /// The money that the fact is about, such as the amount of an invoice, in <see cref="Currency"/>, if any: what is open of a deadline is added up by age in
    /// an <see cref="AccountReport"/>, each currency by itself.
    /// </summary>
    public Expression<Func<TFact, decimal?>>? Amount { get; init; }

    /// <summary>
    /// The currency of the money that the fact is about, such as <c>EUR</c>, if it names one: amounts are never shown without it, nor added up with those of
    /// another (<see cref="Assessment.Currency"/>). A mapping may leave it out.
    /// </summary>
    public Expression<Func<TFact, string?>>? Currency { get; init; }

    /// <summary>Of a row that sets amounts beside each other, the currency of the other ones.</summary>
    internal Expression<Func<TFact, string?>>? OtherCurrency { get; init; }

    /// <summary>
    /// The days on which the deadlines of the fact stood still, if it has any: no deadline counts them. A mapping may leave them out.
    /// </summary>
    public Expression<Func<TFact, Pauses?>>? Pauses { get; init; }

    /// <summary>
    /// The name of the calendar by which the fact's working days are counted, if it names one: deadlines that count working days
    /// (<see cref="DeadlineRule{TFact}.Days"/>) go by it in the place of their own. A mapping may leave it out.
    /// </summary>
    public Expression<Func<TFact, string?>>? Calendar { get; init; }

    /// <summary>
    /// The day on which the fact, as it is, became known, by which <see cref="KnownFacts"/> chooses; unless given, that of a <see cref="KnownFact"/>. A fact
    /// without it was always known. It tells no facts apart, its column may be left out of files, and a mapping may leave it out.
    /// </summary>
    public Expression<Func<TFact, DateOnly?>>? KnownOn { get; init; } = OfKnownFact();

    /// <inheritdoc/>
    public override bool HasPeriod => Period is not null;

    /// <inheritdoc/>
    public override bool HasCurrency => Currency is not null;

    /// <inheritdoc/>
    public override bool IsOfAccounts => Account is not null && string.Equals(NameOf(Account), NameOf(Subject), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool HasStart => StartedOn is not null;

    /// <inheritdoc/>
    public override string? KnownOnColumn => KnownOn is null ? null : NameOf(KnownOn);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Identity =>
        field ??= [.. ((LambdaExpression?[])[Subject, Part, Period, StartedOn]).OfType<LambdaExpression>().Select(NameOf).OfType<string>()];

    /// <summary>What tells a fact from the others of its type.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">The fact is <c>null</c>.</exception>
    public FactKey KeyOf(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Reader.KeyOf(fact);
    }

    internal ShapeReader<TFact> Reader => field ??= new(
        new(Subject),
        Account is { } account ? new(account) : null,
        Period is { } period ? new(period) : null,
        Part is { } part ? new(part) : null,
        StartedOn is { } started ? new(started) : null,
        PartName,
        this)
    {
        Amount = Amount is { } amount ? new(amount) : null,
        Currency = Currency is { } currency ? new(currency) : null,
        OtherCurrency = OtherCurrency is { } other ? new(other) : null,
        Pauses = Pauses is { } pauses ? new(pauses) : null,
        Calendar = Calendar is { } calendar ? new(calendar) : null,
        Employee = Employee is { } employee ? new(employee) : null,
        KnownOn = KnownOn is { } known ? new(known) : null,
        IsPartOptional = Part is { } optional && OptionalColumns.Contains(NameOf(optional), StringComparer.Ordinal),
    };

    private static Expression<Func<TFact, DateOnly?>>? OfKnownFact()
    {
        if (!typeof(TFact).IsSubclassOf(typeof(KnownFact)))
            return null;

        var fact = Expression.Parameter(typeof(TFact), "fact");
        return Expression.Lambda<Func<TFact, DateOnly?>>(Expression.Property(fact, typeof(KnownFact).GetProperty(nameof(KnownFact.KnownOn))!), fact);
    }

    private static string? NameOf(LambdaExpression read) =>
        (read.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : read.Body) is MemberExpression member
            ? member.Member.Name
            : null;
}
