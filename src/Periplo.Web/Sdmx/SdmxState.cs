using System.Globalization;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;

namespace Periplo.Web.Sdmx;

/// <summary>The structures as they are, and what was worked out of them: flows found before, and a name for their state.</summary>
internal sealed class SdmxState(StructureSet structures, DateTimeOffset since)
{
    /// <summary>The structures.</summary>
    public StructureSet Structures => structures;

    /// <summary>Finds flows among them.</summary>
    public FlowFinder Flows { get; } = new(structures);

    /// <summary>Since when this server has them.</summary>
    public DateTimeOffset Since => since;

    /// <summary>Names this state in entity tags.</summary>
    public string Tag { get; } = since.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
