using Periplo.Areas;
using Periplo.Languages;
using Periplo.Statistics;

namespace Periplo.Sources.Tables;

/// <summary>One reading of one file: what it needs to know and whom it tells.</summary>
/// <remarks>Areas and datasets may be null for a table whose labels are any texts.</remarks>
internal sealed class Reading(
    string file, AreaRegistry? areas, DatasetDefinitions? definitions, ReadingOptions options, Func<double> share, IProgress<double>? progress, CancellationToken cancellation)
{
    /// <summary>The file as the user named it, for messages.</summary>
    public string File => file;

    public DatasetDefinitions Definitions => definitions ?? throw new InvalidOperationException("The table is of no dataset.");

    public ReadingOptions Options => options;

    /// <summary>Ids of the areas met so far, by the bytes of their cells.</summary>
    public CodeCache<string> AreasByCell { get; } = new();

    private AreaRegistry Known => areas ?? throw new InvalidOperationException("The labels of the table are any texts.");

    /// <summary>Reports progress, and stops when asked to.</summary>
    public void Checkpoint()
    {
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(share());
    }

    /// <summary>The id of the area with this code or name; null when there is none.</summary>
    public string? Area(string codeOrName) => Known.Find(codeOrName)?.Id;

    /// <summary>What to say about a code or name that is no area.</summary>
    public Text UnknownArea(string codeOrName)
    {
        try
        {
            Known.Resolve(codeOrName);
            throw new ArgumentException("The area is known.", nameof(codeOrName));
        }
        catch (UnknownAreaException e)
        {
            return e.Explanation;
        }
    }

    /// <summary>The release to read as: what the user said, else what the content says.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="fromContent">What the content says, or null when it does not tell.</param>
    /// <exception cref="InputException">Nobody says, or the user named another source.</exception>
    public string Release(string source, string? fromContent)
    {
        var release = options.Release ?? fromContent;
        if (release is null)
        {
            throw new InputException(file, null, new Text(
                $"el contenido no dice de qué revisión es; indíquela con --revision, por ejemplo --revision {source}.2024.",
                $"the content does not tell which revision it is; say it with --revision, for example --revision {source}.2024.",
                $"le contenu ne dit pas de quelle révision il est ; indiquez-la par --revision, par exemple --revision {source}.2024."));
        }

        if (release.StartsWith(source + ".", StringComparison.OrdinalIgnoreCase))
            release = release[(source.Length + 1)..];
        if (!RevisionNames.IsName(release))
        {
            throw new InputException(file, null, new Text(
                $"«{Refusals.Shown(release)}» no es una revisión de {source}; escriba {source} y un punto, y después letras, cifras y guiones: {source}.2024.",
                $"\"{Refusals.Shown(release)}\" is not a revision of {source}; write {source} and a point, then letters, digits and hyphens: {source}.2024.",
                $"« {Refusals.Shown(release)} » n’est pas une révision de {source} ; écrivez {source} et un point, puis des lettres, des chiffres et des traits d’union : {source}.2024."));
        }

        return release;
    }
}
