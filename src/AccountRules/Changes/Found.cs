namespace AccountRules.Changes;

/// <summary>Conditions under which two rules have these outcomes.</summary>
internal sealed record Found(Conditions Conditions, Outcome Old, Outcome New)
{
    /// <summary>As few as say the same: those with the same outcomes that stand beside each other are one.</summary>
    public static IEnumerable<Found> Joined(IEnumerable<Found> found) =>
        found.GroupBy(f => (f.Old, f.New))
            .SelectMany(same => Joined(same.Select(f => f.Conditions).ToList()).Select(c => new Found(c, same.Key.Old, same.Key.New)));

    private static List<Conditions> Joined(List<Conditions> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (all[i].Joined(all[j]) is not { } joined)
                    continue;

                all.RemoveAt(j);
                all[i] = joined;
                (i, j) = (-1, all.Count);
                break;
            }

            if (i < 0)
                continue;
        }

        return all;
    }
}
