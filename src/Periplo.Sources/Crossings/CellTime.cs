using Periplo.Movements;

namespace Periplo.Sources.Crossings;

/// <summary>The moment of a crossing from its cells: one column with date and time, or one each. For one worker.</summary>
internal sealed class CellTime
{
    private const int From1900 = -Moments.From1900;
    private const int Noon = 12;

    private readonly CrossingRun run;
    private readonly PostClock? zone;
    private readonly bool zoneOfPost;
    private readonly int time, date, hour;
    private readonly DateFormat? timeFormat, dateFormat, hourFormat;

    public CellTime(CrossingHeader header, CrossingRun run)
    {
        this.run = run;
        (time, date, hour) = (header[CrossingColumns.Time], header[CrossingColumns.Date], header[CrossingColumns.Hour]);
        if (header.Mapping is not { } mapping)
            return;
        (zone, zoneOfPost) = (mapping.Zone, mapping.ZoneOfPost);
        timeFormat = mapping.Formats.GetValueOrDefault(CrossingColumns.Time);
        dateFormat = mapping.Formats.GetValueOrDefault(CrossingColumns.Date) ?? DateFormat.Parse("yyyy-MM-dd");
        hourFormat = mapping.Formats.GetValueOrDefault(CrossingColumns.Hour) ?? DateFormat.Parse("HH:mm:ss");
    }

    /// <summary>Reads the moment.</summary>
    /// <param name="cells">The line.</param>
    /// <param name="country">Reporting country.</param>
    /// <param name="post">Post.</param>
    /// <param name="moment">Seconds since 1970.</param>
    /// <param name="column">The column at fault.</param>
    /// <returns>What is wrong; null when nothing is.</returns>
    public CrossingFault? Read(in LineCells cells, byte country, ushort post, out uint moment, out string column)
    {
        (moment, column) = (0, CrossingColumns.Time);
        var local = false;
        if (time < 0 || timeFormat is not null)
        {
            // A day without a time of day is taken at noon: the least wrong by.
            var fields = new DateFormat.Fields { Hour = hour < 0 ? Noon : 0u };
            if (time >= 0)
            {
                if (!timeFormat!.TryRead(cells[time].Trim(" \t"u8), ref fields))
                    return CrossingFault.BadTime;
            }
            else
            {
                column = CrossingColumns.Date;
                if (!dateFormat!.TryRead(cells[date].Trim(" \t"u8), ref fields))
                    return CrossingFault.BadTime;
                if (hour >= 0 && !hourFormat!.TryRead(cells[hour].Trim(" \t"u8), ref fields))
                {
                    column = CrossingColumns.Hour;
                    return CrossingFault.BadTime;
                }
            }

            if (!fields.TrySeconds(out var written))
                return CrossingFault.BadTime;
            local = true;
            return Checked(written, local, country, post, out moment);
        }

        var cell = cells[time];
        if (!Moments.TryMoment(cell, out var seconds, out local) && !Moments.TryMoment(cell.Trim(" \t"u8), out seconds, out local))
            return CrossingFault.BadTime;
        return Checked(seconds, local, country, post, out moment);
    }

    private CrossingFault? Checked(long seconds, bool local, byte country, ushort post, out uint moment)
    {
        moment = 0;
        if (seconds is < 0 or > uint.MaxValue)
            return seconds < (long)From1900 * Moments.Day ? CrossingFault.Before1900 : seconds < 0 ? CrossingFault.Before1970 : CrossingFault.AfterEnd;
        if (local)
        {
            var clock = zoneOfPost ? run.Reading.Countries.Posts.GetValueOrDefault(post) ?? run.Reading.Countries.All[country].Clock : zone;
            if (clock is null)
                return CrossingFault.NoZone;
            seconds = Moments.Universal(clock, seconds);
            if (seconds < 0)
                return CrossingFault.Before1970;
        }

        if (seconds >= run.End)
            return CrossingFault.AfterEnd;
        moment = (uint)seconds;
        return null;
    }
}
