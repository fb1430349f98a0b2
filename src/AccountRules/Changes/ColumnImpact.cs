namespace AccountRules.Changes;

/// <summary>Facts in columns under both policies: what is counted of the rows is whole numbers, which give the same sums in any order.</summary>
internal abstract class ColumnImpact
{
    /// <summary>Taken while sums of rows are added to those of others.</summary>
    protected Lock Sums { get; } = new();

    /// <summary>What the rows so far are paid, where the rule pays.</summary>
    public virtual Func<PayImpact>? Pays => null;

    /// <summary>What became of the rows so far.</summary>
    public abstract RuleImpact Impact();

    /// <summary>Numbers the verdicts that a kernel gives from 0 up, so that they can be counted in an array.</summary>
    protected sealed class Codes
    {
        private readonly List<int> codes = [];

        public int Count => codes.Count;

        public int this[int number] => codes[number];

        public int NumberOf(int code)
        {
            if (!codes.Contains(code))
                codes.Add(code);

            return codes.IndexOf(code);
        }

        /// <summary>The number in the place of a verdict's code.</summary>
        public Verdict Numbered(int code) => new((short)NumberOf(code), default, isProvisional: false);
    }
}
