using System.Text;
using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Messages;

/// <summary>Writes the header of an SDMX-ML 2.1 message of data.</summary>
internal static class XmlDataHeader
{
    /// <summary>Id by which data sets refer to the structure in the header.</summary>
    public const string StructureId = "S1";

    /// <summary>Writes the header; <paramref name="structureAttributes"/> are those of the structure beside what every message has.</summary>
    public static void Write(Utf8Output output, DataMessage message, string dimensionAtObservation, string structureAttributes)
    {
        var header = message.Header;
        output.Write($"""

            <message:Header><message:ID>{Id(header.Id)}</message:ID><message:Test>{(header.Test ? "true" : "false")}</message:Test>
            """);
        output.Write($"""<message:Prepared>{Time(header.Prepared)}</message:Prepared><message:Sender id="{Id(header.Sender)}"/>""");
        output.Write($"""<message:Structure structureID="{StructureId}" dimensionAtObservation="{dimensionAtObservation}"{structureAttributes}>""");
        WriteReference(output, message);
        output.Write("</message:Structure></message:Header>"u8);
    }

    /// <summary>A moment as xs:dateTime with its zone.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz");

    /// <summary>A text as common:IDType wants it: letters, digits and <c>_ - @ $</c>.</summary>
    private static string Id(string text)
    {
        if (text.Length == 0)
            return "_";
        var id = new StringBuilder(text);
        for (var i = 0; i < id.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(id[i]) && id[i] is not ('_' or '-' or '@' or '$'))
                id[i] = '_';
        }

        return id.ToString();
    }

    private static void WriteReference(Utf8Output output, DataMessage message)
    {
        // The schema of 2.1 spells the agreement so.
        var (element, package, type) = message.Provision is null
            ? ("StructureUsage", "datastructure", "Dataflow")
            : ("ProvisionAgrement", "registry", "ProvisionAgreement");
        var flow = message.Dataflow;
        var reference = message.Provision ?? new(StructureType.Dataflow, flow.Agency, flow.Id, flow.Version);
        output.Write($"<common:{element}><Ref id=\"");
        output.WriteText(reference.Id);
        output.Write("\" version=\""u8);
        output.WriteText(reference.Version);
        output.Write("\" agencyID=\""u8);
        output.WriteText(reference.Agency);
        output.Write($"\" package=\"{package}\" class=\"{type}\"/></common:{element}>");
    }
}
