using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>How a message of another structure is read as figures of one of our datasets. Written as YAML; docs/sdmx-import.md describes it.</summary>
internal sealed record MessageMapping
{
    /// <summary>Stands for a component or code that is left out on purpose.</summary>
    public const string Ignored = "ignored";

    /// <summary>Attributes of ours that a message may give.</summary>
    public static readonly IReadOnlyList<string> Attributes = ["OBS_STATUS", "UNIT_MULT", "DATA_TYPE", "COMMENT_OBS"];

    /// <summary>What a message in a structure of ours needs: nothing.</summary>
    public static readonly MessageMapping None = new();

    /// <summary>The dataset; null where the message's own flow says it.</summary>
    public DatasetDefinition? Definition { get; init; }

    /// <summary>Id of the source; null where the sender of the message is it.</summary>
    public string? Source { get; init; }

    /// <summary>Release; null for the day the message was prepared.</summary>
    public string? Release { get; init; }

    public Text? Publisher { get; init; }

    public string? Url { get; init; }

    public string? Licence { get; init; }

    public Text? Method { get; init; }

    public IReadOnlyList<Text> Notes { get; init; } = [];

    /// <summary>Address or file of the structure, where the message is not to say it.</summary>
    public string? Structure { get; init; }

    public CodeConvention Convention { get; init; }

    /// <summary>Components of the message by id: a dimension or attribute of ours, or <see cref="Ignored"/>.</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes of ours that hold for all figures.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Components of the message of which only some codes are taken.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Only { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>By component of ours, codes of the message.</summary>
    public IReadOnlyDictionary<string, CodeMap> Codes { get; init; } = new Dictionary<string, CodeMap>();

    /// <summary>The YAML it was read from.</summary>
    public string Text { get; init; } = "";

    /// <summary>True for the dimensions whose codes are areas.</summary>
    public static bool IsArea(Dimension dimension) => dimension.CodeList.Id == "CL_AREA";
}
