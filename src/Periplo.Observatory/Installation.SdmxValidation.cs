using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Judging messages of SDMX without keeping them.</summary>
public sealed partial class Installation
{
    /// <summary>Reads a message through and tells what it has and all that is wrong with it by its format and structure.</summary>
    /// <param name="place">Address or file of the message.</param>
    /// <param name="structure">Address or file of its structure; null for the service it comes from, else our own.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The message or its structure cannot be opened.</exception>
    public DataReport ValidateSdmx(string place, string? structure, CancellationToken cancellation)
    {
        using var remotes = new RemoteFiles(RemoteLimits, clock);
        try
        {
            using var answer = Fetch(remotes, place, new SdmxImport(new()), held: null, cancellation);
            var structures = new MessageStructures(
                structure is null ? null : Structures(remotes, structure, cancellation), IsAddress(place, out var address) ? ServiceAddress.Of(address) : null,
                () => Sdmx().Structures, from => FetchStructures(remotes, from, cancellation));
            return DataValidation.Check(answer.Content!, reference =>
            {
                cancellation.ThrowIfCancellationRequested();
                return structures.Find(reference);
            });
        }
        catch (RemoteException e)
        {
            throw new InputException(place, null, e.Explanation, e);
        }
    }
}
