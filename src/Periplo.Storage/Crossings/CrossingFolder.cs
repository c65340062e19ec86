using System.Text;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Statistics;

namespace Periplo.Storage.Crossings;

/// <summary>
/// The folder in which an installation keeps single crossings, apart from the public store (docs/crossings-folder.md). Persons are
/// replaced on their way in; what leaves are totals. There is no list of persons and no look-up of one: only the engine
/// reads crossings, each reading is told in the read log, and the methods that read are not public.
/// </summary>
public sealed class CrossingFolder
{
    /// <summary>Name of the file of settings in the folder.</summary>
    public const string SettingsFile = "crossings.yaml";

    private const long LongestSettings = 1 << 20;
    private static readonly string[] OwnNames = [SettingsFile, SettingsFile + ".tmp", "journal.tmp", "parts", "state"];

    private CrossingFolder(string path, CrossingSettings settings, string keyFile) => (Path, Settings, KeyFile) = (path, settings, keyFile);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Its settings as they are written now.</summary>
    public CrossingSettings Settings { get; }

    internal string KeyFile { get; }

    internal string Parts => System.IO.Path.Combine(Path, "parts");

    internal string States => System.IO.Path.Combine(Path, "state");

    internal string JournalFile => System.IO.Path.Combine(Path, "journal");

    internal CrossingReads ReadLog => new(Path);

    /// <summary>Makes the folder, for its owner only.</summary>
    /// <param name="path">Where; it must not exist, or be empty. Not below the folder of the public store.</param>
    /// <param name="settings">The text of the settings; it is kept as it is.</param>
    /// <param name="read">Reads settings: name of the file and text.</param>
    /// <param name="publicStore">File or connection of the public store.</param>
    /// <param name="makeKey">Whether to make the key; otherwise it must be there.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="StoreException">The place, or the key, will not do.</exception>
    /// <exception cref="InputException">The settings are not understood.</exception>
    public static CrossingFolder Create(string path, string settings, Func<string, string, CrossingSettings> read, string publicStore, bool makeKey, DateTimeOffset at)
    {
        var full = System.IO.Path.GetFullPath(path);
        CheckPlace(full, publicStore);
        if (File.Exists(full) || (Directory.Exists(full) && Disk.Read(full, () => Directory.EnumerateFileSystemEntries(full).Any(entry => !OwnNames.Contains(System.IO.Path.GetFileName(entry))))))
        {
            throw new StoreException(new Text(
                $"{full} ya existe y no está vacía. Nombre una carpeta nueva para los cruces.",
                $"{full} exists already and is not empty. Name a new folder for the crossings.",
                $"{full} existe déjà et n’est pas vide. Nommez un nouveau dossier pour les passages."));
        }

        var folder = Of(full, read(System.IO.Path.Combine(full, SettingsFile), settings), publicStore);
        if (makeKey)
            PersonKey.Make(folder.KeyFile);
        var key = PersonKey.Read(folder.KeyFile);
        Disk.Write(full, () =>
        {
            foreach (var place in new[] { full, folder.Parts, folder.States })
                Disk.MakeFolder(place);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        });
        Disk.Replace(System.IO.Path.Combine(full, SettingsFile), Encoding.UTF8.GetBytes(settings));
        // The journal makes it a folder of crossings, so it comes last and whole.
        var first = new JournalEntry(1, at.ToUniversalTime(), 0, Registers.LogEntry.NoHash)
        {
            Folder = Guid.NewGuid().ToString("N"),
            Format = CrossingJournal.Format,
            KeyMark = key.Mark,
            Countries = [.. folder.Settings.Countries.All.Select(country => country.Area)],
        };
        var beside = folder.JournalFile + ".tmp";
        new ChainedLines(beside).Append(new([], [], 0), JsonSerializer.Serialize(first, CrossingJson.Default.JournalEntry));
        Disk.Write(folder.JournalFile, () =>
        {
            File.Move(beside, folder.JournalFile);
            Disk.SyncFolder(full);
        });
        return folder;
    }

