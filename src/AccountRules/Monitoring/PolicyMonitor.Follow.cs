using AccountRules.Wording;

namespace AccountRules;

/// <content>What a host's service needs to tell the changes of a monitor one call after the other.</content>
public sealed partial class PolicyMonitor
{
    private Action<DateOnly, StandingChange[]>? follower;

    /// <summary>Puts a monitor that has no facts yet to a date, which may be an earlier one.</summary>
    /// <exception cref="InvalidOperationException">It has facts, and the date is another.</exception>
    internal void BeginAt(DateOnly date)
    {
        using (Enter())
        {
            if (date != AsOf && books.Any(book => Standings.All.Any(standing => book.Count(standing) > 0)))
            {
                throw new InvalidOperationException(
                    $"The monitor has facts as of {Texts.Date(AsOf)} already, and is to begin with {Texts.Date(date)}, the date that was told last: "
                    + "hand it its facts in `load`, and not before the host has started.");
            }

            (AsOf, snapshot) = (date, null);
        }
    }

    /// <summary>Hands each call's changes to a follower from now on, in the order of the calls, which wait for it.</summary>
    /// <param name="follower">Takes the changes.</param>
    /// <param name="begin">Is handed the standings before the first of them; no call is made meanwhile.</param>
    internal void Follow(Action<DateOnly, StandingChange[]> follower, Action<MonitorSnapshot>? begin = null)
    {
        using (Enter())
        {
            begin?.Invoke(Snapshot());
            this.follower = follower;
        }
    }
}
