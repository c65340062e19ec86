using System.Text;
using System.Text.Json;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Tests.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Json;

public class StructureJsonTests
{
    [Fact]
    public void Sample_of_every_kind_is_valid_and_reads_back_in_1_0()
    {
        var artefacts = Artefacts();
        var bytes = Written(artefacts, JsonVersion.V1);

        Assert.Empty(OfficialJsonSchemas.Errors(OfficialJsonSchemas.Structure1, bytes));
        Assert.Equal(
            PrintedStructures.Print(artefacts.Where(one => one is not RepresentationMap).Select(WithoutXhtml)),
            PrintedStructures.Print(StructureJsonReader.Read(new MemoryStream(bytes))));
    }

    [Fact]
    public void Sample_of_every_kind_is_valid_and_reads_back_in_2_0()
    {
        var artefacts = Artefacts();
        var bytes = Written(artefacts, JsonVersion.V2);

        Assert.Empty(OfficialJsonSchemas.Errors(OfficialJsonSchemas.Structure2, bytes));
        Assert.Equal(
            PrintedStructures.Print(artefacts.Select(WithoutXhtml).SelectMany(AsIn2)),
            PrintedStructures.Print(StructureJsonReader.Read(new MemoryStream(bytes))));
    }

    [Fact]
    public void Random_structures_read_back_as_they_were()
    {
        Property.Holds(TestCounts.Properties * 2, random =>
        {
            var artefacts = RandomStructures.Of(random);

            Assert.Equal(PrintedStructures.Print(artefacts), PrintedStructures.Print(StructureJsonReader.Read(new MemoryStream(Written(artefacts, JsonVersion.V1)))));
            Assert.Equal(
                PrintedStructures.Print(artefacts.SelectMany(AsIn2)),
                PrintedStructures.Print(StructureJsonReader.Read(new Xml.NetworkStream(Written(artefacts, JsonVersion.V2), random.Next(1, 2000)))));
        });
    }

    [Fact]
    public void Random_structures_are_valid()
    {
        Property.Holds(Math.Max(20, TestCounts.Properties / 2), random =>
        {
            var artefacts = RandomStructures.Of(random);

            Valid(Written(artefacts, JsonVersion.V1), OfficialJsonSchemas.Structure1);

            // Providers of 3.0 are of schemes in one version.
            Valid(
                Written([.. artefacts.Select(one => one is ProvisionAgreement agreement ? agreement with { Provider = agreement.Provider with { Scheme = agreement.Provider.Scheme with { Version = "1.0" } } } : one)], JsonVersion.V2),
                OfficialJsonSchemas.Structure2);
        });
    }

    [Fact]
    public void Stubs_and_partial_schemes_are_valid_and_read_back()
    {
        var set = Set();
        foreach (var detail in new[] { StructureDetail.AllStubs, StructureDetail.AllCompleteStubs, StructureDetail.ReferencePartial })
        {
            var found = set.Query(new() { Versions = [VersionSelection.All], Detail = detail });
            Valid(Written(found, JsonVersion.V1), OfficialJsonSchemas.Structure1);
            Valid(Written(found, JsonVersion.V2), OfficialJsonSchemas.Structure2);
            var read = StructureJsonReader.Read(new MemoryStream(Written(found, JsonVersion.V1)));

            Assert.Equal(found.Where(one => one is not RepresentationMap).Select(one => one.IsStub).Order(), read.Select(one => one.IsStub).Order());
        }

        var items = set.Query(new() { Types = [StructureType.CodeList], Ids = ["CL_AREA"], Items = ["HND"], Versions = [VersionSelection.All] });
        Assert.True(Assert.IsType<ItemScheme>(Assert.Single(StructureJsonReader.Read(new MemoryStream(Written(items, JsonVersion.V2))), one => one.Agency == Agency)).IsPartial);
    }

