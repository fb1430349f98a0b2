using System.Runtime.InteropServices;

namespace AccountRules.Monitoring;

/// <summary>Lists of what is to become of entries.</summary>
internal static class Plans
{
    /// <summary>Adds so many to be written, empty as yet; the place holds until the next is added.</summary>
    public static Span<Planned<T>> Extend<T>(this List<Planned<T>> plan, int count)
        where T : class
    {
        var first = plan.Count;
        CollectionsMarshal.SetCount(plan, first + count);
        var added = CollectionsMarshal.AsSpan(plan)[first..];
        added.Clear();
        return added;
    }
}
