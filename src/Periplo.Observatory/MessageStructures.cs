using Periplo.Sdmx;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Periplo.Sources.Messages;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>
/// Finds the structures of messages: in what the user names, else at the service the message came from, else among our own. Each is asked
/// for once.
/// </summary>
/// <param name="given">Structures the user names, or null.</param>
/// <param name="service">The service the message came from, or null.</param>
/// <param name="own">The structures of this installation.</param>
/// <param name="fetch">Fetches the structures under an address.</param>
internal sealed class MessageStructures(StructureSet? given, ServiceAddress? service, Func<StructureSet> own, Func<Uri, StructureSet> fetch)
{
    private readonly Dictionary<StructureReference, Dataflow?> found = [];

    /// <summary>The flow and structure a message refers to; null when there is none.</summary>
    /// <exception cref="InputException">The service does not give it, or what it gives cannot be read.</exception>
    public Dataflow? Find(StructureReference reference)
    {
        if (!found.TryGetValue(reference, out var flow))
            found.Add(reference, flow = Look(reference));
        return flow;
    }

    private Dataflow? Look(StructureReference reference)
    {
        if (given is not null)
            return given.Resolve(reference) ?? given.Resolve(reference with { Version = "" });
        if (service is not null)
        {
            try
            {
                if (fetch(service.Structure(reference)).Resolve(reference) is { } there)
                    return there;
            }
            catch (RemoteException) when (Own(reference) is not null)
            {
                // A service of data alone, as a folder of files is.
            }
            catch (RemoteException e)
            {
                throw new InputException(service.Structure(reference).AbsoluteUri, null, e.Explanation, e);
            }
        }

        return Own(reference);
    }

    /// <summary>
    /// A structure of ours. Attributes that tell of papers have codes of the installation that wrote the message, which another does not
    /// know: they are taken as words.
    /// </summary>
    private Dataflow? Own(StructureReference reference)
    {
        if ((own().Resolve(reference) ?? own().Resolve(reference with { Version = "" })) is not { } flow)
            return null;
        var structure = flow.Structure;
        return flow with
        {
            Structure = structure with
            {
                Attributes = [.. structure.Attributes.Select(one => SdmxMessages.PaperAttributes.Contains(one.Id) ? one with { CodeList = null } : one)],
            },
        };
    }
}
