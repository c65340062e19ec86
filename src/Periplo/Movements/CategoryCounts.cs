using System.Runtime.CompilerServices;

namespace Periplo.Movements;

/// <summary>Number of crossings by reporting country, month, direction and category: raw counts, not for publication.</summary>
public sealed class CategoryCounts
{
    /// <summary>Name of the count of exits after more than 90 days in 180 (rule 9).</summary>
    public const string Overstay = "OVERSTAY90_180";

    private const int Slots = 16;
    private const int OverstaySlot = 8;
    private static readonly string[] Names = [.. Enum.GetNames<Category>(), Overstay];
    private readonly ReportingCountries countries;
    private readonly ObservationSpan span;
    private readonly long[] counts;

    internal CategoryCounts(ReportingCountries countries, ObservationSpan span)
    {
        (this.countries, this.span) = (countries, span);
        counts = new long[countries.All.Count * span.Months * 2 * Slots];
    }

    /// <summary>The counts above zero by country and month, exits before entries, each by category; the overstays of a month close it.</summary>
    public IEnumerable<(string Country, string Month, char Direction, string Category, long Count)> Rows()
    {
        for (var row = 0; row < countries.All.Count * span.Months; row++)
        {
            var (country, month, at) = (countries.All[row / span.Months].Area, span.MonthName(row % span.Months), row * 2 * Slots);
            for (var slot = 0; slot < 2 * Slots; slot++)
            {
                if (slot != OverstaySlot && counts[at + slot] > 0)
                    yield return (country, month, slot < Slots ? 'X' : 'E', Names[slot % Slots], counts[at + slot]);
            }

            if (counts[at + OverstaySlot] > 0)
                yield return (country, month, 'X', Overstay, counts[at + OverstaySlot]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(int country, History history, Overstay overstay)
    {
        var days = history.Days;
        var directions = history.Directions;
        var categories = history.Categories;
        var months = span.MonthOfDay;
        var (table, first) = (country * span.Months * 2 * Slots, span.FirstDay);
        for (var i = 0; i < days.Length; i++)
            counts[table + (((months[days[i] - first] * 2) + directions[i]) * Slots) + categories[i]]++;
        foreach (var exit in overstay.Find(history))
            counts[table + (months[days[exit] - first] * 2 * Slots) + OverstaySlot]++;
    }

    internal void Add(CategoryCounts other)
    {
        for (var at = 0; at < counts.Length; at++)
            counts[at] += other.counts[at];
    }
}
