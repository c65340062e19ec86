using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Periplo.Languages;
using Periplo.Movements;

namespace Periplo.Storage.Crossings;

/// <summary>
/// The secret by which the keys of persons are replaced when crossings come in: HMAC-SHA-256 of the key as eight bytes, little
/// endian, cut to its first 64 bits. One way: who has the folder alone learns no key, who has the secret can try one.
/// </summary>
/// <remarks>With a million persons two of them fall together with a chance of 3 in 100 million, with a hundred million of 3 in 10,000.</remarks>
internal sealed class PersonKey
{
    private const int Bytes = 32;
    private readonly byte[] secret;

    private PersonKey(byte[] secret)
    {
        this.secret = secret;
        // Longer than any person or document that is replaced, so it is not the pseudonym of one.
        Mark = Convert.ToHexStringLower(HMACSHA256.HashData(secret, "periplo crossings key"u8).AsSpan(0, 8));
    }

    /// <summary>What tells this key from others without telling the key; kept in the journal, because another key would cut every history in two.</summary>
    public string Mark { get; }

    /// <summary>Makes a new key and writes it, as hexadecimal digits, into a file that only its owner may read.</summary>
    /// <exception cref="StoreException">The file exists or cannot be written.</exception>
    public static void Make(string file)
    {
        if (File.Exists(file))
        {
            throw new StoreException(new Text(
                $"La clave {file} ya existe y no se reemplaza: sin ella los cruces ya guardados no se unen a los nuevos. Úsela o nombre otro archivo.",
                $"The key {file} exists already and is not replaced: without it the crossings kept cannot be joined to new ones. Use it, or name another file.",
                $"La clé {file} existe déjà et n’est pas remplacée : sans elle, les passages déjà conservés ne rejoignent pas les nouveaux. Utilisez-la ou nommez un autre fichier."));
        }

        Disk.Write(file, () =>
        {
            using (var stream = Disk.Create(file, FileMode.CreateNew))
            {
                stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)) + "\n"));
                stream.Flush(flushToDisk: true);
            }

            Disk.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        });
    }

    /// <summary>Reads a key: 32 bytes as 64 hexadecimal digits or in base64.</summary>
    /// <exception cref="StoreException">The file is missing, others may read it, or it holds no such key.</exception>
    public static PersonKey Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new StoreException(new Text(
                $"Falta la clave {file}, sin la cual no se unen los cruces de una persona. Restaure su copia, o haga una nueva al crear la carpeta.",
                $"The key {file} is missing, without which the crossings of a person cannot be joined. Restore its copy, or have a new one made when the folder is made.",
                $"La clé {file} manque, sans laquelle les passages d’une personne ne se rejoignent pas. Restaurez sa copie, ou faites-en une nouvelle en créant le dossier."));
        }

        if (Disk.IsOpenToOthers(file))
        {
            throw new StoreException(new Text(
                $"Otros usuarios pueden leer la clave {file}. Ejecute: chmod 600 {file}",
                $"Other users may read the key {file}. Run: chmod 600 {file}",
                $"D’autres utilisateurs peuvent lire la clé {file}. Exécutez : chmod 600 {file}"));
        }

        var text = Disk.Read(file, () => new FileInfo(file).Length > 1024 ? "" : File.ReadAllText(file).Trim());
        var bytes = new byte[Bytes];
        var found = text.Length == 2 * Bytes
            ? Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
            : Convert.TryFromBase64String(text, bytes, out written);
        return found && written == Bytes ? new(bytes) : throw new StoreException(new Text(
            $"{file} no contiene una clave: debe ser de 32 bytes, como 64 cifras hexadecimales o en base64.",
            $"{file} holds no key: it must be of 32 bytes, as 64 hexadecimal digits or in base64.",
            $"{file} ne contient pas de clé : elle doit être de 32 octets, en 64 chiffres hexadécimaux ou en base64."));
    }

    /// <summary>
    /// Replaces person and document of every crossing in place. No person (0) stays none: such crossings are not of one
    /// person. A document is dropped unless it is to be kept.
    /// </summary>
    public void Replace(Span<Crossing> crossings, bool keepDocuments)
    {
        ulong person = 0, by = 0;
        foreach (ref var crossing in crossings)
        {
            // Files often come sorted by person.
            if (crossing.Person != person)
                (person, by) = (crossing.Person, Of(crossing.Person));
            crossing.Person = by;
            crossing.Document = keepDocuments ? OfDocument(crossing.Document) : 0;
            crossing.Kind = 0;
        }
    }

    /// <summary>The pseudonym of a person; 0, no person, keeps 0, and nobody else gets it.</summary>
    public ulong Of(ulong person)
    {
        if (person == 0)
            return 0;
        Span<byte> message = stackalloc byte[sizeof(ulong)];
        Span<byte> hash = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt64LittleEndian(message, person);
        HMACSHA256.HashData(secret, message, hash);
        var first = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        return first != 0 ? first : 1;
    }

    private uint OfDocument(uint document)
    {
        if (document == 0)
            return 0;
        Span<byte> message = stackalloc byte[sizeof(uint)];
        Span<byte> hash = stackalloc byte[Bytes];
        BinaryPrimitives.WriteUInt32LittleEndian(message, document);
        HMACSHA256.HashData(secret, message, hash);
        var first = BinaryPrimitives.ReadUInt32LittleEndian(hash);
        return first != 0 ? first : 1;
    }
}
