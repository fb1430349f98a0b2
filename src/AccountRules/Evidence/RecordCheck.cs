namespace AccountRules;

/// <summary>What <c>record.Verify(policy)</c> found. Immutable and safe for use by many threads.</summary>
public sealed class RecordCheck
{
    internal RecordCheck(bool isRecomputed, IReadOnlyList<RecordDifference> differences, string? remark) =>
        (IsRecomputed, Differences, Remark) = (isRecomputed, differences, remark);

    /// <summary>Whether all of the record was recomputed and is the same.</summary>
    public bool IsSame => Differences.Count == 0 && Remark is null;

    /// <summary>
    /// Whether it could be judged again; not so where the policy has no such rule, or the record keeps no such fact, as <see cref="Remark"/> says then.
    /// </summary>
    public bool IsRecomputed { get; }

    /// <summary>The fields that differ, in the order of the record, and <c>Digest</c> last; none where nothing speaks against it.</summary>
    public IReadOnlyList<RecordDifference> Differences { get; }

    /// <summary>What could not be recomputed and why, in words; <c>null</c> where all of it was.</summary>
    public string? Remark { get; }

    /// <summary><c>same</c>, or what differs, and what could not be recomputed.</summary>
    public override string ToString() =>
        IsSame ? "same" : string.Join("; ", Differences.Select(d => d.ToString()).Concat(Remark is null ? [] : [Remark]));
}
