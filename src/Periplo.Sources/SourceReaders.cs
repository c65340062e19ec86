using Periplo.Areas;
using Periplo.Languages;
using Periplo.Sources.Eurostat;
using Periplo.Sources.Exported;
using Periplo.Sources.Idmc;
using Periplo.Sources.Mapped;
using Periplo.Sources.Movements;
using Periplo.Sources.Tables;
using Periplo.Sources.UnDesa;
using Periplo.Sources.Unhcr;
using Periplo.Sources.WorldBank;
using Periplo.Statistics;

namespace Periplo.Sources;

/// <summary>Reads files of every layout known, choosing the reader by the content of the file and never by its name.</summary>
/// <remarks>
/// A text is read in one pass that also hashes it: memory is that of the figures, about 45 bytes each. A workbook is held
/// whole, at most 256 MB packed. Whatever is wrong with a file ends in an <see cref="InputException"/>.
/// </remarks>
public sealed class SourceReaders(AreaRegistry areas, DatasetDefinitions definitions)
{
    private readonly SourceReader[] readers =
    [
        new StockByOriginAndSex(),
        new StockByAgeAndSex(),
        new StockTotals(),
        new StockWorkbook(),
        new FlowWorkbook(),
        new FlowTotals(),
        new WorldPopulation(),
        new PopulationByAgeAndSex(),
        new PeriodDemography(),
        new WorldBankIndicator(),
        new RemittanceMatrix(),
        new BilateralRemittances(),
        new RemittancesByYear(),
        new BilateralStock(),
        new HeadIncomeTable(),
        new PriceQuotes(),
        new CorridorAverages(),
        new PopulationByOriginAndAsylum(),
        new AsylumApplications(),
        new AsylumDecisions(),
        new NewDisplacements(),
        new Solutions(),
        new NewInternalDisplacements(),
        new DisplacedByAgeAndSex(),
        new AsylumApplicants(),
        new ImmigrationByPreviousResidence(),
        new EmigrationByNextResidence(),
        new ImmigrationByCitizenship(),
        new AmericasEntriesAndExits(),
        new AmericasIrregularEntries(),
        new CountsByNationality(),
        new MexicoBySexAndAge(),
        new MexicoReturns(),
        new GuatemalaReturnees(),
        new CbpEncounters(),
        new FrontexDetections(),
        new MissingMigrants(),
        .. definitions.All.Select(definition => new ExportedTable(definition)),
    ];

    /// <summary>Names of the readers and what each reads.</summary>
    public IReadOnlyList<(string Name, Text Title)> Known => [.. readers.Select(reader => (reader.Name, reader.Title))];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path; messages name it as given.</param>
    /// <param name="options">What the user says beside.</param>
    /// <param name="progress">Told the share of the file that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The figures, and the file by name, SHA-256 and length.</returns>
    /// <exception cref="InputException">The file cannot be opened, read or taken.</exception>
    public (SourceTable Table, SourceFile File) Read(string path, ReadingOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var content = OpenFile(path);
        return Read(path, Path.GetFileName(path), content, options, progress, cancellation);
    }

    /// <summary>Opens a file a user names.</summary>
    /// <exception cref="InputException">There is none, or it cannot be opened.</exception>
    public static FileStream OpenFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(path, null, new Text(
                "es una carpeta; indique los archivos que hay en ella.", "it is a folder; name the files in it.", "est un dossier ; indiquez les fichiers qu’il contient."));
        }

        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, null, new Text(
                "no existe tal archivo; compruebe el nombre y la carpeta.", "there is no such file; check its name and folder.", "ce fichier n’existe pas ; vérifiez le nom et le dossier."), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, null, Refusals.CannotRead(e.Message), e);
        }
    }

    /// <summary>Reads a file that is open already.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes from the beginning.</param>
    /// <param name="options">What the user says beside.</param>
    /// <param name="progress">Told the share of the file that was read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The content cannot be taken.</exception>
    public (SourceTable Table, SourceFile File) Read(
        string name, Stream content, ReadingOptions options, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Read(name, name, content, options, progress, cancellation);

    private (SourceTable, SourceFile) Read(
        string shown, string name, Stream stream, ReadingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        using var bytes = new HashingStream(stream, shown);
        var reading = new Reading(shown, areas, definitions, options, () => bytes.Share, progress, cancellation);
        reading.Checkpoint();

        // A wrong mapping is told before the file is touched.
        var mapped = options.MappingText is null ? null : new MappedTable(Mapping.Read(options, definitions, areas));
        var content = SourceContent.Open(shown, bytes, mapped is not null, cancellation);
        SourceReader reader = mapped ?? Array.Find(readers, one => one.Recognises(content)) ?? throw Unrecognised.Because(content, shown, readers);
        var table = reader.Read(content, reading);
        var file = bytes.Finish(name);
        mapped?.Verify(file, shown);
        reading.Checkpoint();
        return (table, file);
    }
}
