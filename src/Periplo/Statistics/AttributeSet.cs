using Periplo.Sdmx;

namespace Periplo.Statistics;

/// <summary>The attributes of an observation beside its status. Observations share sets, so a set is stored once.</summary>
/// <param name="UnitMultiplier">Power of ten the value is counted in: 3 for thousands.</param>
/// <param name="DataType">How the destination counts migrants: letters of CL_DATA_TYPE, or null.</param>
/// <param name="Comment">Footnotes and remarks of the source, or null.</param>
public sealed record AttributeSet(int UnitMultiplier, string? DataType = null, string? Comment = null)
{
    /// <summary>Plain units, nothing remarked.</summary>
    public static readonly AttributeSet Units = new(0);

    /// <summary>The attributes of every structure, status first.</summary>
    internal static readonly IReadOnlyList<DataAttribute> Attributes =
    [
        new(Names.Concept("OBS_STATUS", "Situación de la observación", "Observation status", "Statut de l’observation"), CodeLists.Status, Attachment.Observation, Mandatory: true),
        new(Names.Concept("UNIT_MULT", "Multiplicador", "Unit multiplier", "Multiplicateur"), CodeLists.UnitMultiplier, Attachment.Observation, Mandatory: true),
        new(Names.Concept("DATA_TYPE", "Tipo de dato", "Type of data", "Type de donnée"), CodeLists.DataType, Attachment.Observation, Mandatory: false),
        new(Names.Concept("COMMENT_OBS", "Nota", "Comment", "Note"), CodeList: null, Attachment.Observation, Mandatory: false),
    ];
}
