using Periplo.Areas;
using Periplo.Indicators;
using Periplo.Languages;

namespace Periplo.Profiles;

/// <summary>The cover and the methods of a profile: edition, citation, licences, sources, definitions.</summary>
internal static class ProfilePapers
{
    /// <summary>The cover.</summary>
    public static List<ProfileBlock> Cover(Profile profile, IReadOnlyList<ProfileSource> sources)
    {
        var edition = profile.Edition;
        var licences = sources.SelectMany(source => source.Papers).Select(papers => papers.Licence).Distinct().Order(StringComparer.Ordinal).ToList();
        var blocks = new List<ProfileBlock>
        {
            new TextBlock(new("Edición", "Edition", "Édition"), edition.Name),
            new TextBlock(new("Situación", "Standing", "Situation"), profile.Standing.Words),
            new TextBlock(new("Corte de los datos", "Data cut-off", "Date d’arrêt des données"), DateWords.In(edition.Cutoff)),
            new TextBlock(new("Cómo citar", "How to cite", "Comment citer"), profile.Citation),
            new TextBlock(new("Licencia", "Licence", "Licence"), licences.Count == 0
                ? new("El texto y los gráficos pueden reutilizarse citando el perfil.", "Text and charts may be reused with citation of the profile.", "Le texte et les graphiques peuvent être réutilisés en citant le profil.")
                : new(
                    $"El texto y los gráficos pueden reutilizarse citando el perfil. Las cifras conservan la licencia de quien las publica: {string.Join("; ", licences)}.",
                    $"Text and charts may be reused with citation of the profile. Figures keep the licence of their publisher: {string.Join("; ", licences)}.",
                    $"Le texte et les graphiques peuvent être réutilisés en citant le profil. Les chiffres conservent la licence de leur éditeur : {string.Join(" ; ", licences)}.")),
            new TextBlock(new("Cómo está hecho", "How it is made", "Comment il est fait"), new(
                "Cada número sale de un conjunto de datos o de un registro, con su fuente y su revisión. Las frases salen de plantillas con condiciones; donde una condición no se cumple se dice que falta el dato.",
                "Every number comes from a dataset or register, with its source and revision. Sentences come from templates with conditions; where a condition is not met, the text says that the data are missing.",
                "Chaque nombre provient d’un jeu de données ou d’un registre, avec sa source et sa révision. Les phrases proviennent de modèles assortis de conditions ; lorsqu’une condition n’est pas remplie, le texte dit que la donnée manque.")),
        };
        foreach (var validation in profile.Standing.Validations.Where(validation => validation.Note is not null))
            blocks.Add(new TextBlock(validation.Office, validation.Note!));
        return blocks;
    }

    /// <summary>Whose figures the profile of a process adds up.</summary>
    public static TextBlock Members(IReadOnlyList<Area> members, DateOnly cutoff, string? record)
    {
        var day = DateWords.In(cutoff);
        return new(new("Países que se suman", "Countries added up", "Pays additionnés"), new(
            $"los {members.Count} miembros del proceso el {day.Es}, según el registro: {string.Join(", ", members.Select(area => area.ShortName.Es))}. Una suma existe solo para los años en que todos tienen cifra.",
            $"the {members.Count} members of the process on {day.En}, by the register: {string.Join(", ", members.Select(area => area.ShortName.En))}. A sum exists only for years in which all of them have a figure.",
            $"les {members.Count} membres du processus le {day.Fr}, selon le registre : {string.Join(", ", members.Select(area => area.ShortName.Fr))}. Une somme n’existe que pour les années où tous ont un chiffre."), record);
    }

    /// <summary>The methods: sources with their revisions, then each indicator that has a value.</summary>
    public static List<ProfileBlock> Methods(Edition edition, IReadOnlyList<ProfileSource> sources, IReadOnlyList<IndicatorDefinition> indicators, ProfileLinks links)
    {
        var blocks = new List<ProfileBlock> { new HeadingBlock(new("Fuentes y revisiones", "Sources and revisions", "Sources et révisions")) };
        foreach (var source in sources)
        {
            foreach (var papers in source.Papers)
            {
                var label = new Text($"{source.Name.Es} ({source.Dataset} {source.Revision})", $"{source.Name.En} ({source.Dataset} {source.Revision})", $"{source.Name.Fr} ({source.Dataset} {source.Revision})");
                blocks.Add(new TextBlock(label, new(
                    $"{papers.Publisher.Es.TrimEnd('.')}. {papers.Method.Es.TrimEnd('.')}. {papers.Licence}.", $"{papers.Publisher.En.TrimEnd('.')}. {papers.Method.En.TrimEnd('.')}. {papers.Licence}.",
                    $"{papers.Publisher.Fr.TrimEnd('.')}. {papers.Method.Fr.TrimEnd('.')}. {papers.Licence}."), Web(papers.Url)));
            }
        }

        blocks.Add(new TextBlock(new("Registros", "Registers", "Registres"), new(
            $"Como estaban tras el asiento {edition.Records} de su bitácora.", $"As they stood after entry {edition.Records} of their log.", $"Tels qu’ils étaient après l’écriture {edition.Records} de leur journal.")));
        blocks.Add(new HeadingBlock(new("Qué mide cada indicador y qué no puede decir", "What each indicator measures and what it cannot tell", "Ce que mesure chaque indicateur et ce qu’il ne peut dire")));
        foreach (var indicator in indicators)
        {
            blocks.Add(new TextBlock(
                new($"{indicator.Code} {indicator.Name.Es}", $"{indicator.Code} {indicator.Name.En}", $"{indicator.Code} {indicator.Name.Fr}"),
                new($"{indicator.Definition.Es} {indicator.Limits.Es}", $"{indicator.Definition.En} {indicator.Limits.En}", $"{indicator.Definition.Fr} {indicator.Limits.Fr}"),
                links.Indicator(indicator.Code)));
        }

        return blocks;
    }

    /// <summary>An address of the web; anything else leads nowhere.</summary>
    private static string? Web(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? url : null;
}
