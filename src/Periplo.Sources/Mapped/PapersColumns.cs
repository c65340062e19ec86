using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Mapped;

/// <summary>Revision and papers as Periplo's own tables repeat them in every row; a file is of one revision.</summary>
internal sealed class PapersColumns
{
    private readonly byte[][] cells;

    private PapersColumns(byte[][] cells, Revision revision, Papers papers) => (this.cells, Source, Release, Papers) = (cells, revision.Source, revision.Release, papers);

    public string Source { get; }

    public string Release { get; }

    public Papers Papers { get; }

    /// <summary>Reads them from the first row.</summary>
    public static PapersColumns Read(TableRows rows, MappedColumns columns)
    {
        var texts = Mapping.PapersColumns.Select(name => rows.Text(columns.Of(name))).ToArray();
        var revision = Revision.TryParse("", texts[0]);
        if (revision is null || !RevisionNames.AreValid(revision))
        {
            throw rows.Fault(columns.Of("REVISION"), new Text(
                $"«{Refusals.Shown(texts[0])}» no es una revisión; se escribe FUENTE.EDICIÓN: UNDESA.2024.",
                $"\"{Refusals.Shown(texts[0])}\" is not a revision; it is written SOURCE.RELEASE: UNDESA.2024.",
                $"« {Refusals.Shown(texts[0])} » n’est pas une révision ; elle s’écrit SOURCE.ÉDITION : UNDESA.2024."));
        }

        return new(
            [.. Mapping.PapersColumns.Select(name => rows[columns.Of(name)].ToArray())],
            revision,
            new(Text.Same(texts[1]), "", texts[3], Text.Same(texts[2])));
    }

    /// <summary>Refuses a row that says otherwise than the first.</summary>
    public void Check(TableRows rows, MappedColumns columns)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var column = columns.Of(Mapping.PapersColumns[i]);
            if (!rows[column].SequenceEqual(cells[i]))
            {
                throw rows.Fault(column, new Text(
                    $"{Mapping.PapersColumns[i]} cambia dentro del archivo; exporte cada revisión a un archivo.",
                    $"{Mapping.PapersColumns[i]} changes within the file; export each revision to a file.",
                    $"{Mapping.PapersColumns[i]} change dans le fichier ; exportez chaque révision dans un fichier."));
            }
        }
    }
}