    [Fact]
    public void Everything_that_has_a_name_carries_it()
    {
        foreach (var (version, urns) in new[]
        {
            (JsonVersion.V1, (string[])["codelist.Code=PERIPLO:CL_AREA(1.0).GTM", "categoryscheme.Category=PERIPLO:THEMES(1.0).POP.STOCK.BIRTH", "datastructure.Dimension=PERIPLO:DSD_STOCK(1.0).SEX", "datastructure.PrimaryMeasure=PERIPLO:DSD_STOCK(1.0).OBS_VALUE", "registry.ContentConstraint=PERIPLO:CR_STOCK(1.0)", "codelist.HierarchicalCode=PERIPLO:HCL_AREA(1.0).M49.W.CA.GTM"]),
            (JsonVersion.V2, ["conceptscheme.Concept=PERIPLO:CONCEPTS(1.0).FREQ", "datastructure.Measure=PERIPLO:DSD_STOCK(1.0).OBS_VALUE", "registry.DataConstraint=PERIPLO:CR_STOCK(1.0)", "codelist.Hierarchy=PERIPLO:HCL_AREA_M49(1.0)", "structuremapping.RepresentationMap=PERIPLO:MAP_AREA(1.0)"]),
        })
        {
            var text = Encoding.UTF8.GetString(Written(Artefacts(), version));
            Assert.All(urns, urn => Assert.Contains($"\"rel\":\"self\",\"urn\":\"urn:sdmx:org.sdmx.infomodel.{urn}\"", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Names_are_in_the_best_language_and_in_all_held()
    {
        using var document = JsonDocument.Parse(Written(Artefacts(), JsonVersion.V2, "fr", "es"));
        var list = document.RootElement.GetProperty("data").GetProperty("codelists").EnumerateArray().First(one => one.GetProperty("id").GetString() == "CL_SEX");

        Assert.Equal("Sex (es)", list.GetProperty("name").GetString());
        Assert.Equal("""{"en":"Sex","es":"Sex (es)"}""", list.GetProperty("names").GetRawText());
        Assert.Equal("""["es","en"]""", document.RootElement.GetProperty("meta").GetProperty("contentLanguages").GetRawText());
    }

    [Fact]
    public void Availability_has_counts_as_annotations_and_in_2_0_as_properties_too()
    {
        var constraint = new ContentConstraint(Agency, "CA", "1.0", Text("n"), true, [To(StructureType.Dataflow, "DF_STOCK")], [new("SEX", ["F"])])
        {
            Annotations = [new("sdmx_metrics", "48", "obs_count"), new("sdmx_metrics", "7", "series_count")],
            ReferencePeriod = (TimePeriod.OfYear(1990), TimePeriod.OfYear(2024)),
        };
        var (one, two) = (Encoding.UTF8.GetString(Written([constraint], JsonVersion.V1)), Encoding.UTF8.GetString(Written([constraint], JsonVersion.V2)));

        Assert.Contains("\"referencePeriod\":{\"startTime\":\"1990-01-01T00:00:00Z\",\"endTime\":\"2024-12-31T23:59:59Z\"}", one, StringComparison.Ordinal);
        Assert.Contains("\"obsCount\":48,\"seriesCount\":7", two, StringComparison.Ordinal);
        Assert.Contains("{\"id\":\"TIME_PERIOD\",\"timeRange\":{\"startPeriod\":{\"period\":\"1990\",\"isInclusive\":true},\"endPeriod\":{\"period\":\"2024\",\"isInclusive\":true}}}", two, StringComparison.Ordinal);
        Valid(Encoding.UTF8.GetBytes(one), OfficialJsonSchemas.Structure1);
        Valid(Encoding.UTF8.GetBytes(two), OfficialJsonSchemas.Structure2);
    }

    [Fact]
    public void Messages_of_other_agencies_are_read()
    {
        var read = StructureJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("""
            {"data":{"unknownThings":[{"id":1}],"codelists":[{"codes":[{"name":"Two","parent":"1","id":"2"},{"id":"1","names":{"fr":"Un"},"name":"One"}],"agencyID":"A","id":"CL","isExternalReference":false,"annotations":[{"value":"v","type":"t"}]}],
            "hierarchicalCodelists":[{"id":"H","agencyID":"A","hierarchies":[{"id":"X","name":"x","hierarchicalCodes":[{"id":"a","codeID":"1","codelistAliasRef":"L","hierarchicalCodes":[{"id":"b","codelistAliasRef":"L","codeID":"2"}]}]}],"includedCodelists":{"L":"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:CL(1.0)"}}],
            "dataStructures":[{"id":"D","agencyID":"A","version":"2.1","dataStructureComponents":{
              "attributeList":{"attributes":[{"id":"AT","conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).AT","attributeRelationship":{"group":"G"},"assignmentStatus":"Mandatory"},{"conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).T","attributeRelationship":{"dimensions":["B","TIME_PERIOD"]}}]},
              "groups":[{"id":"G","groupDimensions":["A"]}],
              "dimensionList":{"timeDimensions":[{"id":"TIME_PERIOD","conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).TIME","localRepresentation":{"textFormat":{"textType":"GregorianYear"}}}],
              "measureDimensions":[{"id":"M","position":1,"conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).M","localRepresentation":{"enumeration":"urn:sdmx:org.sdmx.infomodel.conceptscheme.ConceptScheme=A:CS(1.0)"}}],
              "dimensions":[{"id":"B","position":2,"conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).B","localRepresentation":{"enumeration":"urn:sdmx:org.sdmx.infomodel.codelist.ValueList=A:VL(1.0)"}},{"id":"A","position":0,"conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).A"}]},
              "measureList":{"primaryMeasure":{"conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).V"}}}}],
            "representationMaps":[{"id":"R","agencyID":"A","source":[{"dataType":"String"}],"target":[{"codelist":"urn:sdmx:org.sdmx.infomodel.codelist.Codelist=A:CL(1.0)"}],"representationMappings":[]}],
            "dataConstraints":[{"id":"K","agencyID":"A","role":"Allowed","cubeRegions":[{"include":true,"keyValues":[{"id":"A","values":["1",{"value":"2"}]},{"id":"B","values":[{"value":"3","cascadeValues":true}]}]},{"include":false,"keyValues":[{"id":"A","values":["9"]}]}]}]},
            "meta":{"contentLanguages":["fr"]}}
            """)));

        var list = Assert.IsType<ItemScheme>(read[0]);
        Assert.Equal(("1.0", "1", "Two", "Un"), (list.Version, list.Items[0].Parent, list.Items[0].Name.In("en"), list.Items[1].Name.In("fr")));
        Assert.Equal(new Annotation("t", "v"), Assert.Single(list.Annotations));
        var code = Assert.IsType<HierarchicalCodeList>(read[1]).Hierarchies[0].Codes[0];
        Assert.Equal((To(StructureType.CodeList, "CL", "A"), "1", "2"), (code.CodeList, code.Code, code.Children[0].Code));
        var structure = Assert.IsType<StructureDefinition>(read[2]);
        Assert.Equal(["A", "M", "B"], structure.Dimensions.Select(one => one.Id));
        Assert.Equal(1, structure.MeasureDimension);
        Assert.Equal(new TextFormat(), structure.Dimensions[2].Format);
        Assert.Equal(new TextFormat("GregorianYear"), structure.Time!.Format);
        Assert.Equal("OBS_VALUE", Assert.Single(structure.Measures).Id);
        Assert.Equal((Attachment.Series, true, "G", "A"), (structure.Attributes[0].Attachment, structure.Attributes[0].Mandatory, structure.Attributes[0].Group, Assert.Single(structure.Attributes[0].Dimensions)));
        Assert.Equal(("T", Attachment.Observation), (structure.Attributes[1].Component.Id, structure.Attributes[1].Attachment));
        var constraint = Assert.IsType<ContentConstraint>(read[3]);
        Assert.False(constraint.IsActual);
        Assert.Empty(constraint.Region);
        Assert.Equal(4, read.Count);
    }

    [Theory]
    [InlineData("[]", DataRules.BadForm)]
    [InlineData("{}", StructureRules.NotStructures)]
    [InlineData("{\"data\":{\"dataSets\":[],\"structure\":{}}}", StructureRules.NotStructures)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":\"X\"}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"codelists\":[{\"agencyID\":\"X\"}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":\"X\",\"id\":\"X\",\"agencyID\":\"A\"}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":5,\"agencyID\":\"A\"}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":\"X\",\"agencyID\":\"A\",\"codes\":[{\"id\":\"1\"},{\"id\":\"1\"}]}]}}", StructureRules.DuplicateItem)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":\"X\",\"agencyID\":\"A\",\"codes\":[{}]}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":\"X\",\"agencyID\":\"A\",\"validFrom\":\"soon\"}]}}", StructureRules.BadDate)]
    [InlineData("{\"data\":{\"codelists\":[{\"id\":\"X\",\"agencyID\":\"A\",\"names\":{\"en\":\"a\",\"en\":\"b\"}}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"dataflows\":[{\"id\":\"X\",\"agencyID\":\"A\",\"structure\":\"urn:sdmx:X\"}]}}", StructureRules.BadReference)]
    [InlineData("{\"data\":{\"categorisations\":[{\"id\":\"X\",\"agencyID\":\"A\"}]}}", StructureRules.BadReference)]
    [InlineData("{\"data\":{\"provisionAgreements\":[{\"id\":\"X\",\"agencyID\":\"A\"}]}}", StructureRules.BadReference)]
    [InlineData("{\"data\":{\"dataStructures\":[{\"id\":\"X\",\"agencyID\":\"A\",\"dataStructureComponents\":{\"dimensionList\":{\"dimensions\":[{\"id\":\"D\"}]}}}]}}", StructureRules.BadReference)]
    [InlineData("{\"data\":{\"hierarchies\":[{\"id\":\"X\",\"agencyID\":\"A\",\"hierarchicalCodes\":[{\"id\":\"1\"}]}]}}", StructureRules.BadReference)]
    [InlineData("{\"data\":{\"dataConstraints\":[{\"id\":\"X\",\"agencyID\":\"A\",\"cubeRegions\":[{\"keyValues\":[{}]}]}]}}", DataRules.BadForm)]
    [InlineData("{\"data\":{\"codelists\":[", DataRules.NotJson)]
    [InlineData("{\"data\":{}}x", DataRules.NotJson)]
    [InlineData("{\"errors\":[{\"code\":100,\"title\":\"No results\"}]}", DataRules.ErrorMessage)]
    public void Wrong_message_is_refused_with_rule_and_line(string text, string rule)
    {
        var error = Assert.Throws<SdmxFormatException>(() => StructureJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal((rule, 1), (error.Rule, error.Line));
        Assert.True(error.Column >= 1 && error.Detail.Length > 0);
    }

    [Fact]
    public void Categories_and_codes_may_not_stand_in_each_other_without_end()
    {
        foreach (var open in new[] { "{\"data\":{\"categorySchemes\":[{\"categories\":[", "{\"data\":{\"hierarchies\":[{\"hierarchicalCodes\":[", "{\"data\":{\"metadataStructures\":[{\"metadataStructureComponents\":{\"metadataAttributeList\":{\"metadataAttributes\":[" })
        {
            var member = open[(open.LastIndexOf('{') + 1)..];
            var text = open + string.Concat(Enumerable.Repeat("{" + member, 10_000));

            Assert.Equal(DataRules.TooLarge, Assert.Throws<SdmxFormatException>(() => StructureJsonReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Rule);
        }
    }

    [Fact]
    public void Large_list_is_read_and_written_from_a_network_in_little_memory()
    {
        const int Count = 200_000;
        var list = new ItemScheme(StructureType.CodeList, Agency, "CL", "1.0", Text("n"), [.. Enumerable.Range(0, Count).Select(i => new Item($"C{i}", new(("en", $"Code {i}"))))]);
        var bytes = Written([list], JsonVersion.V2);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var read = Assert.IsType<ItemScheme>(Assert.Single(StructureJsonReader.Read(new Xml.NetworkStream(bytes, 20_000))));

        Assert.Equal(Count, read.Items.Count);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < Count * 1000L);
    }

    [Fact]
    public void Damaged_messages_give_structures_that_can_be_used_or_say_where_they_are_wrong()
    {
        var originals = new[] { Written(Artefacts(), JsonVersion.V1), Written(Artefacts(), JsonVersion.V2) };
        Property.HoldsOnAllCores(TestCounts.SdmxMessages / 5, random =>
        {
            var original = random.Next(2) == 0 ? Written(RandomStructures.Of(random), random.Next(2) == 0 ? JsonVersion.V1 : JsonVersion.V2) : originals[random.Next(2)];
            IReadOnlyList<Artefact> read;
            try
            {
                read = StructureJsonReader.Read(new MemoryStream(Mutation.Of(original, random)));
            }
            catch (SdmxFormatException error)
            {
                Assert.True(error.Line >= 1 && error.Rule.Length > 0 && error.Detail.Length > 0);
                return;
            }

            var set = new StructureSet(read);
            foreach (var artefact in read)
                set.Resolve(artefact.Reference);
            Written(read, JsonVersion.V1);
            Written(read, JsonVersion.V2);
        });
    }

    private static byte[] Written(IReadOnlyList<Artefact> artefacts, JsonVersion version, params string[] languages)
    {
        var stream = new MemoryStream();
        StructureJsonWriter.Write(stream, Header, artefacts, version, languages is [] ? ["en"] : languages);
        return stream.ToArray();
    }

    private static void Valid(byte[] bytes, string schema)
    {
        var errors = OfficialJsonSchemas.Errors(schema, bytes);

        Assert.True(errors is [], string.Join('\n', [.. errors.Take(5), Encoding.UTF8.GetString(bytes)]));
    }

    /// <summary>The sample has a concept of a type that is none of simple components, which is then a text.</summary>
    private static Artefact WithoutXhtml(Artefact artefact) => artefact is ItemScheme scheme
        ? scheme with { Items = [.. scheme.Items.Select(item => item.Format is { Type: "XHTML" } format ? item with { Format = format with { Type = "String" } } : item)] }
        : artefact;

    /// <summary>What 2.0 makes of an artefact: see the remarks of the writer.</summary>
    private static IEnumerable<Artefact> AsIn2(Artefact artefact) => artefact switch
    {
        ProvisionAgreement { Dataflow.Type: StructureType.Metadataflow } => [],
        HierarchicalCodeList { Hierarchies: [] } list => [list with { IsFinal = false, Hierarchies = [new(list.Id, list.Name, [])] }],
        HierarchicalCodeList { Hierarchies: [var only] } list => [list with { IsFinal = false, Hierarchies = [new(list.Id, list.Name, only.Codes)] }],
        HierarchicalCodeList list => list.Hierarchies.Select(one => list with
        {
            IsFinal = false,
            Id = $"{list.Id}_{one.Id}",
            Name = one.Name,
            Hierarchies = [new($"{list.Id}_{one.Id}", one.Name, one.Codes)],
        }),
        ContentConstraint constraint => [constraint with
        {
            IsFinal = false,
            Attachments = [.. constraint.Attachments.Where(one => one.Type is not (StructureType.Metadataflow or StructureType.MetadataStructure)).Distinct()],
        }],
        StructureDefinition structure => [structure with
        {
            IsFinal = false,
            MeasureDimension = -1,
            Dimensions = [.. structure.Dimensions.Select(one => one.CodeList is { Type: StructureType.ConceptScheme } ? one with { CodeList = null } : one)],
        }],
        _ => [artefact with { IsFinal = false }],
    };
}
