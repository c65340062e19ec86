using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class V1QueriesTests
{
    [Fact]
    public void Structures_default_from_the_right_to_all_in_the_latest_version()
    {
        var query = Structures("/dataflow");
        Assert.Equal([StructureType.Dataflow], query.Types);
        Assert.Empty(query.Agencies);
        Assert.Empty(query.Ids);
        Assert.Empty(query.Items);
        Assert.Equal([VersionSelection.Latest], query.Versions);
        Assert.Equal((StructureDetail.Full, RelatedStructures.None), (query.Detail, query.References));
        foreach (var same in (string[])["/dataflow/", "/dataflow/all", "/dataflow/all/all", "/dataflow/all/all/latest", "/dataflow/all/all/latest?detail=full&references=none"])
            Assert.Equivalent(query, Structures(same), strict: true);
    }

    [Theory]
    [InlineData("/codelist/A+B/CL_X+CL_Y/1.0+2.0/F+M")]
    [InlineData("/codelist/A%2BB/CL_X%2bCL_Y/1.0%2B2.0/F%2BM")]
    public void Plus_is_or_escaped_or_not(string address)
    {
        var query = Structures(address);
        Assert.Equal(["A", "B"], query.Agencies);
        Assert.Equal(["CL_X", "CL_Y"], query.Ids);
        Assert.Equal([VersionSelection.Exactly("1.0"), VersionSelection.Exactly("2.0")], query.Versions);
        Assert.Equal(["F", "M"], query.Items);
    }

    [Fact]
    public void Version_is_all_latest_or_exact()
    {
        Assert.Equal([VersionSelection.All], Structures("/codelist/A/B/all").Versions);
        Assert.Equal([VersionSelection.Latest], Structures("/codelist/A/B/latest").Versions);
        Assert.Equal([VersionSelection.Exactly("1.10")], Structures("/codelist/A/B/1.10").Versions);
        Refused("/codelist/A/B/newest");
        Refused("/codelist/A/B/~");
    }

    [Theory]
    [InlineData("datastructure", StructureType.DataStructure)]
    [InlineData("dataflow", StructureType.Dataflow)]
    [InlineData("codelist", StructureType.CodeList)]
    [InlineData("conceptscheme", StructureType.ConceptScheme)]
    [InlineData("categoryscheme", StructureType.CategoryScheme)]
    [InlineData("categorisation", StructureType.Categorisation)]
    [InlineData("agencyscheme", StructureType.AgencyScheme)]
    [InlineData("contentconstraint", StructureType.ContentConstraint)]
    [InlineData("actualconstraint", StructureType.ContentConstraint)]
    [InlineData("allowedconstraint", StructureType.ContentConstraint)]
    [InlineData("dataproviderscheme", StructureType.DataProviderScheme)]
    [InlineData("provisionagreement", StructureType.ProvisionAgreement)]
    [InlineData("hierarchicalcodelist", StructureType.HierarchicalCodeList)]
    [InlineData("metadatastructure", StructureType.MetadataStructure)]
    [InlineData("metadataflow", StructureType.Metadataflow)]
    [InlineData("organisationscheme", StructureType.AgencyScheme, StructureType.DataProviderScheme)]
    public void Resource_is_a_kind_of_structure(string name, params StructureType[] types)
    {
        var query = Structures($"/{name}");
        Assert.Equal(types, query.Types);
        Assert.Equal(name == "actualconstraint" ? true : name == "allowedconstraint" ? false : null, query.ActualConstraints);
    }

    [Fact]
    public void Structure_is_any_kind_that_the_version_knows()
    {
        Assert.Equal(Enum.GetValues<StructureType>().Except([StructureType.RepresentationMap]), Structures("/structure/all/all/all").Types);
    }

    [Theory]
    [InlineData("dataconsumerscheme")]
    [InlineData("organisationunitscheme")]
    [InlineData("reportingtaxonomy")]
    [InlineData("structureset")]
    [InlineData("process")]
    [InlineData("attachmentconstraint")]
    [InlineData("transformationscheme")]
    [InlineData("vtlmappingscheme")]
    public void Kind_that_is_never_held_is_not_found(string name)
    {
        Refused($"/{name}/all/all/all", 100, 404);
    }

    [Theory]
    [InlineData("full", StructureDetail.Full)]
    [InlineData("allstubs", StructureDetail.AllStubs)]
    [InlineData("referencestubs", StructureDetail.ReferenceStubs)]
    [InlineData("allcompletestubs", StructureDetail.AllCompleteStubs)]
    [InlineData("referencecompletestubs", StructureDetail.ReferenceCompleteStubs)]
    [InlineData("referencepartial", StructureDetail.ReferencePartial)]
    public void Detail_of_structures_is_read(string word, StructureDetail detail)
    {
        Assert.Equal(detail, Structures($"/dataflow?detail={word}").Detail);
    }

    [Theory]
    [InlineData("none", RelatedStructures.None)]
    [InlineData("parents", RelatedStructures.Parents)]
    [InlineData("parentsandsiblings", RelatedStructures.ParentsAndSiblings)]
    [InlineData("children", RelatedStructures.Children)]
    [InlineData("descendants", RelatedStructures.Descendants)]
    [InlineData("all", RelatedStructures.All)]
    public void References_are_read(string word, RelatedStructures related)
    {
        Assert.Equal(related, Structures($"/dataflow?references={word}").References);
        Assert.Empty(Structures($"/dataflow?references={word}").ReferenceTypes);
    }

    [Fact]
    public void References_may_be_a_kind()
    {
        var query = Structures("/dataflow?references=codelist");
        Assert.Equal(RelatedStructures.None, query.References);
        Assert.Equal([StructureType.CodeList], query.ReferenceTypes);
        Assert.Empty(Structures("/dataflow?references=process").ReferenceTypes);
    }

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/Dataflow")]
    [InlineData("/dataflow/A/B/1.0/C")]
    [InlineData("/codelist/A/B/1.0/C/D")]
    [InlineData("/codelist/A B/C")]
    [InlineData("/codelist/A++B/C")]
    [InlineData("/codelist/<script>/C")]
    [InlineData("/codelist/A/%27")]
    [InlineData("/dataflow?detail=everything")]
    [InlineData("/dataflow?detail=")]
    [InlineData("/dataflow?Detail=full")]
    [InlineData("/dataflow?detail=full&detail=full")]
    [InlineData("/dataflow?references=ancestors")]
    [InlineData("/dataflow?references=nonsense")]
    [InlineData("/dataflow?startPeriod=2020")]
    [InlineData("/dataflow?%C3%28=1")]
    [InlineData("/dataflow/%FF")]
    [InlineData("/dataflow/%zz")]
    [InlineData("/dataflow/%4")]
    [InlineData("/dataflow/%00")]
    [InlineData("/dataflow/%ED%A0%80")]
    public void Malformed_query_for_structures_is_a_syntax_error(string address)
    {
        Refused(address);
    }

    [Fact]
    public void Empty_path_is_not_found()
    {
        Refused("/", 100, 404);
        Refused("", 100, 404);
    }

    [Fact]
    public void Flow_has_up_to_three_parts()
    {
        Check("/data/DF", [], ["DF"], VersionSelection.Latest);
        Check("/data/AG,DF", ["AG"], ["DF"], VersionSelection.Latest);
        Check("/data/AG,DF,1.0", ["AG"], ["DF"], VersionSelection.Exactly("1.0"));
        Check("/data/all,DF,latest", [], ["DF"], VersionSelection.Latest);
        Check("/data/ALL,DF,LATEST", [], ["DF"], VersionSelection.Latest);
        Check("/data/OECD.ELS.IMD%2CDSD_MIG@DF_MIG%2C1.0", ["OECD.ELS.IMD"], ["DSD_MIG@DF_MIG"], VersionSelection.Exactly("1.0"));
        Refused("/data");
        Refused("/data/AG,DF,1.0,X");
        Refused("/data/AG,,1.0");
        Refused("/data/AG,DF,");

        static void Check(string address, string[] agencies, string[] ids, VersionSelection version)
        {
            var flow = Data(address).Flow;
            Assert.Equal([StructureType.Dataflow], flow.Contexts);
            Assert.Equal(agencies, flow.Agencies);
            Assert.Equal(ids, flow.Ids);
            Assert.Equal([version], flow.Versions);
        }
    }

    [Theory]
    [InlineData("/data/DF", null)]
    [InlineData("/data/DF/", null)]
    [InlineData("/data/DF/all", null)]
    [InlineData("/data/DF/all/all", null)]
    [InlineData("/data/DF/A.DE.TR+SO._T._T", "A|DE|TR+SO|_T|_T")]
    [InlineData("/data/DF/A.DE.TR%2BSO._T._T", "A|DE|TR+SO|_T|_T")]
    [InlineData("/data/DF/A...F.", "A|||F|")]
    [InlineData("/data/DF/....", "||||")]
    [InlineData("/data/DF/A", "A")]
    public void Key_has_positions_of_codes(string address, string? key)
    {
        var keys = Data(address).Query.Keys;
        Assert.Equal(key, keys.Count == 0 ? null : string.Join('|', Assert.Single(keys).Positions.Select(codes => string.Join('+', codes))));
    }

    [Fact]
    public void Key_with_nothing_between_pluses_is_a_syntax_error()
    {
        Refused("/data/DF/A.DE+.F");
        Refused("/data/DF/A.DE++TR.F");
        Refused("/data/DF/A.+.F");
    }

    [Fact]
    public void Providers_are_read()
    {
        Assert.Empty(Data("/data/DF/all/all").Query.Providers);
        Assert.Equal([new("", "P")], Data("/data/DF/all/P").Query.Providers);
        Assert.Equal([new("AG", "P")], Data("/data/DF/all/AG,P").Query.Providers);
        Assert.Equal([new("", "P")], Data("/data/DF/all/all,P").Query.Providers);
        Assert.Equal([new("", "A"), new("X", "B")], Data("/data/DF/all/A+X,B").Query.Providers);
        Refused("/data/DF/all/A,B,C");
        Refused("/data/DF/all/A/B");
    }

    [Fact]
    public void Parameters_of_data_are_read()
    {
        var query = Data("/data/DF/all?startPeriod=2015-Q2&endPeriod=2020-12-31&updatedAfter=2009-05-15T14%3A15%3A00%2B01%3A00&firstNObservations=2&lastNObservations=3&dimensionAtObservation=AllDimensions&detail=dataonly&includeHistory=true&format=csv");
        Assert.Equal(("2015-Q2", "2020-12-31"), (query.Query.From.ToString(), query.Query.To.ToString()));
        Assert.Equal(new DateTimeOffset(2009, 5, 15, 13, 15, 0, TimeSpan.Zero), query.Query.UpdatedAfter);
        Assert.Equal((2, 3), (query.Query.First, query.Query.Last));
        Assert.Equal("AllDimensions", query.Query.DimensionAtObservation);
        Assert.Equal(DataDetail.DataOnly, query.Query.Detail);
        Assert.True(query.Query.IncludeHistory);
        Assert.Equal("csv", query.Format);
        Assert.Equivalent(new DataQuery(), Data("/data/DF").Query, strict: true);
    }

    [Fact]
    public void Moment_with_a_bare_plus_keeps_it()
    {
        Assert.Equal(new DateTimeOffset(2009, 5, 15, 13, 15, 0, TimeSpan.Zero), Data("/data/DF?updatedAfter=2009-05-15T14:15:00+01:00").Query.UpdatedAfter);
    }

    [Theory]
    [InlineData("firstNObservations=0")]
    [InlineData("firstNObservations=-1")]
    [InlineData("lastNObservations=1.5")]
    [InlineData("lastNObservations=many")]
    [InlineData("lastNObservations=")]
    [InlineData("detail=all")]
    [InlineData("includeHistory=yes")]
    [InlineData("startPeriod=2015-Q5")]
    [InlineData("startPeriod=yesterday")]
    [InlineData("endPeriod=2015-13")]
    [InlineData("updatedAfter=2015-02-30")]
    [InlineData("updatedAfter=now")]
    [InlineData("startperiod=2015")]
    [InlineData("c[FREQ]=A")]
    [InlineData("asOf=2020")]
    [InlineData("limit=10")]
    [InlineData("callback=x")]
    public void Wrong_parameter_of_data_is_a_syntax_error(string parameter)
    {
        Refused($"/data/DF/all?{parameter}");
    }

    [Fact]
    public void Count_larger_than_any_is_all()
    {
        Assert.Equal(int.MaxValue, Data("/data/DF?lastNObservations=99999999999999999999").Query.Last);
    }

    [Fact]
    public void Availability_is_read()
    {
        var request = Assert.IsType<AvailabilityRequest>(Parse("/availableconstraint/AG,DF,1.0/A..F/P/SEX+TIME_PERIOD?mode=available&references=codelist&startPeriod=2010&endPeriod=2020&updatedAfter=2015"));
        Assert.False(request.Exact);
        Assert.Equal(["SEX", "TIME_PERIOD"], request.Components);
        Assert.Equal([StructureType.CodeList], request.References);
        Assert.Equal(("2010", "2020"), (request.Data.Query.From.ToString(), request.Data.Query.To.ToString()));
        Assert.Equal(["AG"], request.Data.Flow.Agencies);
        Assert.Equal(3, request.Data.Query.Keys[0].Positions.Count);
        var plain = Assert.IsType<AvailabilityRequest>(Parse("/availableconstraint/DF"));
        Assert.True(plain.Exact);
        Assert.Empty(plain.Components);
        Assert.Empty(plain.References);
        Assert.Equal(5, Assert.IsType<AvailabilityRequest>(Parse("/availableconstraint/DF/all/all/all?references=all")).References.Count);
        Refused("/availableconstraint/DF?mode=both");
        Refused("/availableconstraint/DF?references=parents");
        Refused("/availableconstraint/DF?lastNObservations=1");
        Refused("/availableconstraint");
        Refused("/availableconstraint/DF/all/all/all/all");
    }

    [Fact]
    public void Schema_is_read()
    {
        var request = Assert.IsType<SchemaRequest>(Parse("/schema/dataflow/AG/DF/1.0?dimensionAtObservation=SEX"));
        Assert.Equal([StructureType.Dataflow], request.Flow.Contexts);
        Assert.Equal(["AG"], request.Flow.Agencies);
        Assert.Equal("SEX", request.DimensionAtObservation);
        Assert.Equal([StructureType.DataStructure], Assert.IsType<SchemaRequest>(Parse("/schema/datastructure/AG/DSD?explicitMeasure=false")).Flow.Contexts);
        Refused("/schema/codelist/AG/CL");
        Refused("/schema");
        Refused("/schema/dataflow/AG");
        Refused("/schema/metadataflow/AG/M", 501, 501);
    }

    [Fact]
    public void Reports_are_asked_for_by_their_flow()
    {
        var request = Assert.IsType<MetadataRequest>(Parse("/metadata/AG,MDF,1.0/all/all"));
        Assert.Equal([StructureType.Metadataflow], request.Metadataflow.Contexts);
        Assert.Equal(["MDF"], request.Metadataflow.Ids);
        Assert.Empty(request.About.Ids);
        Refused("/metadata/MDF/A.DE", 501, 501);
        Refused("/metadata/MDF/all/P", 501, 501);
        Refused("/metadata");
    }

    [Fact]
    public void Long_key_is_read_and_a_longer_address_refused()
    {
        var codes = string.Join('+', Enumerable.Range(0, 3_000).Select(i => $"{i:000}"));
        Assert.Equal(3_000, Data($"/data/DF/A.{codes}").Query.Keys[0].Positions[1].Count);
        Refused($"/data/DF/A.{new string('X', 17_000)}", 414, 414);
    }

    private static SdmxRequest Parse(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return V1Queries.Parse(query < 0 ? address : address[..query], query < 0 ? null : address[query..]);
    }

    private static StructureQuery Structures(string address) => Assert.IsType<StructureRequest>(Parse(address)).Query;

    private static DataRequest Data(string address) => Assert.IsType<DataRequest>(Parse(address));

    private static void Refused(string address, int code = 140, int status = 400)
    {
        var error = Assert.Throws<SdmxQueryException>(() => Parse(address));
        Assert.Equal((code, status), (error.Code, error.Status));
        Assert.EndsWith(".", error.Detail, StringComparison.Ordinal);
    }
}
