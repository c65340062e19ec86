using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.WorldBank;

/// <summary>The bulk CSV of one indicator of the World Bank's data service: four lines before the header, years side by side.</summary>
internal sealed class WorldBankIndicator : SourceReader
{
    private static readonly Dictionary<string, Placed> Indicators = new()
    {
        ["BM.TRF.PWKR.CD.DT"] = new("FLOW_BOP", "USD", IsReceived: false),
        ["BX.TRF.PWKR.CD.DT"] = new("FLOW_BOP", "USD", IsReceived: true),
        ["BX.TRF.PWKR.DT.GD.ZS"] = new("FLOW_BOP", "PT_GDP", IsReceived: true),
        ["NY.GDP.MKTP.CD"] = new("GDP", "USD", IsReceived: false, IsDenominator: true),
        ["SP.POP.TOTL"] = new("POP", "PS", IsReceived: false, IsDenominator: true),
    };

    public override string Name => "worldbank-indicator 1";

    public override Text Title => new("un indicador del Banco Mundial (CSV de descarga masiva)", "a World Bank indicator (bulk CSV)", "un indicateur de la Banque mondiale (CSV de téléchargement en bloc)");

    public override bool Recognises(SourceContent content) =>
        content.Head.Take(6).Any(record => record.Fields is ["Country Name", "Country Code", "Indicator Name", "Indicator Code", ..])
        || (content.Head.Count > 0 && content.Head[0].Fields is ["Data Source", ..]);

    public override SourceTable Read(SourceContent content, Reading reading)
    {
        string? updated = null;
        var rows = CsvRows.Open(
            content.Text,
            reading,
            (record, _) => record[0].Trim() == "Country Name",
            record => updated = record is ["Last Updated Date", var date, ..] ? date.Trim() : updated)
            ?? throw InputException.At(content.File, content.Head[^1].Line, 1, new Text(
                "falta la fila de encabezado «Country Name»; descargue el CSV de nuevo.", "the header row \"Country Name\" is missing; download the CSV again.", "la ligne d’en-tête « Country Name » manque ; téléchargez le CSV de nouveau."));
        var figures = new Figures(reading.Definitions.Remittances, reading);
        figures.Set(WorldBankPapers.Key);
        var (country, code) = (Column(rows, content.File, "Country Code"), Column(rows, content.File, "Indicator Code"));
        var years = Years(rows, content.File);
        var (sender, receiver) = (figures.Definition.Dimension("REF_AREA"), figures.Definition.Dimension("COUNTERPART_AREA"));
        while (rows.Next())
        {
            var indicator = rows.Text(code);
            if (!Indicators.TryGetValue(indicator, out var placed))
                throw rows.Fault(code, Refusals.NotOneOf(Refusals.Shown(indicator), Indicators.Keys));
            figures.Set(("INDICATOR", placed.Code), ("UNIT_MEASURE", placed.Unit));
            foreach (var (column, time) in years)
            {
                if (!rows.TryCount(column, out var value))
                    continue;
                var area = rows.Area(country);
                figures.Set(sender, placed.IsReceived ? "_T" : area);
                figures.Set(receiver, placed.IsDenominator ? "_Z" : placed.IsReceived ? area : "_T");
                figures.Add(time, value, ObservationStatus.A, AttributeSet.Units, rows.Row);
            }
        }

        var release = reading.Release(WorldBankPapers.Source, updated);
        return Table(figures, WorldBankPapers.Source, release, WorldBankPapers.Indicators);
    }

    /// <summary>Where an indicator stands in our structure.</summary>
    private sealed record Placed(string Code, string Unit, bool IsReceived, bool IsDenominator = false);

    private static int Column(CsvRows rows, string file, string name)
    {
        var column = rows.Find(name);
        return column >= 0 ? column : throw InputException.At(file, rows.Line, rows.Header.Count, new Text(
            $"falta la columna «{name}»; descargue el CSV de nuevo.", $"column \"{name}\" is missing; download the CSV again.", $"la colonne « {name} » manque ; téléchargez le CSV de nouveau."));
    }

    private static List<(int Column, TimePeriod Time)> Years(CsvRows rows, string file)
    {
        var years = new List<(int, TimePeriod)>();
        for (var i = 0; i < rows.Header.Count; i++)
        {
            var name = rows.Header[i];
            if (name is "" or "Country Name" or "Country Code" or "Indicator Name" or "Indicator Code")
                continue;
            if (name.Length != 4 || !int.TryParse(name, out var year) || !TableRows.IsYear(year))
                throw InputException.At(file, rows.Line, i + 1, Refusals.NotYear(Refusals.Shown(name)));
            if (rows.Find(name) != i)
            {
                throw InputException.At(file, rows.Line, i + 1, new Text(
                    $"la columna {name} está dos veces; quite una.", $"column {name} stands twice; remove one.", $"la colonne {name} figure deux fois ; ôtez-en une."));
            }

            years.Add((i, TimePeriod.OfYear(year)));
        }

        return years;
    }
}
