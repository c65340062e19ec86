using Periplo.Languages;

namespace Periplo.Sources.Messages;

/// <summary>How often a remote is asked.</summary>
public enum RemoteInterval
{
    /// <summary>Once an hour.</summary>
    Hour,

    /// <summary>Once a day.</summary>
    Day,

    /// <summary>Once in seven days.</summary>
    Week,

    /// <summary>Once a month of the calendar.</summary>
    Month,
}

/// <summary>A flow of others that is collected again and again.</summary>
/// <param name="Id">Its id: letters, digits, hyphens.</param>
/// <param name="Name">Its name.</param>
/// <param name="Data">Address or file of its data.</param>
/// <param name="Every">How often it is asked.</param>
/// <param name="Options">How its messages are read.</param>
/// <param name="Declaration">The text that declares it, and that of its mapping.</param>
public sealed record Remote(string Id, Text Name, string Data, RemoteInterval Every, MessageOptions Options, string Declaration)
{
    /// <summary>Id of the area whose office it is, or null.</summary>
    public string? Area { get; init; }

    /// <summary>Address or file of its structure; null for the service of the data.</summary>
    public string? Structure { get; init; }

    /// <summary>What to ask for by Accept; null for what is read best.</summary>
    public string? Accept { get; init; }

    /// <summary>Days after the end of a period by which its figures are expected; null where nothing is.</summary>
    public int? Within { get; init; }

    /// <summary>Whether it is time to ask again: in UTC, another hour, day, week or month than that of the last answer.</summary>
    public bool IsDue(DateTimeOffset? answered, DateTimeOffset now)
    {
        if (answered is not { } last || last > now)
            return true;
        var (before, today) = (last.UtcDateTime, now.UtcDateTime);
        return Every switch
        {
            RemoteInterval.Hour => before.Date != today.Date || before.Hour != today.Hour,
            RemoteInterval.Day => before.Date != today.Date,
            RemoteInterval.Week => (today.Date - before.Date).TotalDays >= 7,
            _ => before.Year != today.Year || before.Month != today.Month,
        };
    }
}
