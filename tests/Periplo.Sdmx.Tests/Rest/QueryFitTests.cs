using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Rest;
using Periplo.Tests.Sdmx.Xml;
using Xunit;

namespace Periplo.Tests.Sdmx.Rest;

public class QueryFitTests
{
    [Fact]
    public void Key_of_2_1_has_a_position_for_every_dimension()
    {
        Assert.Equal(5, First("/data/DF/A.DE.SO.._T").Keys[0].Positions.Count);
        RefusedFirst("/data/DF/A.DE.SO._T", 140, 400);
        RefusedFirst("/data/DF/A.DE.SO._T._T._T", 140, 400);
        Assert.Empty(First("/data/DF/all").Keys);
    }

    [Fact]
    public void Key_of_3_0_is_filled_up_and_not_cut()
    {
        Assert.Equal("A|DE|||", KeyOf(Second("A.DE")));
        Assert.Equal("A|DE|||", KeyOf(Second("A.DE.*.*.*")));
        RefusedSecond("A.DE.SO._T._T._T", "", 140, 400);
    }

    [Theory]
    [InlineData("TIME_PERIOD")]
    [InlineData("AllDimensions")]
    [InlineData("SEX")]
    public void Level_of_the_observation_is_a_dimension(string level)
    {
        Assert.Equal(level, First($"/data/DF?dimensionAtObservation={level}").DimensionAtObservation);
        RefusedFirst("/data/DF?dimensionAtObservation=OBS_STATUS", 140, 400);
        RefusedFirst("/data/DF?dimensionAtObservation=time_period", 140, 400);
    }

    [Fact]
    public void Codes_of_a_filter_are_a_position_of_the_key()
    {
        var query = Second("*", "c[SEX]=F,M&c[REF_AREA]=DE");
        Assert.Equal("|DE||F+M|", KeyOf(query));
        Assert.Empty(query.Filters);
        Assert.Equal("A|DE||F|", KeyOf(Second("A.*.*.F", "c[REF_AREA]=DE&c[SEX]=F,M")));
    }

    [Theory]
    [InlineData("A.DE,A.TR", "c[SEX]=F")]
    [InlineData("*", "c[SEX]=ne:F")]
    [InlineData("*", "c[SEX]=F+M")]
    [InlineData("A.DE", "c[REF_AREA]=TR")]
    [InlineData("*", "c[OBS_STATUS]=E")]
    [InlineData("*", "c[OBS_VALUE]=ge:10.5")]
    [InlineData("*", "c[TIME_PERIOD]=2020")]
    [InlineData("*", "c[TIME_PERIOD]=lt:2020")]
    [InlineData("*", "c[TIME_PERIOD]=ge:2010+le:2012,ge:2020")]
    public void Any_other_filter_stays_one(string key, string filter)
    {
        Assert.Single(Second(key, filter).Filters);
    }

    [Fact]
    public void Range_of_time_is_one()
    {
        var query = Second("*", "c[TIME_PERIOD]=ge:2010+le:2020-T2");
        Assert.Equal(("2010", "2020-08"), (query.From.ToString(), query.To.ToString()));
        Assert.Empty(query.Filters);
        Assert.Equal("2012", Second("*", "c[TIME_PERIOD]=ge:2012+ge:2010").From.ToString());
        Assert.Equal("2010", Second("*", "c[TIME_PERIOD]=le:2012+le:2010").To.ToString());
        Assert.Equal("2015-05-03", Second("*", "c[TIME_PERIOD]=gt:2015-05-03T10:00:00").Filters[0].Alternatives[0][0].Value);
    }

    [Theory]
    [InlineData("c[NOTHING]=A")]
    [InlineData("sort=NOTHING")]
    [InlineData("attributes=NOTHING")]
    [InlineData("measures=NOTHING")]
    public void Component_that_the_structure_does_not_have_makes_no_sense(string parameter)
    {
        RefusedSecond("*", parameter, 150, 422);
    }

    [Fact]
    public void Value_compared_with_a_word_is_a_syntax_error()
    {
        RefusedSecond("*", "c[OBS_VALUE]=ge:many", 140, 400);
        Assert.Single(Second("*", "c[OBS_VALUE]=co:9").Filters);
    }

