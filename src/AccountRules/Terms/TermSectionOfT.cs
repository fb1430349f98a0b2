namespace AccountRules;

/// <summary>
/// A section of the policy document, read into a record of terms. Each term is a line: its name in the document, what it says, how it is read off the record
/// and set in a copy, and which values are allowed.
/// <example>
/// <code>
/// static readonly TermSection&lt;TicketTerms&gt; Section = new TermSection&lt;TicketTerms&gt;("ticketAnswer", new())
///     .Whole("limitDays", "The last day on which an answer is in time.", t => t.LimitDays, (t, days) => t with { LimitDays = days }, min: 1, max: 365);
/// </code>
/// </example>
/// </summary>
/// <typeparam name="TTerms">The record: immutable, with a settable (<c>init</c>) property for each term, and equal by value.</typeparam>
public sealed class TermSection<TTerms> : TermSection
    where TTerms : class
{
    private readonly IReadOnlyList<Term> terms;
    private readonly Action<TTerms, TermProblems>? check;

    /// <summary>A section without terms, to begin with.</summary>
    /// <param name="name">The section's name in the document, in camel case: the rule's id without hyphens.</param>
    /// <param name="standard">The documents' own numbers.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public TermSection(string name, TTerms standard)
        : this(name, standard, [], check: null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(standard);
    }

    private TermSection(string name, TTerms standard, IReadOnlyList<Term> terms, Action<TTerms, TermProblems>? check)
        : base(name, standard) => (this.terms, this.check) = (terms, check);

    /// <inheritdoc/>
    public override IReadOnlyList<Term> Terms => terms;

    internal override Type RecordType => typeof(TTerms);

    /// <summary>The section with a whole number more.</summary>
    /// <param name="name">The name in the document, in camel case.</param>
    /// <param name="description">What the term says, in one sentence.</param>
    /// <param name="get">Reads it off the record.</param>
    /// <param name="with">Sets it in a copy of the record.</param>
    /// <param name="min">The smallest number allowed; it is allowed itself.</param>
    /// <param name="max">The largest number allowed; it is allowed itself.</param>
    /// <param name="isRequired">Whether a document must give it wherever it gives the section.</param>
    public TermSection<TTerms> Whole(
        string name, string description, Func<TTerms, int> get, Func<TTerms, int, TTerms> with, int? min = null, int? max = null, bool isRequired = false) =>
        And(new ValueTerm<TTerms, int>(name, TermKind.Whole, description, get, with) { Min = min, Max = max, IsRequired = isRequired });

    /// <summary>The section with a whole number more that may be left unset.</summary>
    /// <inheritdoc cref="Whole(string, string, Func{TTerms, int}, Func{TTerms, int, TTerms}, int?, int?, bool)"/>
    /// <param name="name">The name in the document, in camel case.</param>
    /// <param name="description">What the term says, in one sentence.</param>
    /// <param name="get">Reads it off the record.</param>
    /// <param name="with">Sets it in a copy of the record.</param>
    /// <param name="min">The smallest number allowed; it is allowed itself.</param>
    /// <param name="max">The largest number allowed; it is allowed itself.</param>
    /// <param name="isLeftOpen">Whether the documents leave it open: the rule is not in force until it is set.</param>
    public TermSection<TTerms> Whole(
        string name, string description, Func<TTerms, int?> get, Func<TTerms, int?, TTerms> with, int? min = null, int? max = null, bool isLeftOpen = false) =>
        And(new ValueTerm<TTerms, int?>(name, TermKind.Whole, description, get, with) { Min = min, Max = max, IsOptional = true, IsLeftOpen = isLeftOpen });

    /// <summary>The section with a list of whole numbers more.</summary>
    /// <inheritdoc cref="Whole(string, string, Func{TTerms, int}, Func{TTerms, int, TTerms}, int?, int?, bool)"/>
    public TermSection<TTerms> Wholes(
        string name, string description, Func<TTerms, TermList<int>> get, Func<TTerms, TermList<int>, TTerms> with, int? min = null,
        int? max = null) =>
        And(new ListTerm<TTerms, int>(name, TermKind.Whole, description, get, with) { IsList = true, Min = min, Max = max });

    /// <summary>The section with a number more.</summary>
    /// <inheritdoc cref="Number(string, string, Func{TTerms, decimal?}, Func{TTerms, decimal?, TTerms}, int?, int?, bool, bool)"/>
    public TermSection<TTerms> Number(
        string name, string description, Func<TTerms, decimal> get, Func<TTerms, decimal, TTerms> with, int? min = null, int? max = null,
        bool isAboveMin = false) =>
        And(new ValueTerm<TTerms, decimal>(name, TermKind.Number, description, get, with) { Min = min, Max = max, IsAboveMin = isAboveMin });

    /// <summary>The section with a number more that may be left unset.</summary>
    /// <param name="name">The name in the document, in camel case.</param>
    /// <param name="description">What the term says, in one sentence.</param>
    /// <param name="get">Reads it off the record.</param>
    /// <param name="with">Sets it in a copy of the record.</param>
    /// <param name="min">The smallest number allowed; it is allowed itself unless <paramref name="isAboveMin"/>.</param>
    /// <param name="max">The largest number allowed; it is allowed itself.</param>
    /// <param name="isAboveMin">Whether the smallest number itself is not allowed.</param>
    /// <param name="isLeftOpen">Whether the documents leave it open: the rule is not in force until it is set.</param>
    public TermSection<TTerms> Number(
        string name, string description, Func<TTerms, decimal?> get, Func<TTerms, decimal?, TTerms> with,
        int? min = null, int? max = null, bool isAboveMin = false, bool isLeftOpen = false) =>
        And(new ValueTerm<TTerms, decimal?>(name, TermKind.Number, description, get, with)
        {
            Min = min,
            Max = max,
            IsAboveMin = isAboveMin,
            IsOptional = true,
            IsLeftOpen = isLeftOpen,
        });

    /// <summary>The section with a ratio more, 1 being 100 %: from 0 to 10, so that a percentage is not taken for one.</summary>
    /// <param name="name">The name in the document, in camel case.</param>
    /// <param name="description">What the term says, in one sentence.</param>
    /// <param name="get">Reads it off the record.</param>
    /// <param name="with">Sets it in a copy of the record.</param>
    public TermSection<TTerms> Ratio(string name, string description, Func<TTerms, decimal> get, Func<TTerms, decimal, TTerms> with) =>
        And(new ValueTerm<TTerms, decimal>(name, TermKind.Number, description, get, with) { Min = 0, Max = Wording.Texts.LargestRatio, IsRatio = true });

    /// <summary>The section with a ratio more that may be left unset.</summary>
    /// <inheritdoc cref="Ratio(string, string, Func{TTerms, decimal}, Func{TTerms, decimal, TTerms})"/>
    public TermSection<TTerms> Ratio(string name, string description, Func<TTerms, decimal?> get, Func<TTerms, decimal?, TTerms> with) =>
        And(new ValueTerm<TTerms, decimal?>(name, TermKind.Number, description, get, with)
        {
            Min = 0,
            Max = Wording.Texts.LargestRatio,
            IsRatio = true,
            IsOptional = true,
        });

    /// <summary>The section with a text more.</summary>
    /// <param name="name">The name in the document, in camel case.</param>
    /// <param name="description">What the term says, in one sentence.</param>
    /// <param name="get">Reads it off the record.</param>
    /// <param name="with">Sets it in a copy of the record.</param>
    /// <param name="isRequired">Whether a document must give it wherever it gives the section.</param>
    /// <param name="isOptional">Whether it may be left unset.</param>
    public TermSection<TTerms> Text(
        string name, string description, Func<TTerms, string?> get, Func<TTerms, string?, TTerms> with, bool isRequired = false, bool isOptional = false) =>
        And(new ValueTerm<TTerms, string?>(name, TermKind.Text, description, get, with) { IsRequired = isRequired, IsOptional = isOptional });

    /// <summary>The section with a list of texts more.</summary>
    /// <inheritdoc cref="Text"/>
    public TermSection<TTerms> Texts(
        string name, string description, Func<TTerms, TermList<string>> get, Func<TTerms, TermList<string>, TTerms> with) =>
        And(new ListTerm<TTerms, string>(name, TermKind.Text, description, get, with) { IsList = true });

    /// <summary>The section with a date more that may be left unset.</summary>
    /// <inheritdoc cref="Text"/>
    public TermSection<TTerms> Date(string name, string description, Func<TTerms, DateOnly?> get, Func<TTerms, DateOnly?, TTerms> with) =>
        And(new ValueTerm<TTerms, DateOnly?>(name, TermKind.Date, description, get, with) { IsOptional = true });

    /// <summary>The section with one of a few names more: a member of an enumeration, whose members are numbered from 0.</summary>
    /// <typeparam name="TChoice">The enumeration.</typeparam>
    /// <inheritdoc cref="Text"/>
    public TermSection<TTerms> Choice<TChoice>(string name, string description, Func<TTerms, TChoice> get, Func<TTerms, TChoice, TTerms> with)
        where TChoice : struct, Enum =>
        And(new ChoiceTerm<TTerms, TChoice>(name, description, get, with));

    /// <summary>The section with one of a few names more that may be left unset.</summary>
    /// <typeparam name="TChoice">The enumeration.</typeparam>
    /// <inheritdoc cref="Text"/>
    public TermSection<TTerms> Choice<TChoice>(string name, string description, Func<TTerms, TChoice?> get, Func<TTerms, TChoice?, TTerms> with)
        where TChoice : struct, Enum =>
        And(new OptionalChoiceTerm<TTerms, TChoice>(name, description, get, with));

    /// <summary>The section with a list of sections more.</summary>
    /// <typeparam name="TItem">The record of an item.</typeparam>
    /// <param name="name">The name in the document, in camel case.</param>
    /// <param name="description">What the term says, in one sentence.</param>
    /// <param name="get">Reads it off the record.</param>
    /// <param name="with">Sets it in a copy of the record.</param>
    /// <param name="item">The terms of an item; its standard has what an item has where the document does not say.</param>
    /// <param name="isLeftOpen">Whether the documents leave the list open: the rule is not in force until it has an item.</param>
    public TermSection<TTerms> Sections<TItem>(
        string name, string description, Func<TTerms, TermList<TItem>> get, Func<TTerms, TermList<TItem>, TTerms> with, TermSection<TItem> item,
        bool isLeftOpen = false)
        where TItem : class =>
        And(new ListTerm<TTerms, TItem>(name, TermKind.Section, description, get, with) { IsList = true, Section = item, IsLeftOpen = isLeftOpen });

    /// <summary>The section with the part of a whole that an item is; <see cref="TermProblems.CheckWeights"/> sees that they add up.</summary>
    internal TermSection<TTerms> Weight(string description, Func<TTerms, decimal> get, Func<TTerms, decimal, TTerms> with) =>
        Part("weight", description, get, with, isRequired: true);

    /// <summary>The section with a part of a whole more, above 0 and up to all of it, which is 1; one that may be <c>null</c> may be left unset.</summary>
    internal TermSection<TTerms> Part<TValue>(
        string name, string description, Func<TTerms, TValue> get, Func<TTerms, TValue, TTerms> with, bool isRequired = false) =>
        And(new ValueTerm<TTerms, TValue>(name, TermKind.Number, description, get, with)
        {
            Min = 0,
            IsAboveMin = true,
            Max = 1,
            IsRatio = true,
            IsRequired = isRequired,
            IsOptional = default(TValue) is null,
        });

    /// <summary>The section with what its terms must keep to together.</summary>
    /// <param name="check">Adds the problems between terms. It is asked of terms that may each be out of their own range, which is told apart.</param>
    public TermSection<TTerms> Checked(Action<TTerms, TermProblems> check) =>
        new(Name, (TTerms)Standard, terms, this.check + check) { IsOfHistory = IsOfHistory };

    internal override void Check(object record, TermProblems problems) => check?.Invoke((TTerms)record, problems);

    internal TermSection<TTerms> And(Term term) => new(Name, (TTerms)Standard, [.. terms, term], check) { IsOfHistory = IsOfHistory };
}
