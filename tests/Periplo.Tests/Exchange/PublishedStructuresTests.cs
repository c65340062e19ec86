using System.Text.RegularExpressions;
using Periplo.Exchange;
using Periplo.Indicators;
using Periplo.Sdmx;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

public partial class PublishedStructuresTests
{
    private static readonly string[] Required = ["DF_MIG_STOCK", "DF_MIG_FLOW", "DF_DEMOGRAPHY", "DF_REMITTANCES", "DF_DISPLACED", "DF_MOVEMENTS"];

    private static readonly IReadOnlyList<PublishedFlow> Flows = MakeFlows();
    private static readonly IReadOnlyList<Artefact> All = PublishedStructures.Of(Flows, BundledData.Areas, flow => flow.Dataset == "STOCK" ? StockFigures : null);
    private static readonly StructureSet Set = new(All);

    [Fact]
    public void Every_name_is_in_Spanish_English_and_French()
    {
        var names = All.Select(artefact => ($"{artefact.Reference}", artefact.Name))
            .Concat(All.OfType<ItemScheme>().SelectMany(scheme => scheme.Items.Select(item => ($"{scheme.Reference} {item.Id}", item.Name))))
            .Concat(All.OfType<HierarchicalCodeList>().SelectMany(list => list.Hierarchies.Select(one => (one.Id, one.Name))));

        Assert.All(names, one => Assert.True(
            new[] { "es", "en", "fr" }.All(language => one.Item2.Texts.Any(text => text.Language == language && text.Text.Trim().Length > 0)), one.Item1));
    }

    [Fact]
    public void Every_reference_leads_to_an_artefact_and_every_item_to_an_item()
    {
        Assert.All(All, artefact => Assert.All(artefact.References, reference => Assert.True(Set.Find(reference) is not null, $"{artefact.Reference} -> {reference}")));
        foreach (var structure in All.OfType<StructureDefinition>())
            Assert.All(structure.Components, component => Assert.True(Has(component.Concept), $"{structure.Id} {component.Id}"));
        Assert.All(All.OfType<Categorisation>(), one => Assert.True(Has(one.Target), one.Id));
        Assert.All(All.OfType<ProvisionAgreement>(), one => Assert.True(Has(one.Provider), one.Id));
        Assert.All(All.OfType<MetadataStructureDefinition>().SelectMany(one => one.Attributes.SelectMany(heading => heading.Children.Prepend(heading))), one => Assert.True(Has(one.Concept), one.Id));
        Assert.All(All.OfType<HierarchicalCodeList>().SelectMany(list => list.Hierarchies).SelectMany(one => one.Codes).SelectMany(Codes), code => Assert.True(Has(new(code.CodeList, code.Code)), code.Code));
        foreach (var map in All.OfType<RepresentationMap>())
            Assert.All(map.Mappings, one => Assert.True(Has(new(map.Source, one.Source)) && Has(new(map.Target, one.Target)), $"{map.Id} {one.Source}"));
    }

    [Fact]
    public void Ids_are_ids_of_the_standard_and_none_is_twice()
    {
        Assert.Equal(All.Count, All.Select(artefact => artefact.Reference).Distinct().Count());
        Assert.All(All, artefact => Assert.Matches(Name(), artefact.Id));
        foreach (var scheme in All.OfType<ItemScheme>())
        {
            Assert.Equal(scheme.Items.Count, scheme.Items.Select(item => item.Path(scheme.Type)).Distinct().Count());
            Assert.All(scheme.Items, item => Assert.Matches(scheme.Type is StructureType.CodeList or StructureType.DataProviderScheme ? Id() : Name(), item.Id));
        }

        Assert.All(All.OfType<StructureDefinition>().SelectMany(one => one.Components), component => Assert.Matches(Name(), component.Id));
    }

    [Fact]
    public void Lists_of_one_identity_have_the_same_codes_wherever_they_are_used()
    {
        var lists = Flows.SelectMany(flow => flow.Flow.Structure.Dimensions.Select(dimension => dimension.CodeList).Concat(flow.Flow.Structure.Attributes.Select(attribute => attribute.CodeList).OfType<CodeList>()));

        Assert.All(lists.GroupBy(list => (list.Agency, list.Id, list.Version)), group => Assert.Single(group.Select(list => string.Join(' ', list.Codes.Select(code => code.Id))).Distinct()));
    }

    [Fact]
    public void Every_flow_resolves_to_the_structure_its_figures_have()
    {
        foreach (var flow in Flows)
        {
            var resolved = Set.Resolve(flow.Reference);

            Assert.NotNull(resolved);
            Assert.Equal(flow.Flow.Structure.Dimensions.Select(one => (one.Id, one.CodeList.Id)), resolved.Structure.Dimensions.Select(one => (one.Id, one.CodeList.Id)));
            Assert.Equal(
                flow.Flow.Structure.Attributes.Select(one => (one.Id, one.Attachment, one.Mandatory, one.CodeList?.Id)), resolved.Structure.Attributes.Select(one => (one.Id, one.Attachment, one.Mandatory, one.CodeList?.Id)));
            Assert.Equal(flow.Flow.Structure.Dimensions.Select(one => one.Concept.Name.In("es")), resolved.Structure.Dimensions.Select(one => one.Concept.Name.In("es")));
        }
    }

