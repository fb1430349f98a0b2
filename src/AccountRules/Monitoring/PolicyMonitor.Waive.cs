namespace AccountRules;

/// <content>Waivers, which excuse standings for some days.</content>
public sealed partial class PolicyMonitor
{
    /// <summary>The waivers in force; none until some are put in force (<see cref="Waive"/>).</summary>
    public Waivers Waivers { get; private set; } = Waivers.None;

    /// <summary>Puts other waivers in force, in the place of all that there were. Every fact is judged anew.</summary>
    /// <remarks>
    /// The day on which one of them begins to excuse a standing, and the day after its last, are changes of <see cref="AdvanceTo"/> from then on, of the kind
    /// <see cref="ChangeKind.Moved"/>: the standing stays as it is judged, and so does what <see cref="Counts"/> counts.
    /// </remarks>
    /// <param name="waivers">The waivers; <see cref="Waivers.None"/> for none.</param>
    /// <returns>The changes that the waivers cause: what is waived now, or by another waiver, and what is waived no more.</returns>
    public IReadOnlyList<StandingChange> Waive(Waivers waivers)
    {
        ArgumentNullException.ThrowIfNull(waivers);
        using (Enter())
        {
            var made = Run(books, AsOf, waivers, static (monitor, next) =>
            {
                foreach (var book in monitor.books)
                {
                    book.PlanWaivers(next);
                    book.PlanSwap(monitor.Policy, monitor.AsOf);
                }
            });
            Waivers = waivers;
            return made;
        }
    }
}
