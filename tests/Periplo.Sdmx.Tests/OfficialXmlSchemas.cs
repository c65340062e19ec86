using System.Xml;
using System.Xml.Schema;

namespace Periplo.Tests.Sdmx;

/// <summary>Judges messages by the official schemas of SDMX-ML 2.1, which stand beside the repository; tests that need them are skipped without them.</summary>
internal static class OfficialXmlSchemas
{
    private const string Message = "sdmx-ml-2.1/SDMXMessage.xsd";

    // A set that takes the official schemas in compiles them anew, and whoever validates meanwhile finds them half made.
    private static readonly Lock OneAtATime = new();

    private static readonly Lazy<XmlSchemaSet> Official = new(() =>
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        set.Add(null, SharedData.Schema(Message));
        set.Compile();
        return set;
    });

    /// <summary>What is wrong with a message, a line each; nothing when it is valid.</summary>
    /// <param name="message">The message.</param>
    /// <param name="more">Schemas of the structures of its data; they may import official ones by their file names.</param>
    public static IReadOnlyList<string> Errors(ReadOnlyMemory<byte> message, params IReadOnlyList<byte[]> more)
    {
        // Asked outside of the lazy value, so that every test is skipped by its own exception.
        var folder = new Uri(SharedData.Schema(Message));
        lock (OneAtATime)
            return Errors(folder, message, more);
    }

    private static List<string> Errors(Uri folder, ReadOnlyMemory<byte> message, IReadOnlyList<byte[]> more)
    {
        var errors = new List<string>();
        var set = Official.Value;
        if (more.Count > 0)
        {
            set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
            set.Add(Official.Value);
            set.ValidationEventHandler += (_, wrong) => errors.Add($"schema, line {wrong.Exception.LineNumber}: {wrong.Message}");
            for (var i = 0; i < more.Count; i++)
            {
                using var schema = XmlReader.Create(new MemoryStream(more[i]), null, new Uri(folder, $"structure-{i}.xsd").ToString());
                set.Add(null, schema);
            }

            set.Compile();
        }

        // Warnings too: an element that no schema knows is one.
        var settings = new XmlReaderSettings
        {
            ValidationType = ValidationType.Schema,
            ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.ReportValidationWarnings,
            Schemas = set,
        };
        settings.ValidationEventHandler += (_, wrong) => errors.Add($"line {wrong.Exception.LineNumber}, column {wrong.Exception.LinePosition}: {wrong.Message}");
        using var reader = XmlReader.Create(new MemoryStream(message.ToArray()), settings);
        while (reader.Read())
        {
        }

        return errors;
    }
}