    [Fact]
    public void Flows_of_the_observatory_are_all_there_with_their_provisions_and_categories()
    {
        foreach (var id in Required)
        {
            var flow = new StructureReference(StructureType.Dataflow, "PERIPLO", id, "1.0");
            Assert.NotNull(Set.Find(flow));
            Assert.Equal(["OFFICIAL", "OWN"], All.OfType<ProvisionAgreement>().Where(one => one.Dataflow == flow).Select(one => one.Provider.Item).Order(StringComparer.Ordinal));
            Assert.Single(All.OfType<Categorisation>(), one => one.Source == flow);
        }

        var flows = Set.Resolve(new(StructureType.Dataflow, "PERIPLO", "DF_MIG_FLOW", "1.0"))!;
        Assert.True(flows.Structure.Position("EST_METHOD") >= 0 && flows.Structure.Position("STATISTIC") >= 0);
        var sdg = Set.Resolve(new(StructureType.Dataflow, "IAEG-SDGs", "DF_SDG_GLC", ""))!;
        Assert.Equal(("IAEG-SDGs", "SDG", 15), (sdg.Structure.Agency, sdg.Structure.Id, sdg.Structure.Dimensions.Count));
    }

    [Fact]
    public void Constraints_say_what_there_is_without_a_period()
    {
        var allowed = Assert.Single(All.OfType<ContentConstraint>(), one => !one.IsActual);
        var actual = Assert.Single(All.OfType<ContentConstraint>(), one => one.IsActual);

        Assert.Equal(["CAN", "USA"], allowed.Region.First(one => one.Component == "REF_AREA").Values.Order(StringComparer.Ordinal));
        Assert.Equal(["USA"], actual.Region.First(one => one.Component == "REF_AREA").Values);
        Assert.DoesNotContain(actual.Region.Concat(allowed.Region), one => one.Component == "TIME_PERIOD");
    }

    [Fact]
    public void Areas_carry_their_other_codes_and_the_maps_say_the_same()
    {
        var areas = (ItemScheme)Set.Find(new(StructureType.CodeList, "PERIPLO", "CL_AREA", ""))!;
        var guatemala = areas.Items.First(item => item.Id == "GTM");

        Assert.Equal(["GT", "GTM", "320"], guatemala.Annotations.Where(one => one.Type == "AREA_CODE").Select(one => one.Title));
        var alpha2 = All.OfType<RepresentationMap>().First(map => map.Id == "MAP_AREA_ALPHA2");
        Assert.Equal("GT", alpha2.Mappings.Single(one => one.Source == "GTM").Target);
        var m49 = All.OfType<RepresentationMap>().First(map => map.Id == "MAP_AREA_M49");
        Assert.Equal("001", m49.Mappings.Single(one => one.Source == "001").Target);
        Assert.Equal(new DateOnly(1992, 12, 31), m49.Mappings.Single(one => one.Source == "YUG").ValidTo);
        Assert.DoesNotContain(m49.Mappings, one => one.Source == "UN901");
    }

    [Fact]
    public void Regions_stand_under_each_other_and_members_have_their_years()
    {
        var list = Assert.Single(All.OfType<HierarchicalCodeList>());
        var world = Assert.Single(list.Hierarchies.First(one => one.Id == "REGIONS").Codes);

        Assert.Equal("001", world.Code);
        Assert.Equal(["002", "009", "019", "142", "150"], world.Children.Where(one => one.Children.Count > 0).Select(one => one.Code));
        var americas = world.Children.First(one => one.Code == "019");
        var central = americas.Children.First(one => one.Code == "419").Children.First(one => one.Code == "013");
        Assert.Contains(central.Children, one => one.Code == "GTM" && one.ValidTo is null);
        var former = list.Hierarchies.First(one => one.Id == "GROUPS").Codes.First(one => one.Code == "UN901");
        Assert.Equal(new DateOnly(1992, 12, 31), former.Children.First(one => one.Code == "YUG").ValidTo);
    }

    internal static IReadOnlyList<PublishedFlow> MakeFlows()
    {
        Part[] parts = [Sample.Part(Sample.Definitions.Stock, Sample.Build(Sample.Definitions.Stock, [Sample.Stock("USA", "MEX", 2020, 1)]))];
        var licences = PublishedFlow.Licences(parts);
        return
        [
            .. Sample.Definitions.All.Append(IndicatorDataset.Define(IndicatorsOf, BundledData.Areas))
                .Select(definition => PublishedFlow.Of(definition, parts.Where(part => part.Revision.Dataset == definition.Id), licences)),
            SdgFlow.Publish(SdgFlow.Define(BundledData.Areas)),
        ];
    }

    private static IndicatorRegistry IndicatorsOf() => new Periplo.Observatory.DataFolder(BundledData.Path("."), null).Indicators(Sample.Definitions);

    private static FlowSeries StockFigures()
    {
        var first = SampleFlow.Revision(Sample.Definitions.Stock, "INE", "2026-01-01", (0, [Sample.Stock("CAN", "MEX", 2020, 1)]));
        var second = SampleFlow.Revision(Sample.Definitions.Stock, "INE", "2026-01-02", (1, [Sample.Stock("USA", "MEX", 2020, 1)]));
        return SampleFlow.Of(Sample.Definitions.Stock, [second, new FlowRevision(first.Dataset) { Until = second.Since }]).Series;
    }

    private static bool Has(ItemReference item) => Set.Find(item.Scheme) is ItemScheme scheme && scheme.Items.Any(one => one.Path(scheme.Type) == item.Item);

    private static IEnumerable<HierarchicalCode> Codes(HierarchicalCode code) => code.Children.SelectMany(Codes).Prepend(code);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9_@$-]+$")]
    private static partial Regex Id();
}
