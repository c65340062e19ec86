using System.Globalization;
using Periplo.Areas;
using Periplo.Languages;
using Periplo.Movements;
using Periplo.Sources.Declarations;
using Periplo.Sources.Tables;
using Periplo.Statistics;
using YamlDotNet.RepresentationModel;

namespace Periplo.Sources.Crossings;

/// <summary>Reads the settings of a folder of crossings, <c>crossings.yaml</c>. The form is described in docs/crossings-folder.md.</summary>
public sealed class CrossingSettingsReader
{
    private const string Guide = "docs/crossings-folder.md";
    private static readonly string[] Keys =
    [
        "legal_basis", "retention_months", "key_file", "from", "countries", "posts", "criterion", "duplicate_seconds", "gap", "minimum_count",
        "migrant_purposes", "transit_purposes", "cross_border_crossings", "keep_documents", "source", "publisher", "url", "licence",
    ];

    private readonly DeclarationNodes nodes;
    private readonly AreaRegistry areas;
    private readonly Dictionary<string, YamlNode> top = [];
    private readonly YamlMappingNode root;

    private CrossingSettingsReader(string file, string text, AreaRegistry areas)
    {
        nodes = new(file, text, new("la configuración de los cruces", "the settings of crossings", "la configuration des passages"), Guide);
        this.areas = areas;
        root = nodes.Top();
        foreach (var (key, value) in root.Children)
        {
            var name = nodes.Scalar(key);
            if (!Keys.Contains(name))
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(name), Keys));
            top.Add(name, value);
        }
    }

    /// <summary>The settings written in a YAML file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="areas">The areas that may report.</param>
    /// <exception cref="InputException">Something is missing or not understood: line, column and what to write.</exception>
    public static CrossingSettings Read(string file, string text, AreaRegistry areas) => new CrossingSettingsReader(file, text, areas).Read();

    private CrossingSettings Read()
    {
        var basis = Words("legal_basis", new(
            "falta la base legal; sin ella no se guardan cruces de personas. Escriba, por ejemplo, «legal_basis: Ley de Migración, artículo 12».",
            "the legal basis is missing; without one no crossings of persons are kept. Write, for example, `legal_basis: Migration Act, section 12`.",
            "la base légale manque ; sans elle, les passages de personnes ne sont pas conservés. Écrivez, par exemple, « legal_basis: Loi sur les migrations, article 12 »."));
        if (!top.TryGetValue("retention_months", out var retention))
        {
            throw Missing(new(
                "falta el plazo de conservación; sin él no se guardan cruces de personas. Escriba, por ejemplo, «retention_months: 120» para diez años.",
                "the retention period is missing; without one no crossings of persons are kept. Write, for example, `retention_months: 120` for ten years.",
                "la durée de conservation manque ; sans elle, les passages de personnes ne sont pas conservés. Écrivez, par exemple, « retention_months: 120 » pour dix ans."));
        }

        var rule = Rule();
        var (countries, names) = Countries();
        return new()
        {
            LegalBasis = basis,
            RetentionMonths = Retention(retention, rule.Criterion),
            KeyFile = Words("key_file", new(
                "falta el archivo de la clave con que se sustituyen las personas, que debe estar fuera de la carpeta. Escriba, por ejemplo, «key_file: /etc/periplo/crossings.key».",
                "the file of the key that replaces persons is missing; it must lie outside the folder. Write, for example, `key_file: /etc/periplo/crossings.key`.",
                "le fichier de la clé qui remplace les personnes manque ; il doit être hors du dossier. Écrivez, par exemple, « key_file: /etc/periplo/crossings.key ».")),
            From = Day("from"),
            Countries = countries,
            PostNames = names,
            Rule = rule,
            MinimumCount = Number("minimum_count", 10, CrossingSettings.LeastMinimumCount, 1_000_000),
            MigrantPurposes = top.TryGetValue("migrant_purposes", out var purposes) ? Purposes(purposes) : [],
            TransitPurposes = top.TryGetValue("transit_purposes", out var transit) ? Purposes(transit) : [],
            CrossBorderCrossings = Number("cross_border_crossings", 8, 1, 1000),
            KeepDocuments = top.TryGetValue("keep_documents", out var keep) && YesNo(keep),
            Source = Source(),
            Publisher = nodes.Text(Needed("publisher", "publisher: Instituto Nacional de Migración")),
            Url = top.TryGetValue("url", out var url) ? nodes.Scalar(url) : "",
            Licence = Words("licence", Lacks("licence", "licence: CC BY 4.0")),
        };
    }

    private int Retention(YamlNode node, ResidenceCriterion criterion)
    {
        // The shortest months of a year are 28 days long.
        var least = (criterion.Window + 27) / 28;
        var months = nodes.Whole(node, 1, 1200);
        return months >= least ? months : throw nodes.Fault(node, new Text(
            $"el criterio {criterion.Name} mira {criterion.Window} días; conserve los cruces al menos {least} meses o elija un criterio más corto en criterion.",
            $"the criterion {criterion.Name} looks at {criterion.Window} days; keep crossings for at least {least} months, or choose a shorter criterion under criterion.",
            $"le critère {criterion.Name} regarde {criterion.Window} jours ; conservez les passages au moins {least} mois ou choisissez un critère plus court dans criterion."));
    }

    private MovementRule Rule()
    {
        var criterion = top.TryGetValue("criterion", out var node) ? Criterion(node) : ResidenceCriterion.TwelveOfSixteen;
        var gap = GapRule.Midpoint;
        if (top.TryGetValue("gap", out var written))
        {
            gap = nodes.Scalar(written) switch
            {
                "midpoint" => GapRule.Midpoint,
                "earliest" => GapRule.Earliest,
                "latest" => GapRule.Latest,
                var other => throw nodes.Fault(written, Refusals.NotOneOf(Refusals.Shown(other), ["midpoint", "earliest", "latest"])),
            };
        }

        return new(criterion, Number("duplicate_seconds", MovementRule.M1.DuplicateSeconds, -1, 86_400), gap);
    }

    private ResidenceCriterion Criterion(YamlNode node)
    {
        if (node is not YamlMappingNode)
        {
            var name = nodes.Scalar(node);
            return ResidenceCriterion.Known.FirstOrDefault(known => known.Name == name)
                ?? throw nodes.Fault(node, Refusals.NotOneOf(Refusals.Shown(name), ResidenceCriterion.Known.Select(known => known.Name)));
        }

        var parts = Parts(node, ["name", "threshold", "window", "slack", "backward"]);
        YamlNode Part(string key) => parts.GetValueOrDefault(key) ?? throw nodes.Fault(node, Lacks(key, "criterion: { name: 10-14, threshold: 304, window: 426 }"));
        var own = nodes.Scalar(Part("name"));
        if (own.Length is 0 or > 20 || !own.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') || ResidenceCriterion.Known.Any(known => known.Name == own))
        {
            throw nodes.Fault(Part("name"), new Text(
                "el nombre de un criterio propio lleva hasta 20 letras minúsculas, cifras y guiones, y no es el de uno conocido.",
                "the name of a criterion of one's own has up to 20 small letters, digits and hyphens, and is not that of a known one.",
                "le nom d’un critère propre a jusqu’à 20 lettres minuscules, chiffres et traits d’union, et n’est pas celui d’un critère connu."));
        }

        var window = nodes.Whole(Part("window"), 1, 3653);
        var threshold = nodes.Whole(Part("threshold"), 1, window);
        var slack = parts.TryGetValue("slack", out var days) ? nodes.Whole(days, 0, window) : window - threshold;
        return new(own, threshold, window, slack, parts.TryGetValue("backward", out var backward) && YesNo(backward));
    }

    private (ReportingCountries Countries, Dictionary<ushort, Text> Names) Countries()
    {
        var needed = Needed("countries", "countries: { GTM: America/Guatemala }");
        var countries = new List<(string, PostClock)>();
        foreach (var (key, value) in nodes.Map(needed).Children)
        {
            if (areas.Find(nodes.Scalar(key)) is not { Kind: AreaKind.Country } area)
            {
                throw nodes.Fault(key, new Text(
                    $"«{Refusals.Shown(nodes.Scalar(key))}» no es ningún país conocido; escriba su código ISO de tres letras.",
                    $"\"{Refusals.Shown(nodes.Scalar(key))}\" is no known country; write its three-letter ISO code.",
                    $"« {Refusals.Shown(nodes.Scalar(key))} » n’est aucun pays connu ; écrivez son code ISO à trois lettres."));
            }

            if (countries.Exists(country => country.Item1 == area.Id))
                throw nodes.Fault(key, new Text($"{area.Id} está dos veces.", $"{area.Id} is there twice.", $"{area.Id} figure deux fois."));
            countries.Add((area.Id, Clock(value)));
        }

        if (countries.Count is 0 or > byte.MaxValue)
            throw nodes.Fault(needed, new Text("se esperaban de 1 a 255 países.", "1 to 255 countries were expected.", "de 1 à 255 pays étaient attendus."));
        var clocks = new Dictionary<ushort, PostClock>();
        var names = new Dictionary<ushort, Text>();
        foreach (var (key, value) in top.TryGetValue("posts", out var posts) ? nodes.Map(posts).Children.AsEnumerable() : [])
        {
            var number = (ushort)nodes.Whole(key, 0, ushort.MaxValue);
            var parts = Parts(value, ["name", "clock"]);
            if (!names.TryAdd(number, nodes.Text(parts.GetValueOrDefault("name") ?? throw nodes.Fault(value, Lacks("name", "101: { name: Tecún Umán }")))))
                throw nodes.Fault(key, new Text($"el puesto {number} está dos veces.", $"post {number} is there twice.", $"le poste {number} figure deux fois."));
            if (parts.TryGetValue("clock", out var clock))
                clocks.Add(number, Clock(clock));
        }

        return (new(countries, clocks), names);
    }

    private PostClock Clock(YamlNode node) => PostClock.Find(nodes.Scalar(node)) ?? throw nodes.Fault(node, new Text(
        $"«{Refusals.Shown(nodes.Scalar(node))}» no es ninguna zona horaria; escriba una como America/Guatemala o una diferencia como -06:00.",
        $"\"{Refusals.Shown(nodes.Scalar(node))}\" is no time zone; write one like America/Guatemala, or an offset like -06:00.",
        $"« {Refusals.Shown(nodes.Scalar(node))} » n’est aucun fuseau horaire ; écrivez-en un comme America/Guatemala ou un décalage comme -06:00."));

    private List<byte> Purposes(YamlNode node)
    {
        var purposes = nodes.List(node).Select(purpose => (byte)nodes.Whole(purpose, 1, byte.MaxValue)).ToList();
        return purposes.Distinct().Count() == purposes.Count ? purposes : throw nodes.Fault(node, new Text("un motivo está dos veces.", "a purpose is there twice.", "un motif figure deux fois."));
    }

    private string Source()
    {
        var node = Needed("source", "source: INM");
        var source = nodes.Scalar(node);
        return source.Length is > 0 and <= 40 && source.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? source
            : throw nodes.Fault(node, new Text("la fuente lleva solo letras, cifras y guiones, 40 como mucho: INM.", "the source has only letters, digits and hyphens, 40 at most: INM.", "la source n’a que des lettres, des chiffres et des traits d’union, 40 au plus : INM."));
    }

    private DateOnly Day(string key)
    {
        var node = Needed(key, "from: 2015-01-01");
        return DateOnly.TryParseExact(nodes.Scalar(node), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1970 and < 2106
            ? day
            : throw nodes.Fault(node, new Text("se esperaba una fecha como 2015-01-01, de 1970 a 2105.", "a date like 2015-01-01 was expected, from 1970 to 2105.", "une date comme 2015-01-01 était attendue, de 1970 à 2105."));
    }

    private Dictionary<string, YamlNode> Parts(YamlNode node, string[] known)
    {
        var parts = new Dictionary<string, YamlNode>();
        foreach (var (key, value) in nodes.Map(node).Children)
        {
            if (!known.Contains(nodes.Scalar(key)))
                throw nodes.Fault(key, Refusals.NotOneOf(Refusals.Shown(nodes.Scalar(key)), known));
            parts.Add(nodes.Scalar(key), value);
        }

        return parts;
    }

    private int Number(string key, int absent, int least, int most) => top.TryGetValue(key, out var node) ? nodes.Whole(node, least, most) : absent;

    private bool YesNo(YamlNode node) => nodes.Scalar(node) switch
    {
        "true" => true,
        "false" => false,
        _ => throw nodes.Fault(node, new Text("se esperaba true o false.", "true or false was expected.", "true ou false était attendu.")),
    };

    private YamlNode Needed(string key, string example) => top.GetValueOrDefault(key) ?? throw Missing(Lacks(key, example));

    private string Words(string key, Text missing)
    {
        if (!top.TryGetValue(key, out var node))
            throw Missing(missing);
        return nodes.Scalar(node) is { Length: > 0 } words && words.IndexOfAny(['\0', '\n', '\r']) < 0 ? words : throw nodes.Fault(node, missing);
    }

    private InputException Missing(Text reason) => nodes.Fault(root, reason);

    private static Text Lacks(string key, string example) => new($"falta {key}; escriba, por ejemplo, «{example}».", $"{key} is missing; write, for example, `{example}`.", $"{key} manque ; écrivez, par exemple, « {example} ».");
}
