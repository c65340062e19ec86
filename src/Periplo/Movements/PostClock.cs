namespace Periplo.Movements;

/// <summary>The clock on the wall of a border post: a zone of the tz database, or a fixed offset from UTC.</summary>
public sealed class PostClock
{
    private const int Quarter = 900;
    private readonly TimeZoneInfo? zone;
    private readonly int seconds;

    private PostClock(string name, TimeZoneInfo? zone, int seconds) => (Name, this.zone, this.seconds) = (name, zone, seconds);

    /// <summary>Name as written: <c>America/Guatemala</c> or <c>-06:00</c>.</summary>
    public string Name { get; }

    /// <summary>True when the offset never changes.</summary>
    public bool IsFixed => zone is null;

    /// <summary>A clock that is always so many hours from UTC.</summary>
    /// <param name="hours">From -14 to 14; fractions are quarters of an hour.</param>
    public static PostClock Fixed(double hours)
    {
        if (Math.Abs(hours) > 14)
            throw new ArgumentOutOfRangeException(nameof(hours), hours, "No clock is more than 14 hours from UTC.");
        var ahead = (int)Math.Round(hours * 4) * Quarter;
        return new($"{(ahead < 0 ? '-' : '+')}{TimeSpan.FromSeconds(Math.Abs(ahead)):hh\\:mm}", null, ahead);
    }

    /// <summary>The clock of a zone of the tz database (<c>America/Mexico_City</c>), or of an offset (<c>-06:00</c>); null when there is none of that name.</summary>
    public static PostClock? Find(string name)
    {
        if (name.Length == 6 && name[0] is '+' or '-' && TimeSpan.TryParseExact(name[1..], "hh\\:mm", null, out var span) && span.TotalHours <= 14)
            return Fixed(name[0] == '-' ? -span.TotalHours : span.TotalHours);
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? new(name, zone, 0) : null;
    }

    /// <summary>Seconds by which the clock is ahead of UTC at a moment, given in seconds since 1970.</summary>
    public int Offset(long moment) => zone is null ? seconds : (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(moment)).TotalSeconds;

    /// <summary>Day on the clock at a moment: days since 1970-01-01.</summary>
    public int Day(long moment) => (int)Math.Floor((moment + Offset(moment)) / 86400.0);
}
