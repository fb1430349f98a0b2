using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Wording;
using Node = System.Linq.Expressions.Expression;

namespace AccountRules;

/// <summary>
/// The rules of the categories of a fact, one of which its category chooses by one condition in the one expression; and, where there is one, the rule of all
/// other facts. The grades of each follow those of the one before.
/// </summary>
internal sealed class Categories<TFact, TRule>
    where TFact : class
    where TRule : Rule<TFact>
{
    private const int MostListed = 8;

    private readonly Selector<TFact, string?> category;
    private readonly int[] firstGrades;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    private Categories(Selector<TFact, string?> category, string name, IReadOnlyList<KeyValuePair<string, TRule>> listed, TRule? otherwise)
    {
        (this.category, Name, Listed, Otherwise) = (category, name, listed, otherwise);
        All = [.. listed.Select(r => r.Value), .. otherwise is null ? Array.Empty<TRule>() : [otherwise]];
        firstGrades = new int[All.Count];
        for (var i = 1; i < firstGrades.Length; i++)
            firstGrades[i] = firstGrades[i - 1] + OnceEnded(All[i - 1]).Count();

        for (var i = 0; i < listed.Count; i++)
            places.Add(listed[i].Key, i);
    }

    /// <summary>What the category is called.</summary>
    public string Name { get; }

    /// <summary>The categories with their rules, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, TRule>> Listed { get; }

    /// <summary>The rule of facts that are of no category, or of one that is not listed; <c>null</c> where they are undetermined.</summary>
    public TRule? Otherwise { get; }

    /// <summary>The rules of all categories, and at last the one of all other facts.</summary>
    public IReadOnlyList<TRule> All { get; }

    /// <summary>The grades of all, once a period has ended.</summary>
    public IEnumerable<Grade> Grades => All.SelectMany(OnceEnded);

    /// <summary>The scales of all.</summary>
    public IReadOnlyList<Scale> Scales => field ??= [.. All.SelectMany(r => r.Scales)];

    /// <summary>The rules by their categories, for what lists them.</summary>
    public IReadOnlyList<KeyValuePair<string, Rule>> Named => field ??=
    [
        .. Listed.Select(r => KeyValuePair.Create(r.Key, (Rule)r.Value)),
        .. Otherwise is null ? Array.Empty<KeyValuePair<string, Rule>>() : [KeyValuePair.Create("any other", (Rule)Otherwise)],
    ];

    /// <summary>The category as a detail of each assessment.</summary>
    public Detail<TFact> Detail => new(Name, new Selector<TFact, object?>(category.Lambda).Lambda);

    /// <summary>Takes the categories as they are given.</summary>
    /// <param name="category">The category of a fact.</param>
    /// <param name="rules">The categories, each with its rule.</param>
    /// <param name="otherwise">The rule of all other facts.</param>
    /// <exception cref="ArgumentException">A category is there twice or has no name, or the rules differ in what they measure.</exception>
    public static Categories<TFact, TRule> Of(
        Expression<Func<TFact, string?>> category, IEnumerable<KeyValuePair<string, TRule>> rules, TRule? otherwise = null) => new(
        new(category), (category?.Body as MemberExpression)?.Member.Name.ToLowerInvariant() ?? "category",
        CategoryCheck.Of<TFact, TRule>(rules, otherwise), otherwise);

    /// <summary>The same of a host's type.</summary>
    public Categories<THost, TMapped> Map<THost, TMapped>(Mapping mapping, Func<TRule, TMapped> mapped)
        where THost : class
        where TMapped : Rule<THost> => new(
        category.Map<THost>(mapping), Name, [.. Listed.Select(r => KeyValuePair.Create(r.Key, mapped(r.Value)))],
        Otherwise is null ? null : mapped(Otherwise));

    /// <summary>The grade that the rule of the fact's category gives, or why there is none.</summary>
    public Expression Place(ParameterExpression fact)
    {
        var read = category.On(fact);
        var place = Otherwise is null ? Tree.Because(Cause.UnknownCategory) : PlaceBy(Listed.Count);
        for (var i = Listed.Count - 1; i >= 0; i--)
            place = Node.Condition(Node.Equal(read, Node.Constant(Listed[i].Key)), PlaceBy(i), place);

        return Otherwise is null ? Node.Condition(Tree.IsNull(read), Tree.Because(Cause.NoCategory), place) : place;

        Expression PlaceBy(int index) => firstGrades[index] is var first and > 0
            ? Tree.WithCodes(All[index].Known(fact, All[index].Place), code => code >= 0 ? code + first : code)
            : All[index].Known(fact, All[index].Place);
    }

    /// <summary>
    /// The same in memory, where all rules are alike but for their numbers: the place in <see cref="All"/> is looked up, and is what reads the numbers.
    /// </summary>
    /// <param name="fact">The fact.</param>
    /// <param name="place">The grade, as the rule counts it, by the place and where its grades begin.</param>
    public Expression Looked(ParameterExpression fact, Func<Expression, Expression, Expression> place)
    {
        var row = Node.Variable(typeof(int), "row");
        return Node.Block(
            [row],
            Node.Assign(row, Node.Call(Node.Constant(this), nameof(RowOf), typeArguments: null, category.On(fact))),
            Node.Condition(
                Node.LessThan(row, Node.Constant(0)), row, place(row, Node.ArrayIndex(Node.Constant(firstGrades), row))));
    }

    /// <summary>The place of the rule of a category, or the code of why there is none.</summary>
    private int RowOf(string? name) => name is not null && places.TryGetValue(name, out var row) ? row
        : Otherwise is not null ? Listed.Count
        : name is null ? -Cause.NoCategory.Number : -Cause.UnknownCategory.Number;

    /// <summary>The rule of the fact's category, where there is one.</summary>
    public TRule? Of(object fact) =>
        category.Of((TFact)fact) is { } name && places.TryGetValue(name, out var place) ? All[place] : Otherwise;

    /// <summary>The category, as a record keeps it.</summary>
    public RecordedValue Input(object fact) => RecordedValue.Of(Name, category.Of((TFact)fact));

    /// <summary>The rule that a grade is of, and the grade as that rule counts it, once the period has ended.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="count">How many grades there are in all.</param>
    /// <param name="isOfPeriods">Whether the second half of them is of periods that run.</param>
    public (TRule Rule, int Grade) By(int grade, int count, bool isOfPeriods)
    {
        if (isOfPeriods)
            grade %= count / 2;

        var index = Array.BinarySearch(firstGrades, grade);
        if (index < 0)
            index = ~index - 1;

        return (All[index], grade - firstGrades[index]);
    }

    /// <summary>The verdict of the category's own rule.</summary>
    public Verdict Own(Verdict verdict, int count, bool isOfPeriods)
    {
        if (verdict.Grade < 0)
            return verdict;

        var (rule, grade) = By(verdict.Grade, count, isOfPeriods);
        return rule.VerdictOf(verdict.IsProvisional ? rule.WhileRunning(grade) : grade);
    }

    /// <summary>Why the category gives no rule, in words; <c>null</c> for another cause.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="cause">The cause.</param>
    public string? Because(object fact, Cause cause) =>
        cause == Cause.UnknownCategory
            ? Message.Of($"is of {Message.Text(Name)} `{Visible.Text(category.Of((TFact)fact) ?? "")}`, and the policy lists {Names}")
        : cause == Cause.NoCategory ? Message.Of($"has no {Message.Text(Name)}, and the policy goes by it")
        : null;

    private string Names => string.Join(", ", Listed.Take(MostListed).Select(r => Visible.Text(r.Key))) is var first && Listed.Count > MostListed
        ? Message.Of($"{first} and {Listed.Count - MostListed} more")
        : first;

    private static IEnumerable<Grade> OnceEnded(Rule rule) => rule.Grades.Where(g => !g.IsProvisional);
}