    [Theory]
    [InlineData("dsd", null)]
    [InlineData("all", null)]
    [InlineData("none", "")]
    [InlineData("msd", "")]
    [InlineData("dataset", "PUBLISHER")]
    [InlineData("series", "UNIT_MEASURE UNIT_MULT SOURCE_DETAIL")]
    [InlineData("obs", "OBS_STATUS COMMENT_OBS")]
    [InlineData("COMMENT_OBS,dataset", "PUBLISHER COMMENT_OBS")]
    public void Attributes_are_named_by_words(string words, string? ids)
    {
        Assert.Equal(ids, Second("*", $"attributes={words}").Attributes is { } attributes ? string.Join(' ', attributes) : null);
    }

    [Fact]
    public void Words_of_order_are_written_out()
    {
        Assert.Equal("FREQ- REF_AREA- COUNTERPART_AREA- SEX- AGE- TIME_PERIOD+", OrderOf("sort=series_key:desc+TIME_PERIOD"));
        Assert.Equal("OBS_VALUE- FREQ+ REF_AREA+ COUNTERPART_AREA+ SEX+ AGE+ TIME_PERIOD+", OrderOf("sort=OBS_VALUE:desc+*"));
        Assert.Equal("FREQ+ REF_AREA+ COUNTERPART_AREA+ AGE+ TIME_PERIOD+", OrderOf("sort=series_key&dimensionAtObservation=SEX"));
        Assert.Equal("OBS_STATUS+", OrderOf("sort=OBS_STATUS"));

        static string OrderOf(string parameters) => string.Join(' ', Second("*", parameters).Sort.Select(key => key.Component + (key.Descending ? "-" : "+")));
    }

    [Fact]
    public void Parts_asked_for_are_left_of_a_message()
    {
        Assert.Same(MigrantMessage, AttributeSelection.Of(MigrantMessage, new()));
        Assert.Equal(DataDetail.DataOnly, Parts("attributes=none").Detail);
        Assert.Equal(DataDetail.SeriesKeysOnly, Parts("attributes=none&measures=none").Detail);
        Assert.Equal(DataDetail.NoData, Parts("attributes=series&measures=none").Detail);
        var some = Parts("attributes=COMMENT_OBS,PUBLISHER");
        Assert.Equal(["PUBLISHER", "COMMENT_OBS"], some.Dataflow.Structure.Attributes.Select(one => one.Id));
        var cursor = some.DataSets[0].Cursor;
        Assert.True(cursor.Read());
        Assert.True(cursor.Read());
        Assert.Null(cursor.Attribute(0));
        Assert.Equal("Nowcast, \"preliminary\"", cursor.Attribute(1));
        Assert.Equal(11430, cursor.Value);
        var none = Parts("measures=none&attributes=obs");
        Assert.True(none.DataSets[0].Cursor.Read());
        Assert.True(double.IsNaN(none.DataSets[0].Cursor.Value));
        Assert.Equal("A", none.DataSets[0].Cursor.Attribute(0));
    }

    private static readonly DataMessage MigrantMessage = MigrantData.Message(MigrantData.Few());

    private static DataMessage Parts(string parameters) => AttributeSelection.Of(MigrantData.Message(MigrantData.Few()), Second("*", parameters));

    private static string KeyOf(DataQuery query) => string.Join('|', Assert.Single(query.Keys).Positions.Select(codes => string.Join('+', codes)));

    private static DataQuery First(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return QueryFit.To(MigrantData.Flow, (DataRequest)V1Queries.Parse(query < 0 ? address : address[..query], query < 0 ? null : address[query..]));
    }

    private static DataQuery Second(string key, string parameters = "") =>
        QueryFit.To(MigrantData.Flow, (DataRequest)V2Queries.Parse($"/data/dataflow/MDIS/DF_MIG_STOCK/~/{key}", parameters));

    private static void RefusedFirst(string address, int code, int status) => Check(Assert.Throws<SdmxQueryException>(() => First(address)), code, status);

    private static void RefusedSecond(string key, string parameters, int code, int status) => Check(Assert.Throws<SdmxQueryException>(() => Second(key, parameters)), code, status);

    private static void Check(SdmxQueryException error, int code, int status) => Assert.Equal((code, status), (error.Code, error.Status));
}
