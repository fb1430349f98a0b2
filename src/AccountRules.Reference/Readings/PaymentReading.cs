using System.Globalization;
using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Past due: bands NotLate (up to 0), Days1To30, Days31To60, Over60; paid: Met or Late; open: OnTrack or Overdue."</summary>
internal static class PaymentReading
{
    public static Expected Of(Invoice invoice, DateOnly asOf, IReadOnlyList<int> bucketDays, DayReading? counted = null)
    {
        if (invoice.IssuedOn is { } issued && issued > asOf)
            return Expected.NotBegun;

        if (invoice.DueOn is not { } due)
            return Expected.Undetermined;

        if (invoice.PaidOn is { } paid && paid <= asOf)
        {
            if (invoice.IssuedOn is { } start && paid < start)
                return Expected.Undetermined;

            return (counted ?? DayReading.Plain).Between(due, paid) is not { } late ? Expected.Undetermined
                : new(late <= 0 ? Standing.Met : Standing.Late, BandOf(late), Days: late);
        }

        return (counted ?? DayReading.Plain).Between(due, asOf) is not { } past ? Expected.Undetermined
            : new(past <= 0 ? Standing.OnTrack : Standing.Overdue, BandOf(past), Days: past);

        string BandOf(int days)
        {
            if (days <= 0)
                return "NotLate";

            var first = 1;
            foreach (var last in bucketDays)
            {
                if (days <= last)
                    return string.Create(CultureInfo.InvariantCulture, $"Days{first}To{last}");

                first = last + 1;
            }

            return string.Create(CultureInfo.InvariantCulture, $"Over{first - 1}");
        }
    }
}
