using System.Numerics;

namespace AccountRules.Evaluation;

/// <summary>Judges as many rows of columns at once as the processor has lanes.</summary>
internal interface IColumnKernel
{
    /// <summary>How many rows there are.</summary>
    int Count { get; }

    /// <summary>The verdicts, as their bits, of the rows from an index on; there are at least as many as lanes.</summary>
    Vector<int> Judge(int row);
}
