using AccountRules.Wording;

namespace AccountRules;

/// <summary>A total of lines, and the parts that the kinds of lines have in it. Immutable; equal by value.</summary>
public sealed record SettlementTotal
{
    private readonly RecordedList<SettlementSum> kinds;

    internal SettlementTotal(string? of, SettlementSum all, IEnumerable<SettlementSum> kinds) => (Of, All, this.kinds) = (of, all, new(kinds));

    /// <summary>The rule's id, the period or the programme; <c>null</c> in the total of all, and for facts that have none.</summary>
    public string? Of { get; }

    /// <summary>All lines of the total, those that are held included.</summary>
    public SettlementSum All { get; }

    /// <summary>The lines of a kind: of <see cref="SettlementKind.Held"/> how many facts could not be settled, and what stands settled of them.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public SettlementSum this[SettlementKind kind] =>
        (int)kind < kinds.Items.Count ? kinds.Items[(int)kind] : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of line.");

    /// <summary>The total in one line, such as <c>2026-01: 1000.00 settled, +200.00, 1200.00 now; 1 held, of which 600.00 is settled</c>.</summary>
    public override string ToString()
    {
        var held = this[SettlementKind.Held];
        return $"{(Of is null ? "" : $"{Of}: ")}{Texts.AsWritten(All.Settled)} settled, {(All.Difference > 0 ? "+" : "")}{Texts.AsWritten(All.Difference)}, "
            + $"{Texts.AsWritten(All.Now)} now{(held.Lines == 0 ? "" : $"; {held.Lines} held, of which {Texts.AsWritten(held.Settled)} is settled")}";
    }
}
