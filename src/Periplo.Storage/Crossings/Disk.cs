using System.Runtime.InteropServices;
using System.Text;
using Periplo.Languages;

namespace Periplo.Storage.Crossings;

/// <summary>Files that only their owner may read, made durable before anything is said to be done; every failure names the file.</summary>
internal static class Disk
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerFolder = OwnerOnly | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Runs what reads a file.</summary>
    public static T Read<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                new Text(
                    $"No se pudo leer {file}: {error.Message} Compruebe que el disco sea el de siempre y los permisos.",
                    $"Could not read {file}: {error.Message} Check that the disk is the usual one, and the permissions.",
                    $"{file} n’a pas pu être lu : {error.Message} Vérifiez que le disque est bien le même, et les permissions."),
                error);
        }
    }

    /// <summary>Runs what writes a file.</summary>
    public static T Write<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        // A file longer than the system allows is told as an argument out of range.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            throw new StoreException(
                new Text(
                    $"No se pudo escribir {file}: el disco está lleno o falla, o faltan permisos ({error.Message}). No se guardó nada de esta operación; corríjalo e inténtelo de nuevo.",
                    $"Could not write {file}: the disk is full or failing, or permissions lack ({error.Message}). Nothing of this operation was kept; put it right and try again.",
                    $"{file} n’a pas pu être écrit : le disque est plein ou défaillant, ou il manque des permissions ({error.Message}). Rien de cette opération n’a été enregistré ; corrigez et réessayez."),
                error);
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public static void Write(string file, Action work) => Write(file, () =>
    {
        work();
        return true;
    });

    /// <summary>What is said of a file that is not as it was written.</summary>
    public static StoreException Damaged(string file, string what, Exception? inner = null) => new(
        new Text(
            $"{file} está dañado o no es de esta carpeta ({what}). No se usó; restaure una copia de la carpeta.",
            $"{file} is damaged or not of this folder ({what}). It was not used; restore a copy of the folder.",
            $"{file} est endommagé ou n’est pas de ce dossier ({what}). Il n’a pas été utilisé ; restaurez une copie du dossier."),
        inner);

    /// <summary>What is said of a file of the state that is not as it was written.</summary>
    public static StoreException DamagedState(string file, string what, Exception? inner = null) => new(
        new Text(
            $"{file} está dañado o no es de esta carpeta ({what}). No se usó; borre la carpeta «state»: se hace de nuevo con los cruces guardados.",
            $"{file} is damaged or not of this folder ({what}). It was not used; delete the folder \"state\": it is made anew from the crossings kept.",
            $"{file} est endommagé ou n’est pas de ce dossier ({what}). Il n’a pas été utilisé ; effacez le dossier « state » : il se refait à partir des passages conservés."),
        inner);

    /// <summary>A new file to write, which only its owner may read.</summary>
    public static FileStream Create(string file, FileMode mode = FileMode.Create)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new(file, options);
    }

    /// <summary>Writes a small file whole or not at all.</summary>
    public static void Replace(string file, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        Write(file, () =>
        {
            using (var stream = Create(file + ".tmp"))
            {
                stream.Write(copy);
                stream.Flush(flushToDisk: true);
            }

            File.Move(file + ".tmp", file, overwrite: true);
            SyncFolder(Path.GetDirectoryName(file)!);
        });
    }

    /// <summary>Makes a folder that only its owner may enter.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerFolder);
    }

    /// <summary>Takes what others may do with a file from them.</summary>
    public static void KeepPrivate(string file)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, OwnerOnly);
    }

    /// <summary>Whether others than the owner may do something with a file or folder; false where the system does not tell.</summary>
    /// <remarks>A symbolic link is open to all and says nothing of what it leads to.</remarks>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(RealPath(path)) & Others) != UnixFileMode.None;

    /// <summary>
    /// Holds a lock file until disposed: alone, or shared with others who hold it so; null when it is taken. The lock ends with the process.
    /// </summary>
    public static FileStream? TryLock(string file, bool alone) => Write(file, () =>
    {
        try
        {
            // One who shares opens for reading only, so somebody has to have made it.
            if (!File.Exists(file))
                Create(file, FileMode.OpenOrCreate).Dispose();
            return new FileStream(file, FileMode.Open, alone ? FileAccess.ReadWrite : FileAccess.Read, alone ? FileShare.None : FileShare.Read, bufferSize: 0);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    });

    /// <summary>Makes renames and new names within a folder survive a power cut.</summary>
    public static void SyncFolder(string folder)
    {
        // Windows keeps the names of files in its own journal.
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(Name(folder), 0);
        if (handle < 0)
            throw new IOException($"open: {Marshal.GetLastPInvokeErrorMessage()}");
        var failed = Sync(handle) != 0;
        var reason = failed ? Marshal.GetLastPInvokeErrorMessage() : "";
        _ = Close(handle);
        if (failed)
            throw new IOException($"fsync: {reason}");
    }

    /// <summary>Gives a file a second name, or copies it where that cannot be done.</summary>
    public static void Link(string file, string also)
    {
        if (OperatingSystem.IsWindows() || Link(Name(file), Name(also)) != 0)
            File.Copy(file, also);
    }

    /// <summary>The path with every symbolic link on its way followed, as far as it exists.</summary>
    public static string RealPath(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
            return full;
        var place = Path.Combine(RealPath(parent), Path.GetFileName(full));
        // A link that leads nowhere has no final target, but a next one.
        return new FileInfo(place).LinkTarget is null ? place : RealPath(new FileInfo(place).ResolveLinkTarget(returnFinalTarget: true)!.FullName);
    }

    /// <summary>Whether a path is a folder or lies in it; both are real paths.</summary>
    public static bool Holds(string folder, string path) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        || (folder == Path.GetPathRoot(folder) && path.StartsWith(folder, StringComparison.Ordinal));

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] path, byte[] also);
}
