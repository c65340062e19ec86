using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.UnDesa;

/// <summary>International Migration Flows, the 2015 revision, totals as a plain table: the same figures as the workbook.</summary>
internal sealed class FlowTotals : TidyReader
{
    public override string Name => "undesa-flow-totals 1";

    public override Text Title => new("totales de flujos migratorios de UN DESA 2015", "UN DESA 2015 migration flow totals", "totaux des flux migratoires de UN DESA 2015");

    public override IReadOnlyList<string> Columns => ["country_iso3", "criteria", "direction", "coverage", "year", "persons"];

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Flows, reading);
        var (country, criteria, direction, coverage, year, persons) = (
            rows.Column("country_iso3"), rows.Column("criteria"), rows.Column("direction"), rows.Column("coverage"), rows.Column("year"), rows.Column("persons"));
        while (rows.Next())
        {
            FlowKey.Set(figures, rows, country, criteria, direction, coverage);
            var time = rows.Year(year);
            if (rows.TryCount(persons, out var value))
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(UnDesaPapers.Source, "2015");
        return Table(figures, UnDesaPapers.Source, release, UnDesaPapers.Flows(release), FlowKey.Definitions);
    }
}
