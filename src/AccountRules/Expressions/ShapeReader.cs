using AccountRules.Wording;

namespace AccountRules.Expressions;

/// <summary>The shape of a fact as selectors. A mapping must bind subject and period; it may leave out the account, the part and the start.</summary>
internal sealed record ShapeReader<TFact>(
    Selector<TFact, string> Subject, Selector<TFact, string?>? Account, Selector<TFact, Period>? Period, Selector<TFact, string?>? Part,
    Selector<TFact, DateOnly?>? StartedOn, string PartName, FactShape? Source = null)
    where TFact : class
{
    private bool? isOfEmployees;

    /// <summary>Whether all that tells facts apart is read: a mapping may leave the part or the start out.</summary>
    public bool TellsApart { get; init; } = true;

    /// <summary>Whether a fact may have no part, where others of its subject have one: a mapping that leaves it out is of such facts.</summary>
    public bool IsPartOptional { get; init; }

    /// <summary>The money that the fact is about, if any.</summary>
    public Selector<TFact, decimal?>? Amount { get; init; }

    /// <summary>The currency of the money, if the fact names one.</summary>
    public Selector<TFact, string?>? Currency { get; init; }

    /// <summary>That of the amounts beside which a row sets its own.</summary>
    public Selector<TFact, string?>? OtherCurrency { get; init; }

    /// <summary>The days on which a deadline of the fact stood still, if any.</summary>
    public Selector<TFact, Pauses?>? Pauses { get; init; }

    /// <summary>The calendar by which the fact's working days are counted, if it names one.</summary>
    public Selector<TFact, string?>? Calendar { get; init; }

    /// <summary>The employee whom the fact is of, if any.</summary>
    public Selector<TFact, string?>? Employee { get; init; }

    /// <summary>The day on which the fact, as it is, became known, if it says one.</summary>
    public Selector<TFact, DateOnly?>? KnownOn { get; init; }

    /// <summary>Makes the fact that a host's object is read as; <c>null</c> where it is the fact itself.</summary>
    public MadeFact<TFact>? Made { get; init; }

    /// <summary>What tells the fact apart; <c>null</c> where nothing does, so that it is no copy of another.</summary>
    public FactKey? IdentityOf(TFact fact) =>
        TellsApart && KeyOf(fact) is var key && key.Subject is not null && (StartedOn is null || key.StartedOn is not null) ? key : (FactKey?)null;

    /// <summary>Whether the subject is the account itself.</summary>
    public bool IsOfAccounts { get; } = IsSame(Subject, Account);

    /// <summary>Whether the subject is the employee.</summary>
    public bool IsOfEmployees => isOfEmployees ??= IsSame(Subject, Employee);

    /// <summary>The id for words, records and groups; empty where the fact has none.</summary>
    public string SubjectOf(TFact fact) => Subject.Of(fact) ?? "";

    public FactKey KeyOf(TFact fact) => new(Subject.Of(fact), Period?.Of(fact), Part?.Of(fact), StartedOn?.Of(fact));

    /// <summary>Which currencies keep the amounts of a fact from being compared, in words; <c>null</c> where it names none.</summary>
    public string? InOtherCurrency(TFact fact, string? ofPolicy) =>
        OtherCurrency is { } second && second.Of(fact) is var other && Currency?.Of(fact) is var own && own != other
            ? CurrencyWords.Several(own, other)
            : Currency?.Of(fact) is { } named ? CurrencyWords.Other(named, ofPolicy) : null;

    public ShapeReader<THost> Map<THost>(Mapping mapping)
        where THost : class
    {
        var (part, started) = (Part?.MapIfBound<THost>(mapping), StartedOn?.MapIfBound<THost>(mapping));
        return new(Subject.Map<THost>(mapping), Account?.MapIfBound<THost>(mapping), Period?.Map<THost>(mapping), part, started, PartName)
        {
            Amount = Amount?.MapIfBound<THost>(mapping),
            Currency = Currency?.MapIfBound<THost>(mapping),
            OtherCurrency = OtherCurrency?.MapIfBound<THost>(mapping),
            Pauses = Pauses?.MapIfBound<THost>(mapping),
            Calendar = Calendar?.MapIfBound<THost>(mapping),
            Employee = Employee?.MapIfBound<THost>(mapping),
            KnownOn = KnownOn?.MapIfBound<THost>(mapping),
            Made = mapping.Made<THost, TFact>(Made),
            IsPartOptional = IsPartOptional,
            TellsApart = TellsApart && (IsPartOptional || (part is null) == (Part is null)) && (started is null) == (StartedOn is null),
        };
    }

    private static bool IsSame(Selector<TFact, string> subject, Selector<TFact, string?>? other) => other is not null
        && string.Equals(
            other.On(subject.Lambda.Parameters[0]).ToString(), subject.On(subject.Lambda.Parameters[0]).ToString(), StringComparison.Ordinal);
}
