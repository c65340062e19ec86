using System.Collections;
using Periplo.Languages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;

namespace Periplo.Exchange;

/// <summary>
/// What may be and what is in a flow, told from its figures when someone asks: looking at figures takes time that whoever asks for the
/// list of flows should not wait for. Constraints have no period (khaeru/sdmx 2.26 refuses messages whose stored constraints have one).
/// </summary>
internal static class FlowConstraints
{
    /// <summary>The constraints of a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="figures">Its figures.</param>
    public static IEnumerable<Artefact> Of(PublishedFlow flow, Func<FlowSeries> figures)
    {
        yield return new ContentConstraint(
            PublishedFlow.Agency, $"CR_{flow.ShortId}_ALLOWED", "1.0",
            Named(flow, new("códigos que admite", "codes it allows", "codes qu’il admet")), IsActual: false, [flow.Reference], new Region(() => InUse(flow, figures())));
        yield return new ContentConstraint(
            PublishedFlow.Agency, $"CR_{flow.ShortId}_ACTUAL", "1.0",
            Named(flow, new("lo que hay", "what there is", "ce qu’il y a")), IsActual: true, [flow.Reference], new Region(() => Filled(figures().Whole.Values(flow.Flow.Structure))));
    }

    private static Sdmx.InternationalString Named(PublishedFlow flow, Text what) =>
        new(flow.Flow.Name.Texts.Select(one => (one.Language, $"{one.Text}: {what.International().In(one.Language)}")).ToArray());

    /// <summary>Codes that any revision held uses: what a flow has shown it may show again.</summary>
    private static IReadOnlyList<KeyValues> InUse(PublishedFlow flow, FlowSeries figures) => Filled([.. flow.Flow.Structure.Dimensions.Select((dimension, d) =>
        new KeyValues(dimension.Id, [.. figures.Codes[d].OrderBy(dimension.CodeList.Position)]))]);

    /// <summary>A key value without a value says nothing, and the schema does not allow it.</summary>
    private static IReadOnlyList<KeyValues> Filled(IReadOnlyList<KeyValues> values) => [.. values.Where(one => one.Values.Count > 0)];

    // A store that was out of reach is asked again: failures are not kept.
    private sealed class Region(Func<IReadOnlyList<KeyValues>> values) : IReadOnlyList<KeyValues>
    {
        private readonly Lazy<IReadOnlyList<KeyValues>> told = new(values, LazyThreadSafetyMode.PublicationOnly);

        public int Count => told.Value.Count;

        public KeyValues this[int index] => told.Value[index];

        public IEnumerator<KeyValues> GetEnumerator() => told.Value.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
