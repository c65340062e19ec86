using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sdmx;
using Periplo.Sources.Movements;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Monthly tables that directorates of migration deliver.</summary>
public sealed partial class Installation
{
    private DeliveryCalendar? deliveries;

    /// <summary>Who delivers which monthly tables by when.</summary>
    /// <exception cref="InputException">The installation's calendar is not understood.</exception>
    public DeliveryCalendar Deliveries() => deliveries ??= Data.Deliveries(Areas);

    /// <summary>Tables that are late on a day, the longest late first.</summary>
    /// <param name="on">The day.</param>
    public IReadOnlyList<LateDelivery> LateDeliveries(DateOnly on)
    {
        var delivered = MonthsHeld();
        return Deliveries().Late(on, (area, movement) => delivered.TryGetValue((area, movement), out var months) ? months : new HashSet<TimePeriod>());
    }

    /// <summary>Writes the template a directorate fills in.</summary>
    /// <param name="workbook">A workbook with instructions and lists; else the header of a CSV.</param>
    /// <param name="language">Language of the header.</param>
    /// <param name="to">Where to.</param>
    public void WriteDeliveryTemplate(bool workbook, Language language, Stream to)
    {
        if (workbook)
            DeliveryTemplate.WriteWorkbook(Areas, language, to);
        else
            DeliveryTemplate.WriteCsv(language, to);
    }

    /// <summary>Checks a delivery without keeping anything: every fault, with its place and what to do.</summary>
    /// <param name="area">Country that delivers, by id, code or name.</param>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The file cannot be read, or has not the columns of the template.</exception>
    /// <exception cref="StatisticsException">The country is not in the calendar.</exception>
    public DeliveryReport ValidateDelivery(string area, string fileName, Stream stream, CancellationToken cancellation) =>
        Check(Duty(area), DeliveryFile.Read(fileName, stream, cancellation));

    /// <summary>
    /// Checks a delivery and keeps it, whole or not at all: in the last revision of the country's source, or in the one
    /// named. Remarks that do not block are kept as confirmed.
    /// </summary>
    /// <param name="area">Country that delivers, by id, code or name.</param>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <param name="release">Release; null for the last one held, or else the last month delivered.</param>
    /// <param name="cancellation">Stops the import; nothing of it stays.</param>
    /// <returns>The report; the result is null when a fault blocks, and nothing was kept.</returns>
    /// <exception cref="InputException">The file cannot be read, or disagrees with the revision.</exception>
    /// <exception cref="StatisticsException">The country is not in the calendar.</exception>
    public (DeliveryReport Report, ImportResult? Result) ImportDelivery(string area, string fileName, Stream stream, string? release, CancellationToken cancellation)
    {
        var duty = Duty(area);
        var content = DeliveryFile.Read(fileName, stream, cancellation);
        var report = Check(duty, content);
        if (!report.MayBeTaken)
            return (report, null);
        release ??= LastOf(duty)?.Release ?? report.Last.ToString();
        return (report, Keep(DeliveryFile.Table(report, content, duty, release, Definitions.Movements.Monthly), content.File, cancellation));
    }

    private DeliveryReport Check(DeliveryDuty duty, DeliveryContent content)
    {
        var monthly = Definitions.Movements.Monthly;
        var before = LastOf(duty) is { } last ? Dataset(monthly, last) : null;
        return DeliveryCheck.Of(content.Lines, monthly, Areas, new(duty.Area, Today, duty, before));
    }

    private Revision? LastOf(DeliveryDuty duty) =>
        Revisions(Definitions.Movements.Monthly).FirstOrDefault(revision => revision.Source == duty.Source);

    private DeliveryDuty Duty(string area)
    {
        var id = Areas.Resolve(area).Id;
        return Deliveries().Of(id) ?? throw new StatisticsException(new Text(
            $"{id} no está en el calendario de entregas; añádalo a deliveries.yaml (docs/deliveries.md). Están: {string.Join(", ", Deliveries().Duties.Select(duty => duty.Area))}.",
            $"{id} is not in the delivery calendar; add it to deliveries.yaml (docs/deliveries.md). There are: {string.Join(", ", Deliveries().Duties.Select(duty => duty.Area))}.",
            $"{id} n’est pas dans le calendrier des livraisons ; ajoutez-le à deliveries.yaml (docs/deliveries.md). Y figurent : {string.Join(", ", Deliveries().Duties.Select(duty => duty.Area))}."));
    }

    /// <summary>Months held of every country and movement, from whichever source; a month whose figures are all missing is not held.</summary>
    private Dictionary<(string Area, string Movement), HashSet<TimePeriod>> MonthsHeld()
    {
        var monthly = Definitions.Movements.Monthly;
        var (area, movement, frequency) = (monthly.Dimension("REF_AREA"), monthly.Dimension("MOVEMENT"), monthly.Dimension("FREQ"));
        var found = new Dictionary<(string, string), HashSet<TimePeriod>>();
        foreach (var revision in Revisions(monthly))
        {
            var dataset = Dataset(monthly, revision);
            var observations = dataset.Observations;
            foreach (var i in dataset.With(frequency, "M"))
            {
                if (observations.Statuses[i].IsMissing())
                    continue;
                var key = (observations.Code(area, i), observations.Code(movement, i));
                if (!found.TryGetValue(key, out var months))
                    found.Add(key, months = []);
                months.Add(observations.Times[i]);
            }
        }

        return found;
    }
}
