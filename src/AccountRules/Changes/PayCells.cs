namespace AccountRules.Changes;

/// <summary>What policies pay in each cell between their cuts: at which factors, rounded how, and which of these is whose.</summary>
internal sealed class PayCells
{
    private readonly List<(int Cell, Rate Rate)> slots = [];
    private int[][] ofPolicy = [];

    /// <summary>A factor with the rounding of what it makes; how many decimals are written is not part of it.</summary>
    internal readonly record struct Rate(decimal Factor, decimal Step, MidpointRounding Rounding, int Decimals, decimal? Increment)
    {
        public bool Equals(Rate other) => (Factor, Step, Rounding) == (other.Factor, other.Step, other.Rounding);

        public override int GetHashCode() => HashCode.Combine(Factor, Step, Rounding);
    }

    /// <summary>The rates, cell by cell: those of a cell stand together.</summary>
    public IReadOnlyList<(int Cell, Rate Rate)> Slots => slots;

    /// <summary>Where the rates of each cell begin, and at last where they end.</summary>
    public int[] First { get; private set; } = [];

    /// <summary>The old policy's rate in each cell.</summary>
    public int[] OldSlot { get; private set; } = [];

    /// <summary>The new policy's rate in each cell.</summary>
    public int[] NewSlot { get; private set; } = [];

    /// <summary>To how many places pay is added up: as many as any policy rounds to.</summary>
    public int Places { get; private set; }

    /// <summary>Up to which amount a decimal holds what every policy pays.</summary>
    public decimal Largest { get; private set; } = decimal.MaxValue;

    /// <summary>The rates of a policy, one for each cell.</summary>
    public IReadOnlyList<int> SlotsOf(int policy) => ofPolicy[policy];

    public static PayCells Of<TFact>(IReadOnlyList<TierRule<TFact>?> rules, Cut[] cuts)
        where TFact : class
    {
        var made = new PayCells { First = new int[cuts.Length + 2], ofPolicy = [.. rules.Select(_ => new int[cuts.Length + 1])] };
        foreach (var payment in rules.OfType<TierRule<TFact>>().Select(r => (r.Payment, Highest: r.Scale!.Max(b => b.Factor!.Value))))
        {
            made.Places = Math.Max(made.Places, payment.Payment!.Settings.Decimals);
            made.Largest = Math.Min(made.Largest, payment.Payment.Largest(payment.Highest));
        }

        for (var cell = 0; cell <= cuts.Length; cell++)
        {
            made.First[cell] = made.slots.Count;
            for (var policy = 0; policy < rules.Count; policy++)
            {
                if (rules[policy] is { } rule)
                    made.ofPolicy[policy][cell] = made.SlotOf(cell, RateOf(rule, GradeIn(rule, cuts, cell)));
            }
        }

        (made.First[^1], made.OldSlot, made.NewSlot) = (made.slots.Count, made.ofPolicy[0], made.ofPolicy[^1]);
        return made;
    }

    /// <summary>The band that a rule gives in a cell: it is past as many of the rule's cuts as lie below.</summary>
    public static int GradeIn<TFact>(MeasuredRule<TFact> rule, Cut[] cuts, int cell)
        where TFact : class => rule.Scale!.Cuts.Count(cut => Array.BinarySearch(cuts, cut) < cell);

    private static Rate RateOf<TFact>(TierRule<TFact> rule, int grade)
        where TFact : class
    {
        var pays = rule.Payment!.Settings;
        var step = pays.Increment ?? Numbers.Exact.Unit(pays.Decimals);
        return new(rule.Grades[grade].Factor!.Value, step, pays.Rounding, pays.Decimals, pays.Increment);
    }

    private int SlotOf(int cell, Rate rate)
    {
        var known = slots.FindIndex(First[cell], slot => slot.Rate == rate);
        if (known >= 0)
            return known;

        slots.Add((cell, rate));
        return slots.Count - 1;
    }
}
