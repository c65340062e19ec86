using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Movements;

/// <summary>
/// The countries whose border posts report, in the order of <see cref="Crossing.Country"/>, and the clock of their posts:
/// one for the country and, where a post lies in another zone, its own. The day of a crossing is the day on that clock.
/// </summary>
public sealed class ReportingCountries
{
    private readonly Dictionary<string, int> positions;

    /// <summary>Countries in order, with the clock of each.</summary>
    /// <param name="countries">Area id and clock; 255 at most, no id twice.</param>
    /// <param name="posts">Clocks of posts that differ from that of their country, by number of the post.</param>
    /// <exception cref="StatisticsException">Too many, or an id twice.</exception>
    public ReportingCountries(IEnumerable<(string Area, PostClock Clock)> countries, IReadOnlyDictionary<ushort, PostClock>? posts = null)
    {
        All = [.. countries];
        Posts = posts ?? new Dictionary<ushort, PostClock>();
        if (All.Count is 0 or > byte.MaxValue || All.Select(country => country.Area).Distinct().Count() != All.Count)
        {
            throw new StatisticsException(new Text(
                "Los países que notifican deben ser de 1 a 255, cada uno una vez.", "Reporting countries must be 1 to 255, each once.", "Les pays qui communiquent leurs chiffres doivent être de 1 à 255, chacun une fois."));
        }

        positions = All.Select((country, position) => (country.Area, position)).ToDictionary(pair => pair.Area, pair => pair.position);
    }

    /// <summary>The eight countries of the specimen file and their offsets, which have no summer time: Guatemala, Belize, El Salvador, Honduras, Nicaragua, Costa Rica (-6 h), Panama (-5 h), Dominican Republic (-4 h).</summary>
    public static ReportingCountries Specimen { get; } = new(
    [
        ("GTM", PostClock.Fixed(-6)), ("BLZ", PostClock.Fixed(-6)), ("SLV", PostClock.Fixed(-6)), ("HND", PostClock.Fixed(-6)),
        ("NIC", PostClock.Fixed(-6)), ("CRI", PostClock.Fixed(-6)), ("PAN", PostClock.Fixed(-5)), ("DOM", PostClock.Fixed(-4)),
    ]);

    /// <summary>Area id and clock of each, in order.</summary>
    public IReadOnlyList<(string Area, PostClock Clock)> All { get; }

    /// <summary>Clocks of posts that differ from that of their country.</summary>
    public IReadOnlyDictionary<ushort, PostClock> Posts { get; }

    /// <summary>Position of an area; -1 when it does not report.</summary>
    public int Position(string area) => positions.GetValueOrDefault(area, -1);

    /// <summary>Day of a crossing on the clock of its post, days since 1970-01-01.</summary>
    public int Day(in Crossing crossing) =>
        (Posts.TryGetValue(crossing.Post, out var own) ? own : All[crossing.Country].Clock).Day(crossing.Time);
}
