using Periplo.Sdmx.Rest;

namespace Periplo.Observatory;

/// <summary>What is published by SDMX.</summary>
public sealed partial class Installation
{
    private PublishedSource? published;

    /// <summary>Structures and figures as SDMX has them: every dataset is a flow (docs/sdmx-structures.md).</summary>
    public SdmxSource Sdmx() => Published;

    /// <summary>The same with what SDMX has no query for.</summary>
    private PublishedSource Published => LazyInitializer.EnsureInitialized(ref published, () => new PublishedSource(this));
}
