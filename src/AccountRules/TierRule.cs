using System.Linq.Expressions;
using System.Numerics;
using System.Text.Json.Serialization;
using AccountRules.Expressions;
using AccountRules.History;
using AccountRules.Numbers;
using AccountRules.Wording;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>
/// A tier: any measure on a scale of bands with an outcome, such as a pay factor; or on one of several scales, which a category of the fact chooses. Standing
/// <see cref="Standing.Graded"/> unless a band says otherwise. Immutable and safe for use by many threads.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
[JsonConverter(typeof(PlainJsonConverter<Rule>))]
public sealed class TierRule<TFact> : MeasuredRule<TFact>
    where TFact : class
{
    private readonly Categories<TFact, TierRule<TFact>>? tables;
    private bool areAlike;
    private (string Placed, string End)[]? constants;

    /// <summary>Makes a tier.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="scale">The bands, each with what it pays or applies (<see cref="Band.Pays"/>), if anything.</param>
    /// <param name="shape">The shape of the fact: who and what it is about.</param>
    /// <param name="payment">The amount that the band's factor applies to; <c>null</c> where a tier pays nothing.</param>
    /// <exception cref="ArgumentException">
    /// There is a payment, and a band has no factor; a band pays along a line and there is none, it has no beginning or no end, or the measure is no ratio of
    /// two numbers and no amount; or a band has a standing while open, and the facts have no period.
    /// </exception>
    public TierRule(RuleInfo info, Measure<TFact> measure, Scale scale, FactShape<TFact> shape, Payment<TFact>? payment = null)
        : this(info, measure, scale, shape.Reader, payment, tables: null)
    {
        if (payment is not null && scale.FirstOrDefault(b => b.Factor is null) is { } band)
            throw new ArgumentException($"Band `{band.Name}` has no factor, and the tier pays: add .Pays(factor).", nameof(scale));

        if (payment is null && scale.FirstOrDefault(b => b.FactorTo is not null) is { } line)
            throw new ArgumentException($"Band `{line.Name}` pays along a line, and the tier pays nothing: give it a Payment.", nameof(scale));

        if (Grades.Any(g => g.Line is not null) && !measure.IsFraction)
        {
            throw new ArgumentException(
                $"Rule `{info.Id}` pays along a line by {measure.Unit}, and a line goes by an amount, or by a ratio where more is better: "
                + "measure one of these.",
                nameof(measure));
        }

        CheckOpen(nameof(scale));
    }

    /// <summary>Makes a tier of several: a category of the fact, such as a grade or a country, chooses the one that judges and pays it.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="category">
    /// The category of a fact, compared letter by letter, case included. Reasons call it by the name of the member that is read. Missing is
    /// <see cref="Cause.NoCategory"/>, and one that is not listed <see cref="Cause.UnknownCategory"/>, unless there is an <paramref name="otherwise"/>.
    /// </param>
    /// <param name="tables">The categories, each with its tier: all of one measure.</param>
    /// <param name="otherwise">The tier of all other facts; <c>null</c> where there is none.</param>
    /// <exception cref="ArgumentException">
    /// There is no category, one is empty or there twice, the tiers differ in what they measure or in whether they pay, or they have more than 16,383 bands.
    /// </exception>
    public TierRule(
        RuleInfo info, Expression<Func<TFact, string?>> category, IEnumerable<KeyValuePair<string, TierRule<TFact>>> tables, TierRule<TFact>? otherwise = null)
        : this(info, Categories<TFact, TierRule<TFact>>.Of(category, tables, otherwise))
    {
    }

    private TierRule(RuleInfo info, Categories<TFact, TierRule<TFact>> tables)
        : this(info, tables.All[0].Measure, scale: null, tables.All[0].Shape, payment: null, tables)
    {
        if (tables.All.Any(t => t.Pays != Pays))
            throw new ArgumentException("Some of the tables pay and some do not: give all of them a Payment, or none.", nameof(tables));

        if (tables.All.Any(t => !ReferenceEquals(t.Measure, Measure)))
            throw new ArgumentException("The tables are not of one measure: make the measure once, and give it to each of them.", nameof(tables));

        areAlike = tables.All.All(t => t.Guards.Count == 0 && t.Info.NotSet is null && t.Payment?.ReadsAs(tables.All[0].Payment) == true);

        Details = [tables.Detail, .. tables.All[0].Details];
    }

    private TierRule(
        RuleInfo info, Measure<TFact> measure, Scale? scale, ShapeReader<TFact> shape, Payment<TFact>? payment, Categories<TFact, TierRule<TFact>>? tables)
        : base(
            payment is null && tables?.All[0].Pays != true ? info
                : info with { Judged = info.Judged ?? tables?.All[0].Info.Judged ?? PeriodJudgement.OnceEnded },
            measure, scale, tables?.Grades ?? GradesOf(scale!, payment is null ? null : PayLines.Of(scale!, payment.Settings.Kind)), shape) =>
        (Payment, this.tables) = (payment, tables);

    private TierRule(RuleVersions<TFact> versions)
        : base(versions)
    {
        var newest = (TierRule<TFact>)versions.Newest;
        (Payment, tables) = (newest.Payment, newest.tables);
    }

    /// <summary>
    /// The amount that the band's factor applies to; <c>null</c> where the tier pays nothing, and where each of its <see cref="Tables"/> has one. Under a
    /// <see cref="PolicyHistory"/> that of the newest version.
    /// </summary>
    public Payment<TFact>? Payment { get; }

    /// <summary>The categories, each with its tier, in the order given; none where the tier has one scale.</summary>
    public IReadOnlyList<KeyValuePair<string, TierRule<TFact>>> Tables => tables?.Listed ?? [];

    /// <summary>The tier of facts of no category, or of one that is not among <see cref="Tables"/>; <c>null</c> where there is none.</summary>
    public TierRule<TFact>? Otherwise => tables?.Otherwise;

    /// <inheritdoc/>
    public override string CategoryName => tables?.Name ?? "";

    /// <inheritdoc/>
    public override IReadOnlyList<Scale> Scales => tables?.Scales ?? base.Scales;

    /// <inheritdoc/>
    public override bool Pays => Payment is not null || tables?.All[0].Pays == true;

    internal override IReadOnlyList<KeyValuePair<string, Rule>> Categories => tables?.Named ?? base.Categories;

    /// <inheritdoc cref="DeadlineRule{TFact}.For{THost}"/>
    public TierRule<THost> For<THost>(Expression<Func<THost, TFact>> map)
        where THost : class => Mapped<THost>(new(map));

    /// <summary>The same for facts of which it may be known beforehand, whatever their values are, that they have no band.</summary>
    internal TierRule<THost> For<THost>(Expression<Func<THost, TFact>> map, IReadOnlyList<Guard<THost>> first)
        where THost : class => Mapped(new(map), first);

    internal override TierRule<THost> Mapped<THost>(Mapping mapping) => Mapped<THost>(mapping, []);

    private TierRule<THost> Mapped<THost>(Mapping mapping, IReadOnlyList<Guard<THost>> first)
        where THost : class => Versions is { } versions
        ? new(new RuleVersions<THost>(versions.Plan, versions.Rules.Select(rule => ((TierRule<TFact>)rule).Mapped(mapping, first))))
        : new(
            Info, Measure.Map<THost>(mapping), Scale, Shape.Map<THost>(mapping), Payment?.Map<THost>(mapping),
            tables?.Map<THost, TierRule<THost>>(mapping, table => table.Mapped<THost>(mapping)))
        {
            areAlike = areAlike,
            Guards = [.. first, .. MapGuards<THost>(mapping)],
            Details = MapDetails<THost>(mapping),
            Asks = MapAsks<THost>(mapping),
            WithoutWithheld = WithoutWithheld,
        };

    private protected override Expression Placed(ParameterExpression fact)
    {
        if (tables is not null)
            return tables.Place(fact);

        if (Payment is null)
            return base.Placed(fact);

        return Payment.Before(fact, Highest, IsEndless ? PlacedBelowMost(fact) : base.Placed(fact));
    }

    /// <summary>The numbers of all tables side by side, so that as many as there are are compiled as one is.</summary>
    private protected override Expression PlacedInMemory(ParameterExpression fact)
    {
        if (!areAlike || tables?.All[0].Payment is not { } payment || Measure.CutsIn(tables.All.Select(t => t.CutsInMemory)) is not { } cuts)
            return Placed(fact);

        var (largest, currencies) = (tables.All.Select(t => t.Payment!.Largest(t.Highest)), tables.All.Select(t => t.Payment!.Settings.Currency));
        var beyond = tables.All.Select(t => t.IsEndless ? t.Scale!.Count : int.MaxValue);
        return tables.Looked(fact, (row, first) => payment.Before(fact, In(largest, row), In(currencies, row), Measure.Past(
            fact, Node.ArrayIndex(cuts, row), past => PlaceOf(past, In(beyond, row), first))!));

        static Expression In<T>(IEnumerable<T> numbers, Expression row) => Node.ArrayIndex(Node.Constant(numbers.ToArray()), row);

        static Expression PlaceOf(Expression past, Expression beyond, Expression first)
        {
            var bands = Node.Variable(typeof(int), "bands");
            return Node.Block([bands], Node.Assign(bands, past), Node.Condition(
                Node.LessThan(bands, beyond), Node.Add(first, bands), Tree.Because(Cause.TooLarge)));
        }
    }

    private bool IsEndless => Grades[Scale!.Count - 1].Line is not null;

    private Cut[] CutsInMemory => IsEndless ? [.. Scale!.Cuts, Cut.Above(PayLines.MostValue)] : Scale!.Cuts;

    /// <summary>The highest band pays ever more: up to a value at which a decimal still holds it.</summary>
    private Expression PlacedBelowMost(ParameterExpression fact) => Tree.WithCodes(
        Measure.Place(fact, new(Scale!.Append(Band.Above(PayLines.MostValue, "beyond what can be stated"))), firstClosed: 0),
        code => code == Scale!.Count ? -Cause.TooLarge.Number : code);

    /// <summary>The highest factor that any value has.</summary>
    private decimal Highest => Grades[Scale!.Count - 1].Line is { } line
        ? line.Base + line.Rise * PayLines.MostValue
        : Scale!.Max(band => Math.Max(Math.Abs(band.Factor!.Value), band.FactorTo ?? 0));

    internal override IEnumerable<RecordedValue> InputsOf(object fact) =>
        tables is not null ? [tables.Input(fact), .. (tables.Of(fact) ?? tables.All[0]).InputsOf(fact)]
        : Payment is null ? base.InputsOf(fact)
        : base.InputsOf(fact).Concat(Payment.Inputs((TFact)fact));

    internal override (Scale Scale, int Band)? PlaceOf(int grade) =>
        tables is null ? base.PlaceOf(grade) : grade >= 0 && By(grade) is var (table, own) ? table.PlaceOf(own) : null;

    internal override IReadOnlyDictionary<string, PaySettings> Payments
    {
        get
        {
            OrderedDictionary<string, PaySettings> named = new(StringComparer.Ordinal);
            foreach (var (name, table) in Tables.Where(t => t.Value.Pays))
                named.Add(name, table.Payment!.Settings);

            if ((Payment ?? Otherwise?.Payment) is { } payment)
                named.Add("", payment.Settings);

            return named;
        }
    }

    internal override string? CurrencyOf(object fact) =>
        (tables is null ? Payment : tables.Of(fact)?.Payment)?.CurrencyOf((TFact)fact) ?? base.CurrencyOf(fact);

    internal override decimal? FactorOf(object fact, Verdict verdict) => LineOf(verdict) is { } line
        ? Along(line, (TFact)fact) is var (factor, of) ? Exact.Quotient(factor, of) : null
        : base.FactorOf(fact, verdict);

    internal override decimal? PayableOf(object fact, Verdict verdict) =>
        verdict.Cause != Cause.None ? null
        : ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.PayableOf(fact, own)
        : Versions is not null ? Paid(fact, verdict)?[^1].PaidSoFar
        : tables is not null ? By(verdict.Grade).Table.PayableOf(fact, tables.Own(verdict, Grades.Count, IsOfPeriods))
        : LineOf(verdict) is { } line ? Payment!.Of((TFact)fact, Along(line, (TFact)fact))
        : Grades[verdict.Grade].Factor is { } factor ? Payment?.Of((TFact)fact, factor) : null;

    internal override PayCalculation? CalculationOf(object fact, Verdict verdict) =>
        verdict.Cause != Cause.None ? null
        : ByVersion(fact, DateOnly.MaxValue, verdict) is var (rule, own) && rule != this ? rule.CalculationOf(fact, own)
        : Versions is not null || ExactFactorOf((TFact)fact, verdict) is not { } factor ? null
        : PaymentOf(verdict.Grade)?.CalculationOf((TFact)fact, factor, PayableOf(fact, verdict));

    /// <summary>The factor of a fact that has a band, as numerator and denominator; <c>null</c> while it pays nothing yet.</summary>
    internal (BigInteger Numerator, BigInteger Denominator)? ExactFactorOf(TFact fact, Verdict verdict) =>
        LineOf(verdict) is { } line ? Along(line, fact) : Grades[verdict.Grade].Factor is { } factor ? Exact.Fraction(factor) : null;

    /// <summary>What the facts of a grade are paid by.</summary>
    internal Payment<TFact>? PaymentOf(int grade) => PaidBy(grade)?.Table.Payment;

    /// <summary>The one table that pays the facts of a grade, and the grade as it counts it once a period has ended; <c>null</c> where several do.</summary>
    internal (TierRule<TFact> Table, int Grade)? PaidBy(int grade) =>
        Versions is { } versions ? versions.By(grade) is var (rule, own) ? ((TierRule<TFact>)rule).PaidBy(own) : null
        : tables is not null ? By(grade)
        : (this, IsOfPeriods ? grade % (Grades.Count / 2) : grade);

    /// <summary>What the value of a fact is a quotient of, in a query.</summary>
    internal (Expression Numerator, Expression Denominator) FractionOn(ParameterExpression fact) => Measure.FractionOn(fact);

    private (BigInteger Numerator, BigInteger Denominator) Along(FactorLine line, TFact fact)
    {
        var (value, of) = Measure.FractionOf(fact);
        return line.Of(value, of);
    }

    private FactorLine? LineOf(Verdict verdict) => verdict.Grade >= 0 ? Grades[verdict.Grade].Line : null;

    private (TierRule<TFact> Table, int Grade) By(int grade) => tables!.By(grade, Grades.Count, IsOfPeriods);

    private protected override TierRule<TFact> Versioned(RuleVersions<TFact> versions) => new(versions);

    internal override IReadOnlyList<AssessmentPart> PartsOf(object fact, Verdict verdict) =>
        Paid(fact, verdict)?.ConvertAll(paid => paid.Part) ?? [];

    /// <summary>The parts of a period whose days are paid each by its own version, and what they pay up to each; <c>null</c> where there are none.</summary>
    private List<(AssessmentPart Part, decimal? PaidSoFar)>? Paid(object fact, Verdict verdict) =>
        Versions is null || verdict.Grade < 0 ? null : PaidByDays.Of(this, Versions, (TFact)fact, isRunning: verdict.IsProvisional);

    private protected override string Because(TFact fact, DateOnly asOf, Verdict verdict) =>
        tables?.Because(fact, verdict.Cause) is { } about ? Message.Of($"{NameOf(fact)} {about}.")
        : Payment?.Because(fact, verdict.Cause) is { } other ? Message.Of($"{NameOf(fact)} {other}.")
        : tables?.Of(fact) is { } table && verdict.Cause == Cause.OtherCurrency ? table.Reason(fact, asOf, verdict)
        : base.Because(fact, asOf, verdict);

    private protected override string ReasonOf(TFact fact, DateOnly asOf, Verdict verdict)
    {
        if (Versions is not null && PartsOf(fact, verdict) is { Count: > 0 } parts)
            return PaidInParts(fact, verdict, parts);

        if (tables is not null)
            return By(verdict.Grade).Table.ReasonOf(fact, asOf, tables.Own(verdict, Grades.Count, IsOfPeriods));

        var (name, attained, (placed, end)) = (NameOf(fact), Attained(fact, asOf), Constant(verdict.Grade));
        return Payment is not null && PayableOf(fact, verdict) is { } payable
            ? Paid(fact, verdict, payable, name, attained, placed, end)
            : Message.Of($"{name} {attained}: {placed}{end}.");
    }

    private string PaidInParts(TFact fact, Verdict verdict, IReadOnlyList<AssessmentPart> parts) =>
        Message.Of($"{NameOf(fact)} {PaidByDays.Sentence(parts, CurrencyOf(fact), PayableOf(fact, verdict))}.");

    private string Paid(TFact fact, Verdict verdict, decimal payable, in FactName name, in Attained attained, string placed, string end)
    {
        var paid = FactorOf(fact, verdict) is { } factor && LineOf(verdict) is not null ? Message.Of($"{placed}, paid at {Texts.Percent(factor)}") : placed;
        return Message.Of($"{name} {attained}: {paid}, {Payment!.Sentence(fact, payable)}{end}.");
    }

    /// <summary>What the sentences of a grade have in common: made once in English.</summary>
    private (string Placed, string End) Constant(int grade) =>
        Language.Spoken is not null ? Said(Grades[grade]) : (constants ??= [.. Grades.Select(Said)])[grade];

    private (string Placed, string End) Said(Grade grade)
    {
        var band = Message.Text(grade.Band);
        return (
            grade.Line is not null ? band
                : grade.Factor is { } factor ? Message.Of($"{band}, paid at {Texts.Percent(factor)}")
                : Payment is null ? band : Message.Of($"{band} so far, which pays nothing yet"),
            grade.Programme is { } programme ? Message.Of($"; enters programme {programme}") : "");
    }
}
