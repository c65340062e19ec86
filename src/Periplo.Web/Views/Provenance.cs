using Periplo.Charts;
using Periplo.Languages;
using Periplo.Sdmx;
using Periplo.Statistics;

namespace Periplo.Web.Views;

/// <summary>Says where figures come from: source lines, notes, and addresses of lineage pages.</summary>
public static class Provenance
{
    /// <summary>One line a publication: publisher, revision, licence.</summary>
    public static IReadOnlyList<Text> Sources(params IEnumerable<Dataset?> datasets) => Sources(datasets.OfType<Dataset>().Distinct().SelectMany(dataset => dataset.Parts));

    /// <summary>One line a publication: publisher, revision, licence.</summary>
    public static IReadOnlyList<Text> Sources(IEnumerable<Part> parts) =>
        [.. parts.Select(part => (part.Revision.Id, part.Papers)).Distinct().Select(one => new Text(
            $"{one.Papers.Publisher.Es.TrimEnd('.')}. Revisión {one.Id}. {one.Papers.Licence}.",
            $"{one.Papers.Publisher.En.TrimEnd('.')}. Revision {one.Id}. {one.Papers.Licence}.",
            $"{one.Papers.Publisher.Fr.TrimEnd('.')}. Révision {one.Id}. {one.Papers.Licence}."))];

    /// <summary>Source and revision in a few words.</summary>
    public static Text Short(Dataset dataset) => Text.Same($"{dataset.Definition.Id} {dataset.Revision.Id}");

    /// <summary>A total as a chart takes it.</summary>
    public static Datum Datum(Total total, string lineage) => total.HasValue
        ? new(total.Value, total.Status.Letter(), Lineage: lineage)
        : new(null, total.Status.Letter(), Reason(total.Status), total.Addends.Count > 0 ? lineage : null);

    /// <summary>Why a value is missing.</summary>
    public static Text Reason(ObservationStatus status) => status switch
    {
        ObservationStatus.M => new("no puede existir", "cannot exist", "ne peut exister"),
        ObservationStatus.L => new("no se recolectó", "not collected", "non collecté"),
        ObservationStatus.Q => new("suprimido", "suppressed", "supprimé"),
        _ => new("la fuente no da una cifra", "the source gives no figure", "la source ne donne pas de chiffre"),
    };

    /// <summary>
    /// The key of a figure in addresses: a code for every dimension, <c>*</c> where the figure is a sum over it.
    /// Dimensions not named have the one code the dataset holds, else the total.
    /// </summary>
    public static string Key(Dataset dataset, params ReadOnlySpan<(string Dimension, string Code)> codes)
    {
        var dimensions = dataset.Definition.Structure.Dimensions;
        var key = new string[dimensions.Count];
        for (var d = 0; d < key.Length; d++)
        {
            var held = dataset.Observations.Codes[d];
            key[d] = held.Length == 1 ? held[0] : "_T";
            foreach (var (dimension, code) in codes)
            {
                if (dimension == dimensions[d].Id)
                    key[d] = code;
            }
        }

        return string.Join('.', key);
    }

    /// <summary>The notes of a dataset's files, once each.</summary>
    public static IReadOnlyList<Text> Notes(params IEnumerable<Dataset?> datasets) =>
        [.. datasets.OfType<Dataset>().SelectMany(dataset => dataset.Parts).SelectMany(part => part.Notes).Distinct()];

    /// <summary>How a destination counts migrants, and the footnotes of the observations a figure was made of.</summary>
    public static IReadOnlyList<Text> Remarks(Dataset dataset, IEnumerable<int> observations)
    {
        var sets = observations.Select(i => dataset.Observations.Attributes[i]).Distinct().Select(position => dataset.Observations.AttributeSets[position]).ToList();
        var notes = new List<Text>();
        var types = sets.Select(set => set.DataType).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (types.Count > 0)
        {
            var codes = dataset.Definition.Structure.Attributes[2].CodeList!;
            string Named(string language) => string.Join("; ", types.Select(type => $"{type} = {codes.Find(type)?.Name.In(language).ToLowerInvariant()}"));
            notes.Add(new($"Tipo de dato en destino: {Named("es")}.", $"Type of data at destination: {Named("en")}.", $"Type de donnée à destination : {Named("fr")}."));
        }

        notes.AddRange(sets.Select(set => set.Comment).OfType<string>().Distinct().Select(Text.Same));
        return notes;
    }
}
