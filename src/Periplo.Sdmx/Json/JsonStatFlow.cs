using Periplo.Sdmx.Structures;

namespace Periplo.Sdmx.Json;

/// <summary>Makes a flow of data from what a JSON-stat data set says of itself, for where no structure of it is known.</summary>
internal static class JsonStatFlow
{
    /// <summary>Id of the attribute for flags, as Eurostat has it.</summary>
    public const string FlagAttribute = "OBS_FLAG";

    /// <summary>Id of the attribute for the status.</summary>
    public const string StatusAttribute = "OBS_STATUS";

    private const string Anonymous = "JSONSTAT";

    /// <summary>The flow: its dimensions and lists are those of the message, its attributes the flag and the status it means.</summary>
    public static Dataflow Of(JsonStatScan scan)
    {
        var flow = scan.Flow ?? scan.Structure ?? new StructureReference(StructureType.Dataflow, Anonymous, Anonymous, "");
        var version = flow.Version.Length > 0 ? flow.Version : "1.0";
        var dimensions = new List<Dimension>();
        for (var i = 0; i < scan.Dimensions.Count; i++)
        {
            if (i != scan.Time)
                dimensions.Add(DimensionOf(scan.Dimensions[i], flow.Agency, scan.Language));
        }

        var flags = scan.FlagLabels.Count == 0 ? null : new CodeList(
            "CL_OBS_FLAG", flow.Agency, "1.0", Text("Flags"), [.. scan.FlagLabels.Select(one => new Code(one.Key, Text(one.Value)))]);

        // Combinations of flags are in no list.
        if (flags is not null && scan.Flags.Values.Append(scan.Flag).Any(flag => flag is not null && flags.Position(flag) < 0))
            flags = null;
        var name = Text(scan.Label.Length > 0 ? scan.Label : flow.Id);
        var structure = new DataStructure(
            scan.Structure?.Id ?? flow.Id,
            flow.Agency,
            scan.Structure?.Version is { Length: > 0 } own ? own : version,
            name,
            dimensions,
            [
                new(new(StatusAttribute, new(("en", "Observation status"), ("es", "Situación de la observación"), ("fr", "Statut d’observation"))), null, Attachment.Observation, Mandatory: false),
                new(new(FlagAttribute, new(("en", "Flag"), ("es", "Marca"), ("fr", "Drapeau"))), flags, Attachment.Observation, Mandatory: false),
            ]);
        return new(flow.Id, flow.Agency, version, name, structure);

        InternationalString Text(string text) => new((scan.Language, text));
    }

    private static Dimension DimensionOf(JsonStatDimension dimension, string agency, string language)
    {
        var codes = dimension.Codes.Select(code => new Code(code, new((language, dimension.Labels.GetValueOrDefault(code, code)))));
        var label = new InternationalString((language, dimension.Label));
        return new(new(dimension.Id, label), new($"CL_{dimension.Id.ToUpperInvariant()}", agency, "1.0", label, [.. codes]));
    }
}