    /// <summary>Opens a folder and reads its settings.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="read">Reads settings: name of the file and text.</param>
    /// <param name="publicStore">File or connection of the public store.</param>
    /// <exception cref="StoreException">It is no folder of crossings, others may enter it, or it lies where it must not.</exception>
    /// <exception cref="InputException">The settings are not understood.</exception>
    public static CrossingFolder Open(string path, Func<string, string, CrossingSettings> read, string publicStore)
    {
        var full = System.IO.Path.GetFullPath(path);
        CheckPlace(full, publicStore);
        var written = System.IO.Path.Combine(full, SettingsFile);
        if (!File.Exists(System.IO.Path.Combine(full, "journal")) || !File.Exists(written))
        {
            throw new StoreException(new Text(
                $"{full} no es una carpeta de cruces, o su disco no está montado. Compruebe el nombre o cree una.",
                $"{full} is no folder of crossings, or its disk is not mounted. Check the name, or make one.",
                $"{full} n’est pas un dossier de passages, ou son disque n’est pas monté. Vérifiez le nom ou créez-en un."));
        }

        if (Disk.IsOpenToOthers(full))
        {
            throw new StoreException(new Text(
                $"Otros usuarios pueden entrar en {full}, que guarda cruces de personas. Ejecute: chmod 700 {full}",
                $"Other users may enter {full}, which holds crossings of persons. Run: chmod 700 {full}",
                $"D’autres utilisateurs peuvent entrer dans {full}, qui garde des passages de personnes. Exécutez : chmod 700 {full}"));
        }

        var text = Disk.Read(written, () => new FileInfo(written).Length > LongestSettings ? throw new IOException("longer than 1 MiB") : File.ReadAllText(written));
        var folder = Of(full, read(written, text), publicStore);
        folder.CheckCountries(folder.Journal());
        return folder;
    }

    /// <summary>What was received and removed so far.</summary>
    /// <exception cref="StoreException">The journal is damaged.</exception>
    public CrossingJournal Journal() => CrossingJournal.Of(JournalFile, new ChainedLines(JournalFile).Read().Lines);

    /// <summary>Begins to write: one at a time, and for as long as it is not disposed. What an interrupted writer left is cleared away.</summary>
    /// <exception cref="StoreException">Another process writes, or the folder is damaged.</exception>
    public CrossingWriter BeginWrite() => new(this);

    /// <summary>Every reading so far, for those who watch over them.</summary>
    /// <exception cref="StoreException">The read log was touched.</exception>
    public IReadOnlyList<CrossingRead> Reads() => ReadLog.All();

    /// <summary>Reads every file whole and checks it, the read log against the journal, and the state.</summary>
    /// <returns>Crossings kept.</returns>
    /// <exception cref="StoreException">The first thing that is not as it was written.</exception>
    public long Check()
    {
        using var shared = Share();
        var journal = Journal();
        ReadLog.All();
        ReadLog.Check(journal);
        using var reading = new PartsReading(Parts, journal.Folder, journal.Parts.Select(part => part.File!), shared);
        var block = new Crossing[PartsReading.BlockRecords];
        var checkedCount = 0L;
        while (reading.Read(block) is > 0 and var read)
            checkedCount += read;
        new StateStore(States).Check(journal);
        return checkedCount;
    }

    /// <summary>The state that stands for the crossings up to some entry of the journal; null when there is none, or crossings were removed since.</summary>
    public StateMark? State() => new StateStore(States).Current(Journal())?.Mark;

