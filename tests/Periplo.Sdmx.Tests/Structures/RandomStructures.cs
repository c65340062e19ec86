using Periplo.Sdmx;
using Periplo.Sdmx.Structures;

namespace Periplo.Tests.Sdmx.Structures;

/// <summary>Structures at random, of every kind, in the one form in which reading gives them back.</summary>
internal sealed class RandomStructures
{
    private static readonly string[] Simple = ["String", "Alpha", "Integer", "Double", "Boolean", "URI", "ObservationalTimePeriod", "Duration"];

    private readonly Random random;
    private readonly HashSet<StructureReference> taken = [];

    private RandomStructures(Random random) => this.random = random;

    public static List<Artefact> Of(Random random)
    {
        var made = new RandomStructures(random);
        return [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => made.Artefact())];
    }

    private Artefact Artefact()
    {
        while (true)
        {
            var artefact = Content();
            if (taken.Add(artefact.Reference))
            {
                return artefact with
                {
                    Description = Maybe(Text),
                    Annotations = [.. Several(0, 3, Annotation)],
                    ValidFrom = Date(),
                    ValidTo = Date(),
                    IsFinal = artefact.Type is not (StructureType.AgencyScheme or StructureType.DataProviderScheme) && Half(),
                };
            }
        }
    }

    private Artefact Content()
    {
        var (agency, id, version, name) = (Agency(), Name(), Version(), Text());
        switch (random.Next(12))
        {
            case 0:
                return new ItemScheme(StructureType.AgencyScheme, agency, "AGENCIES", "1.0", name, [.. Items(Name)]) { IsPartial = Half() };
            case 1:
                return new ItemScheme(StructureType.DataProviderScheme, agency, "DATA_PROVIDERS", "1.0", name, [.. Items(Id)]) { IsPartial = Half() };
            case 2:
                var categories = new List<Item>();
                AddCategories(categories, null, 3);
                return new ItemScheme(StructureType.CategoryScheme, agency, id, version, name, categories) { IsPartial = Half() };
            case 3:
                return new ItemScheme(StructureType.CodeList, agency, id, version, name, [.. Items(Id).Select(item => item with { Parent = Maybe(Id) })]) { IsPartial = Half() };
            case 4:
                return new ItemScheme(StructureType.ConceptScheme, agency, id, version, name, [.. Items(Name).Select(Concept)]) { IsPartial = Half() };
            case 5:
                return new Categorisation(agency, id, version, name, Any(), new(To(StructureType.CategoryScheme), $"{Id()}.{Id()}"));
            case 6:
                return Constraint(agency, id, version, name);
            case 7:
                return new DataflowDefinition(agency, id, version, name, Half() ? To(StructureType.DataStructure) : null);
            case 8:
                return new MetadataflowDefinition(agency, id, version, name, To(StructureType.MetadataStructure));
            case 9:
                return DataStructure(agency, id, version, name);
            case 10:
                return new HierarchicalCodeList(agency, id, version, name, [.. Unique(0, 3, Id).Select(one => new Hierarchy(one, Text(), HierarchicalCodes(3)))]);
            default:
                return Half()
                    ? new MetadataStructureDefinition(agency, id, version, name, Headings(3))
                    : new ProvisionAgreement(agency, id, version, name, To(Half() ? StructureType.Dataflow : StructureType.Metadataflow), new(To(StructureType.DataProviderScheme, "DATA_PROVIDERS"), Id()));
        }
    }

    private ContentConstraint Constraint(string agency, string id, string version, InternationalString name)
    {
        StructureType[] kinds = [StructureType.Dataflow, StructureType.DataStructure, StructureType.Metadataflow, StructureType.MetadataStructure, StructureType.ProvisionAgreement];
        var kind = kinds[random.Next(kinds.Length)];
        var region = Unique(0, 5, Name).Select(component => Half()
            ? new KeyValues(component, [.. Several(1, 4, Id)], Half())
            : Range(component)).ToList();
        region.AddRange(Unique(0, 2, Name).Select(component => new KeyValues(component, [.. Several(1, 4, Id)]) { IsAttribute = true }));
        return new(agency, id, version, name, Half(), [.. Several(0, 3, () => To(kind))], region);
    }

    private KeyValues Range(string component) => random.Next(3) switch
    {
        0 => new(component, [], Half()) { From = Period() },
        1 => new(component, [], Half()) { To = Period() },
        _ => new(component, [], Half()) { From = Period(), To = Period() },
    };

    private StructureDefinition DataStructure(string agency, string id, string version, InternationalString name)
    {
        var ids = new Queue<string>(Unique(20, 30, Name));
        var dimensions = Several(1, 6, () => Component(ids.Dequeue())).ToList();
        var measure = Half() ? random.Next(dimensions.Count) : -1;
        if (measure >= 0)
            dimensions[measure] = dimensions[measure] with { CodeList = To(StructureType.ConceptScheme), Format = null };
        var keys = dimensions.ConvertAll(one => one.Id);
        var groups = keys.Count == 1 ? [] : Several(0, 3, () => new GroupDefinition(ids.Dequeue(), Some(keys))).ToList();
        return new(agency, id, version, name)
        {
            Dimensions = dimensions,
            MeasureDimension = measure,
            Time = Half() ? new("TIME_PERIOD", Concept(), null, new(Half() ? "ObservationalTimePeriod" : "GregorianYear")) : null,
            Measures = [Component("OBS_VALUE")],
            Attributes = [.. Several(0, 6, () => Attribute(Component(ids.Dequeue()), keys, groups))],
            Groups = groups,
        };
    }

    private AttributeDefinition Attribute(Component component, List<string> keys, List<GroupDefinition> groups)
    {
        switch (random.Next(5))
        {
            case 0:
                return new(component, Attachment.DataSet, Half());
            case 1:
                return new(component, Attachment.Observation, Half());
            case 2 when groups.Count > 0:
                var group = groups[random.Next(groups.Count)];
                return new(component, Attachment.Series, Half()) { Group = group.Id, Dimensions = group.Dimensions };
            case 3 when keys.Count > 1:
                return new(component, Attachment.Series, Half()) { Dimensions = Some(keys) };
            default:
                return new(component, Attachment.Series, Half());
        }
    }

    private Component Component(string id) => random.Next(3) switch
    {
        0 => new(id, Concept(), To(StructureType.CodeList)),
        1 => new(id, Concept(), null, Format()),
        _ => new(id, Concept(), null),
    };

    private Item Concept(Item item) => random.Next(3) switch
    {
        0 => item with { CodeList = To(StructureType.CodeList), Parent = Maybe(Name) },
        1 => item with { Format = Format() },
        _ => item,
    };

    private void AddCategories(List<Item> categories, string? above, int deep)
    {
        foreach (var item in Items(Id))
        {
            categories.Add(item with { Parent = above });
            if (deep > 0 && Half())
                AddCategories(categories, above is null ? item.Id : $"{above}.{item.Id}", deep - 1);
        }
    }

    private List<HierarchicalCode> HierarchicalCodes(int deep) => [.. Unique(1, 3, Id).Select(id =>
        new HierarchicalCode(id, To(StructureType.CodeList), Id(), deep > 0 && Half() ? HierarchicalCodes(deep - 1) : []) { ValidFrom = Date(), ValidTo = Date() })];

    private List<MetadataAttribute> Headings(int deep) =>
        [.. Unique(1, 3, Name).Select(id => new MetadataAttribute(id, Concept(), deep > 0 && Half() ? Headings(deep - 1) : []))];

    private IEnumerable<Item> Items(Func<string> id) =>
        Unique(0, 5, id).Select(one => new Item(one, Text()) { Description = Maybe(Text), Annotations = [.. Several(0, 2, Annotation)] });

    private ItemReference Concept() => new(To(StructureType.ConceptScheme), Name());

    private TextFormat Format() => new(Simple[random.Next(Simple.Length)], Half() ? random.Next(1, 1000) : null);

    private Annotation Annotation() => new(Maybe(Words), Maybe(Words), Maybe(Id), Maybe(Text));

    private StructureReference Any()
    {
        var types = Enum.GetValues<StructureType>().Where(type => type != StructureType.RepresentationMap).ToArray();
        return To(types[random.Next(types.Length)]);
    }

    private StructureReference To(StructureType type, string? id = null) => new(type, Agency(), id ?? Name(), Version());

    private TimePeriod Period() => TimePeriod.TryParse(
        new[] { "2020", "1987-S2", "2001-Q4", "1999-12", "2020-W53", "2024-02-29" }[random.Next(6)], out var period) ? period : throw new InvalidOperationException();

    private DateOnly? Date() => Half() ? new DateOnly(1900, 1, 1).AddDays(random.Next(80_000)) : null;

    private InternationalString Text()
    {
        string[] languages = ["en", "es", "fr", "pt-BR"];
        return new([.. languages.Take(random.Next(1, 5)).Select(language => (language, Words()))]);
    }

    private string Words()
    {
        var runes = "ab <>&\"']]>\r\n\té€😀".EnumerateRunes().ToArray();
        var words = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => runes[random.Next(runes.Length)].ToString()));

        // White space alone is that between elements.
        return string.IsNullOrWhiteSpace(words) ? "" : words;
    }

    private string Agency() => Half() ? Name() : $"{Name()}.{Name()}";

    private string Version() => new[] { "1.0", "2", "2.11", "1.0.3" }[random.Next(4)];

    private string Name() => Letters("ABCabc")[..1] + Letters("ABCxyz019_-");

    private string Id() => Letters("ABCxyz019_-@$");

    private string Letters(string of) => new([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => of[random.Next(of.Length)])]);

    private List<string> Some(List<string> keys)
    {
        var some = keys.Where(_ => Half()).ToList();
        return some.Count == 0 || some.Count == keys.Count ? [keys[random.Next(keys.Count)]] : some;
    }

    private bool Half() => random.Next(2) == 0;

    private T? Maybe<T>(Func<T> make)
        where T : class => Half() ? make() : null;

    private IEnumerable<T> Several<T>(int least, int most, Func<T> make)
    {
        for (var count = random.Next(least, most); count > 0; count--)
            yield return make();
    }

    private List<string> Unique(int least, int most, Func<string> make)
    {
        var count = random.Next(least, most);
        var unique = new HashSet<string>();
        while (unique.Count < count)
            unique.Add(make());
        return [.. unique];
    }
}
