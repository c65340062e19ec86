using Periplo.Indicators;
using Periplo.Languages;
using Periplo.Web.Views;

namespace Periplo.Web.Indicators;

/// <summary>Says where the values of an indicator come from: the papers of every revision they were made of.</summary>
internal static class IndicatorSources
{
    private const int MostPublishers = 6;

    /// <summary>One line a publication; for values read from registers, who published what the records cite; without values, who would.</summary>
    public static IReadOnlyList<Text> Of(Site site, IndicatorDefinition indicator, IEnumerable<IndicatorValue> values)
    {
        var revisions = new HashSet<(string Dataset, string Revision)>();
        var registers = new HashSet<string>();
        var publishers = new List<Text>();
        foreach (var input in values.SelectMany(value => value.Inputs))
        {
            if (input.Revision is { } revision)
                revisions.Add((input.Collection, revision));
            else if (registers.Add(input.Collection) || publishers.Count < MostPublishers)
                publishers.Add(input.Publisher);
        }

        List<Text> lines = [.. Provenance.Sources(site.Installation.Parts().Where(part => revisions.Contains((part.Revision.Dataset, part.Revision.Id))))];
        foreach (var register in registers.Order(StringComparer.Ordinal))
        {
            var name = site.Installation.Records.Registers.All.FirstOrDefault(one => one.Id == register)?.Name ?? Text.Same(register);
            lines.Add(new($"Registro de Periplo: {name.Es}. Cada ficha cita su documento.", $"Register of Periplo: {name.En}. Each record cites its document.", $"Registre de Periplo : {name.Fr}. Chaque fiche cite son document."));
        }

        return lines.Count > 0 ? lines : [indicator.Source];
    }
}
