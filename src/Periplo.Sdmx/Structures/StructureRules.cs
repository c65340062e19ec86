using Periplo.Sdmx.Messages;

namespace Periplo.Sdmx.Structures;

/// <summary>Names of the rules a message of structures can break beside those of every message (<see cref="DataRules"/>). Reports carry them, so they do not change.</summary>
public static class StructureRules
{
    /// <summary>The message is of SDMX, or of nothing known, but has no structures.</summary>
    public const string NotStructures = "not-structures";

    /// <summary>A reference that leads to nothing, or to another kind of artefact than may stand there.</summary>
    public const string BadReference = "bad-reference";

    /// <summary>An item of a scheme, or a component of a structure, is there twice.</summary>
    public const string DuplicateItem = "duplicate-item";

    /// <summary>A text is no date.</summary>
    public const string BadDate = "bad-date";
}
