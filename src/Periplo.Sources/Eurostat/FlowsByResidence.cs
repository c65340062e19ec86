using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Eurostat;

/// <summary>Moves of a year that countries of Europe report to Eurostat by the country on the other side, as a plain table.</summary>
internal abstract class FlowsByResidence : TidyReader
{
    /// <summary>Regulation (EC) 862/2007 made twelve months the definition, first for the figures of this year; before, each country kept its own.</summary>
    public const int FirstYearOfTwelveMonths = 2008;

    /// <summary>What is said of every table of this kind.</summary>
    protected static Text Definition { get; } = new(
        "DURATION es 12M desde 2008, año desde el que rige la definición de doce meses del Reglamento (CE) 862/2007, y NAT antes, cuando cada país enviaba sus cifras con su propia definición.",
        "DURATION is 12M from 2008, the first year under the twelve-month definition of Regulation (EC) 862/2007, and NAT before, when each country sent its figures by its own definition.",
        "DURATION est 12M à partir de 2008, première année sous la définition de douze mois du règlement (CE) 862/2007, et NAT avant, quand chaque pays envoyait ses chiffres selon sa propre définition.");

    /// <summary>What is said of every table whose areas outside Europe are one.</summary>
    protected static Text OutsideEurope { get; } = new(
        "XXO reúne varias áreas: donde está en el lugar del país que notifica, no es un país y su otro lado no se puede buscar.",
        "XXO is several areas together: where it stands in the place of the reporting country it is no country, and there is no other side to look for.",
        "XXO réunit plusieurs zones : là où il figure à la place du pays déclarant, ce n’est pas un pays et l’autre côté ne peut être cherché.");

    /// <summary>The papers.</summary>
    protected abstract Papers Papers { get; }

    /// <summary>What one must know to read the figures.</summary>
    protected abstract IReadOnlyList<Text> Notes { get; }

    /// <summary>Codes of FLOW_TYPE and ORIGIN_BASIS.</summary>
    protected abstract (string Type, string Basis) Kind { get; }

    /// <summary>Columns of the area that is entered, the area that is left or citizenship, and the persons.</summary>
    protected abstract (string To, string From, string Persons) Names { get; }

    protected override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new Figures(reading.Definitions.Flows, reading);
        figures.Set(
            ("FREQ", "A"), ("FLOW_TYPE", Kind.Type), ("ORIGIN_BASIS", Kind.Basis), ("FLOW_GROUP", "_T"), ("SEX", "_T"), ("AGE", "_T"),
            ("EST_METHOD", "REP"), ("STATISTIC", "EST"), ("UNIT_MEASURE", "PS"));
        var (area, origin, duration) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"), figures.Definition.Dimension("DURATION"));
        var (year, to, from, persons) = (rows.Column("year"), rows.Column(Names.To), rows.Column(Names.From), rows.Column(Names.Persons));
        while (rows.Next())
        {
            figures.Set(area, rows.Area(to));
            figures.Set(origin, rows.Area(from));
            var time = rows.Year(year);
            figures.Set(duration, time.Year < FirstYearOfTwelveMonths ? "NAT" : "12M");
            if (rows.TryCount(persons, out var value))
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            else
                figures.AddMissing(time, AttributeSet.Units, rows.Row);
        }

        var release = reading.Release(EurostatPapers.Source, figures.LastYear().ToString());
        return Table(figures, EurostatPapers.Source, release, Papers, Notes);
    }
}
