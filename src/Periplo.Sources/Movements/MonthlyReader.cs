using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Movements;

/// <summary>Understands a plain table of movements by month; its revision is named after the last month in it.</summary>
internal abstract class MonthlyReader : TidyReader
{
    protected sealed override SourceTable Read(CsvRows rows, Reading reading)
    {
        var figures = new MonthlyFigures(rows, reading);
        var (source, papers, notes) = Read(rows, figures);
        figures.Finish();
        var release = reading.Release(source, figures.LastMonth());
        return Table(figures.All, source, release, papers, notes);
    }

    /// <summary>Reads the rows, and says who publishes them.</summary>
    protected abstract (string Source, Papers Papers, IReadOnlyList<Text> Notes) Read(CsvRows rows, MonthlyFigures figures);
}