    /// <summary>Opens crossings for the engine and tells it in the read log.</summary>
    /// <param name="parts">Parts of <see cref="CrossingJournal.Parts"/>.</param>
    /// <param name="who">Who reads: name of the user.</param>
    /// <param name="why">For what purpose.</param>
    /// <param name="at">Now.</param>
    internal PartsReading Read(IReadOnlyList<CrossingPart> parts, string who, string why, DateTimeOffset at)
    {
        var shared = Share();
        try
        {
            // From here on nothing is removed; what was removed before must not be looked for.
            var journal = Journal();
            var held = journal.Parts.ToDictionary(part => part.Number);
            var files = parts.Select(part => held.TryGetValue(part.Number, out var now) && now.File == part.File ? now.File! : throw Changed()).ToList();
            ReadLog.Tell(at, who, why, [.. files.Select(file => file.Name)], files.Sum(file => file.Count));
            return new(Parts, journal.Folder, files, shared);
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    /// <summary>Opens the state for the engine and tells it in the read log; null when there is none that still holds.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    internal StateReading? ReadState(string who, string why, DateTimeOffset at)
    {
        var shared = Share();
        try
        {
            var journal = Journal();
            if (new StateStore(States).Current(journal) is not { } state)
            {
                shared.Dispose();
                return null;
            }

            ReadLog.Tell(at, who, why, [$"state {state.Generation}"], journal.Parts.Where(part => part.Number <= state.Position).Sum(part => part.Count));
            return new(System.IO.Path.Combine(States, $"{state.Generation}"), state, shared);
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }

    /// <summary>Keeps what is read from being removed; null when somebody removes just now or, asked to be alone, when somebody reads.</summary>
    internal FileStream? TryHold(bool alone) => Disk.TryLock(System.IO.Path.Combine(Path, "reading.lock"), alone);

    /// <summary>The key, which must be the one the folder was made with.</summary>
    internal PersonKey Key(CrossingJournal journal)
    {
        var key = PersonKey.Read(KeyFile);
        return key.Mark == journal.KeyMark ? key : throw new StoreException(new Text(
            $"{KeyFile} es otra clave que aquella con que se creó {Path}: los cruces nuevos no se unirían a los guardados. Restaure la clave anterior.",
            $"{KeyFile} is another key than the one {Path} was made with: new crossings would not be joined to those kept. Restore the earlier key.",
            $"{KeyFile} est une autre clé que celle avec laquelle {Path} a été créé : les nouveaux passages ne rejoindraient pas ceux qui sont conservés. Restaurez la clé précédente."));
    }

    private static CrossingFolder Of(string full, CrossingSettings settings, string publicStore)
    {
        var key = System.IO.Path.GetFullPath(settings.KeyFile, full);
        var real = Disk.RealPath(key);
        if (Disk.Holds(Disk.RealPath(full), real) || (PublicFolder(publicStore) is { } open && Disk.Holds(open, real)))
        {
            throw new StoreException(new Text(
                $"La clave {key} está dentro de la carpeta de los cruces o de la del almacén público; quien copiara la carpeta tendría ambas. Cambie key_file en {SettingsFile}.",
                $"The key {key} lies within the folder of crossings or that of the public store; whoever copied the folder would have both. Change key_file in {SettingsFile}.",
                $"La clé {key} est dans le dossier des passages ou dans celui de l’entrepôt public ; qui copierait le dossier aurait les deux. Changez key_file dans {SettingsFile}."));
        }

        return new(full, settings, key);
    }

    /// <summary>Refuses a place within the folder of the public store, or around it: a copy of either must not take the other along.</summary>
    private static void CheckPlace(string full, string publicStore)
    {
        if (PublicFolder(publicStore) is { } open && (Disk.Holds(open, Disk.RealPath(full)) || Disk.Holds(Disk.RealPath(full), open)))
        {
            throw new StoreException(new Text(
                $"{full} y el almacén público {publicStore} están uno dentro de la carpeta del otro; los cruces de personas se guardan aparte. Elija una carpeta fuera de {open}.",
                $"{full} and the public store {publicStore} lie one in the folder of the other; crossings of persons are kept apart. Choose a folder outside {open}.",
                $"{full} et l’entrepôt public {publicStore} sont l’un dans le dossier de l’autre ; les passages de personnes se gardent à part. Choisissez un dossier hors de {open}."));
        }
    }

    private static string? PublicFolder(string publicStore) =>
        Engine.For(publicStore).File is { } file ? System.IO.Path.GetDirectoryName(Disk.RealPath(file)) : null;

    private void CheckCountries(CrossingJournal journal)
    {
        var now = Settings.Countries.All.Select(country => country.Area).ToList();
        if (!now.Take(journal.Countries.Count).SequenceEqual(journal.Countries))
        {
            var before = string.Join(", ", journal.Countries);
            throw new InputException(System.IO.Path.Combine(Path, SettingsFile), place: null, new Text(
                $"los cruces guardados numeran los países en este orden: {before}. Déjelos así en countries y añada los nuevos al final.",
                $"the crossings kept number the countries in this order: {before}. Leave them so under countries, and add new ones at the end.",
                $"les passages conservés numérotent les pays dans cet ordre : {before}. Laissez-les ainsi dans countries et ajoutez les nouveaux à la fin."));
        }
    }

    private FileStream Share() => TryHold(alone: false) ?? throw new StoreException(new Text(
        $"En {Path} se están retirando cruces. Espere a que termine e inténtelo de nuevo.", $"Crossings are being removed from {Path}. Wait for it to end and try again.", $"Des passages sont en train d’être retirés de {Path}. Attendez la fin et réessayez."));

    private StoreException Changed() => new(new Text(
        $"En {Path} se retiraron cruces entretanto. Inténtelo de nuevo.", $"Crossings were removed from {Path} meanwhile. Try again.", $"Des passages ont été retirés de {Path} entre-temps. Réessayez."));
}
