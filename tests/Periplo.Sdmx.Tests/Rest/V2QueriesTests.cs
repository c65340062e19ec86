using Periplo.Sdmx.Rest;
using Periplo.Sdmx.Structures;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class V2QueriesTests
{
    [Fact]
    public void Structures_default_from_the_right_to_all_in_the_latest_version()
    {
        var query = Structures("/structure");
        Assert.Equal(Enum.GetValues<StructureType>(), query.Types);
        Assert.Equal([VersionSelection.Latest], query.Versions);
        foreach (var same in (string[])["/structure/*", "/structure/*/*", "/structure/*/*/*/~", "/structure/*/*/*/%7E?references=none"])
            Assert.Equivalent(query, Structures(same), strict: true);
    }

    [Fact]
    public void Comma_is_or()
    {
        var query = Structures("/structure/codelist/A,B/CL_X,CL_Y/1.0,2.0.0/F,M?references=children,dataflow&detail=raw&asOf=2024-01-01");
        Assert.Equal(["A", "B"], query.Agencies);
        Assert.Equal(["CL_X", "CL_Y"], query.Ids);
        Assert.Equal([VersionSelection.Exactly("1.0"), VersionSelection.Exactly("2.0.0")], query.Versions);
        Assert.Equal(["F", "M"], query.Items);
        Assert.Equal(RelatedStructures.Children, query.References);
        Assert.Equal([StructureType.Dataflow], query.ReferenceTypes);
        Assert.Equal(StructureDetail.Raw, query.Detail);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), query.AsOf);
        Assert.Equal(RelatedStructures.Ancestors, Structures("/structure/codelist?references=ancestors").References);
    }

    [Theory]
    [InlineData("hierarchy", StructureType.HierarchicalCodeList)]
    [InlineData("dataconstraint", StructureType.ContentConstraint)]
    [InlineData("representationmap", StructureType.RepresentationMap)]
    [InlineData("provisionagreement", StructureType.ProvisionAgreement)]
    public void Kinds_have_their_names_of_3_0(string name, StructureType type)
    {
        Assert.Equal([type], Structures($"/structure/{name}").Types);
    }

    [Theory]
    [InlineData("~")]
    [InlineData("+")]
    [InlineData("%2B")]
    [InlineData("*")]
    [InlineData("1.0.0")]
    [InlineData("2.3.+")]
    [InlineData("2.3+.0")]
    [InlineData("1.~")]
    public void Versions_are_read(string version)
    {
        Assert.True(VersionSelection.TryParseV2(version.Replace("%2B", "+", StringComparison.Ordinal), out var expected));
        Assert.Equal($"{expected}", $"{Assert.Single(Structures($"/structure/codelist/A/B/{version}").Versions)}");
        Assert.Equal($"{expected}", $"{Assert.Single(Data($"/data/dataflow/A/B/{version}/*").Flow.Versions)}");
    }

    [Theory]
    [InlineData("+.2.3")]
    [InlineData("*.*")]
    [InlineData("latest")]
    [InlineData("1.0,")]
    public void Malformed_version_is_a_syntax_error(string version)
    {
        Refused($"/structure/codelist/A/B/{version}");
    }

    [Theory]
    [InlineData("/structure/valuelist")]
    [InlineData("/structure/process/*/*/*")]
    public void Kind_that_is_never_held_gives_nothing(string address)
    {
        Refused(address, 100, 204);
    }

    [Theory]
    [InlineData("/structure/nonsense")]
    [InlineData("/structure/actualconstraint")]
    [InlineData("/structure/dataflow/A/B/~/C")]
    [InlineData("/structure/codelist/A/B/~/C/D")]
    [InlineData("/codelist/A/B")]
    [InlineData("/data/codelist/A/B")]
    [InlineData("/data/dataflow/A/B/~/*/X")]
    [InlineData("/data/dataflow/A/B?startPeriod=2020")]
    [InlineData("/data/dataflow/A/B?endPeriod=2020")]
    [InlineData("/data/dataflow/A/B?detail=full")]
    [InlineData("/data/dataflow/A/B/~/A.DE+TR")]
    [InlineData("/data/dataflow/A/B/~/A.DE,,A.TR")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=A&c[FREQ]=M")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=A&c%5BFREQ%5D=M")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=A,,M")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=A+")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=xx:A")]
    [InlineData("/data/dataflow/A/B?c[FREQ]=ge:")]
    [InlineData("/data/dataflow/A/B?c[]=A")]
    [InlineData("/data/dataflow/A/B?c[A B]=A")]
    [InlineData("/data/dataflow/A/B?c=A")]
    [InlineData("/data/dataflow/A/B?c[TIME_PERIOD]=ge:soon")]
    [InlineData("/data/dataflow/A/B?limit=0")]
    [InlineData("/data/dataflow/A/B?offset=-1")]
    [InlineData("/data/dataflow/A/B?sort=FREQ:up")]
    [InlineData("/data/dataflow/A/B?sort=FREQ:asc:desc")]
    [InlineData("/data/dataflow/A/B?measures=all,OBS_VALUE")]
    [InlineData("/data/dataflow/A/B?attributes=a b")]
    [InlineData("/schema/dataflow")]
    [InlineData("/schema/*/A/B")]
    public void Malformed_query_is_a_syntax_error(string address)
    {
        Refused(address);
    }

    [Theory]
    [InlineData("/metadata/metadataset/A/B")]
    [InlineData("/metadata")]
    [InlineData("/metadata/metadataflow/A/B/~/P")]
    [InlineData("/metadata/structure/dataflow/A/B?detail=allstubs")]
    [InlineData("/registration/id/1")]
    [InlineData("/schema/metadataflow/A/B")]
    [InlineData("/data/dataflow/A/B?reportingYearStartDay=--07-01")]
    public void What_is_not_there_is_said(string address)
    {
        Refused(address, 501, 501);
    }

    [Fact]
    public void Update_after_the_state_asked_for_makes_no_sense()
    {
        Refused("/data/dataflow/A/B?updatedAfter=2024&asOf=2023", 150, 422);
        Assert.NotNull(Data("/data/dataflow/A/B?updatedAfter=2023&asOf=2024").Query.AsOf);
    }

    [Fact]
    public void Context_is_a_kind_or_any()
    {
        Assert.Equal([StructureType.Dataflow], Data("/data/dataflow/A/B").Flow.Contexts);
        Assert.Equal([StructureType.DataStructure], Data("/data/datastructure/A/B").Flow.Contexts);
        Assert.Equal([StructureType.ProvisionAgreement, StructureType.Dataflow], Data("/data/provisionagreement,dataflow/A/B").Flow.Contexts);
        Assert.Equal(3, Data("/data/*/A/B").Flow.Contexts.Count);
        Assert.Equal(3, Data("/data").Flow.Contexts.Count);
        Assert.Equal(["A", "B"], Data("/data/dataflow/A,B/C").Flow.Agencies);
    }

    [Theory]
    [InlineData("/data/dataflow/A/B/~", "")]
    [InlineData("/data/dataflow/A/B/~/*", "")]
    [InlineData("/data/dataflow/A/B/~/A.*.TR", "A||TR")]
    [InlineData("/data/dataflow/A/B/~/A.DE,M.TR", "A|DE M|TR")]
    [InlineData("/data/dataflow/A/B/~/A.DE%2CM.TR", "A|DE M|TR")]
    [InlineData("/data/dataflow/A/B/~/A.DE,*.*", "|")]
    public void Keys_are_read(string address, string keys)
    {
        Assert.Equal(keys, string.Join(' ', Data(address).Query.Keys.Select(key => string.Join('|', key.Positions.Select(codes => string.Join('+', codes))))));
    }

    [Theory]
    [InlineData("c[X]=A", "X: Eq A")]
    [InlineData("c[X]=A,B", "X: Eq A | Eq B")]
    [InlineData("c[X]=ge:A", "X: Ge A")]
    [InlineData("c[X]=ge:A+le:B", "X: Ge A & Le B")]
    [InlineData("c[X]=A,B+C", "X: Eq A | Eq B & Eq C")]
    [InlineData("c[X]=ge:A+le:B,ge:C+le:D", "X: Ge A & Le B | Ge C & Le D")]
    [InlineData("c[X]=ne:A,B", "X: Ne A | Eq B")]
    [InlineData("c[X]=ne:A+B", "X: Ne A & Eq B")]
    [InlineData("c[X]=ne:A,ne:B", "X: Ne A | Ne B")]
    [InlineData("c[X]=ne:A+ne:B", "X: Ne A & Ne B")]
    [InlineData("c%5BX%5D=lt%3AA%2Bgt%3AB", "X: Lt A & Gt B")]
    [InlineData("c[X]=co:euro&c[Y]=nc:a,sw:b,ew:c,eq:d", "X: Co euro; Y: Nc a | Sw b | Ew c | Eq d")]
    [InlineData("c[TIME_PERIOD]=ge:2010+le:2020-Q1", "TIME_PERIOD: Ge 2010 & Le 2020-Q1")]
    [InlineData("c[X]=2020-01-01T00:00:00", "X: Eq 2020-01-01T00:00:00")]
    public void Filters_are_read_as_the_table_of_the_standard_has_them(string parameters, string expected)
    {
        Assert.Equal(expected, string.Join("; ", Data($"/data/dataflow/A/B?{parameters}").Query.Filters.Select(filter =>
            $"{filter.Component}: {string.Join(" | ", filter.Alternatives.Select(one => string.Join(" & ", one.Select(condition => $"{condition.Operator} {condition.Value}"))))}")));
    }

    [Fact]
    public void Parts_paging_and_order_are_read()
    {
        var request = Data("/data/dataflow/A/B?attributes=series,OBS_STATUS&measures=OBS_VALUE&offset=20&limit=10&sort=series_key:asc+TIME_PERIOD:desc&firstNObservations=1&lastNObservations=2&dimensionAtObservation=SEX&includeHistory=1&asOf=2024-05-01T10:00:00Z");
        Assert.Equal(["series", "OBS_STATUS"], request.Query.Attributes);
        Assert.True(request.Query.Measures);
        Assert.Equal(["OBS_VALUE"], request.Measures);
        Assert.Equal((20L, 10L), (request.Query.Offset, request.Query.Limit));
        Assert.Equal([new("series_key", false), new("TIME_PERIOD", true)], request.Query.Sort);
        Assert.Equal((1, 2), (request.Query.First, request.Query.Last));
        Assert.Equal("SEX", request.Query.DimensionAtObservation);
        Assert.True(request.Query.IncludeHistory);
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero), request.Query.AsOf);
        Assert.False(Data("/data/dataflow/A/B?measures=none").Query.Measures);
        Assert.Equal([new("*", false)], Data("/data/dataflow/A/B?sort=*").Query.Sort);
        Assert.Equivalent(new DataQuery(), Data("/data/dataflow/A/B").Query, strict: true);
    }

    [Fact]
    public void Availability_is_read()
    {
        var request = Assert.IsType<AvailabilityRequest>(Parse("/availability/dataflow/A/B/~/A.*/SEX,FREQ?mode=available&references=codelist,dataflow&c[SEX]=F&updatedAfter=2015"));
        Assert.False(request.Exact);
        Assert.Equal(["SEX", "FREQ"], request.Components);
        Assert.Equal([StructureType.CodeList, StructureType.Dataflow], request.References);
        Assert.Equal("SEX", Assert.Single(request.Data.Query.Filters).Component);
        Assert.Empty(Assert.IsType<AvailabilityRequest>(Parse("/availability/dataflow/A/B/~/*/*?references=none")).Components);
        Refused("/availability/dataflow/A/B/~/*/*/X");
        Refused("/availability/dataflow/A/B?limit=1");
    }

    [Fact]
    public void Reports_are_asked_for_by_their_flow_or_by_what_they_are_on()
    {
        Assert.Equal(["B"], Assert.IsType<MetadataRequest>(Parse("/metadata/metadataflow/A/B/~/*")).Metadataflow.Ids);
        Assert.Equal(["B"], Assert.IsType<MetadataRequest>(Parse("/metadata/structure/dataflow/A/B/~")).About.Ids);
        Refused("/metadata/structure/codelist/A/B", 100, 204);
    }

    [Fact]
    public void Schema_is_read()
    {
        var request = Assert.IsType<SchemaRequest>(Parse("/schema/datastructure/A/B/~?dimensionAtObservation=AllDimensions"));
        Assert.Equal([StructureType.DataStructure], request.Flow.Contexts);
        Assert.Equal("AllDimensions", request.DimensionAtObservation);
    }

    private static SdmxRequest Parse(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return V2Queries.Parse(query < 0 ? address : address[..query], query < 0 ? null : address[query..]);
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
