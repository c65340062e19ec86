using System.Text;
using System.Text.Json;
using Periplo.Sdmx.Json;
using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>
/// Reads structures of SDMX-JSON 1.0 and 2.0. Kinds of structures that this library does not hold are passed over. A hierarchy of 2.0 is
/// read as a hierarchical code list of one hierarchy, a data constraint as a content constraint.
/// </summary>
public static class StructureJsonReader
{
    /// <summary>The structures of a message, in its order.</summary>
    /// <exception cref="SdmxFormatException">It is no message of structures, or a wrong one.</exception>
    public static IReadOnlyList<Artefact> Read(Stream stream)
    {
        var json = new JsonPull(stream);
        json.Read();
        var (artefacts, errors, languages) = (new List<Artefact>(), new StringBuilder(), new List<string>());
        var (hasData, hasLists) = (false, false);
        var record = new JsonRecord(json);
        while (record.Next(out var name))
        {
            switch (name)
            {
                case "meta" or "header" when json.Token == JsonTokenType.StartObject:
                    JsonHeader.Read(json, languages);
                    break;
                case "errors" when json.Token == JsonTokenType.StartArray:
                    JsonErrors.Read(json, errors);
                    break;
                case "data" when json.Token == JsonTokenType.StartObject:
                    hasData = true;
                    hasLists = new JsonArtefactReader(json, languages.Count > 0 ? languages[0] : "en").Read(artefacts);
                    break;
                default:
                    break;
            }
        }

        if (json.Read())
            throw json.Fault(DataRules.NotJson, "something stands behind the message");
        if (artefacts.Count == 0 && errors.Length > 0)
            throw new SdmxFormatException(DataRules.ErrorMessage, $"The service answered with an error: {errors}", 1, 1);
        return hasData && hasLists
            ? artefacts
            : throw new SdmxFormatException(StructureRules.NotStructures, "The message is not one of structures of SDMX-JSON.", 1, 1);
    }
}
