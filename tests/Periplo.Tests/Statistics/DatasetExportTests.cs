using System.Text;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Sdmx.Csv;
using Periplo.Statistics;
using Xunit;

namespace Periplo.Tests.Statistics;

public class DatasetExportTests
{
    private static readonly Dataset Two = Sample.Stock(
        Sample.Stock("USA", "MEX", 2020, 11_177_052, set: new(0, "B", "Una nota, con \"comillas\"\ny otra línea"), row: 70_001), Sample.MissingStock("USA", "MEX", 2021));

    [Fact]
    public void Csv_columns_are_the_dimensions_then_the_papers()
    {
        Assert.Equal(
            "FREQ,REF_AREA,COUNTERPART_AREA,ORIGIN_BASIS,MEASURE,SEX,AGE,EDUCATION_LEV,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,REVISION,SOURCE,METHOD,LICENCE",
            Csv(Two, attributes: false).Split('\n')[0]);
    }

    [Fact]
    public void Csv_of_every_dataset_has_the_unit_once()
    {
        Assert.All(Sample.Definitions.All, definition => Assert.Single(DatasetCsv.Columns(definition.Structure, attributes: true), "UNIT_MEASURE"));
    }

    [Fact]
    public void Csv_missing_value_is_empty_with_its_status()
    {
        Assert.Equal(
            "A,USA,MEX,_T,STOCK,_T,_T,_T,2021,,O,PS,0,UNDESA.2024,\"United Nations, \"\"Migrant stock\"\"\",\"Censuses, surveys\",CC BY 3.0 IGO",
            Csv(Two, attributes: false).Split('\n')[2]);
    }

    [Fact]
    public void Csv_in_spanish_has_source_and_method_in_spanish()
    {
        Assert.Contains("\"Naciones Unidas, «Población migrante»\"", Csv(Two, attributes: false, Language.Es), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(304_021_813, "304021813")]
    [InlineData(1_000_000, "1000000")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(110_000_000_000_000, "110000000000000")]
    [InlineData(2_500_000_000_000_000, "2500000000000000")]
    public void Csv_value_is_the_shortest_text_that_reads_back(double value, string text)
    {
        Assert.Equal(text, Csv(Sample.Stock(Sample.Stock("USA", "MEX", 2020, value)), attributes: false).Split('\n')[1].Split(',')[9]);
    }

    [Fact]
    public void Csv_of_any_dataset_reads_back_field_by_field()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var definition = Sample.Definitions.All[random.Next(Sample.Definitions.All.Count)];
            var dataset = Sample.Dataset(definition, Sample.Random(definition, random, 60));
            var o = dataset.Observations;
            var reader = new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes(Csv(dataset, attributes: true))));
            Assert.True(reader.Read());
            var columns = reader.Texts().Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
            for (var i = 0; i < o.Count; i++)
            {
                Assert.True(reader.Read());
                var set = o.AttributeSets[o.Attributes[i]];
                for (var d = 0; d < definition.Structure.Dimensions.Count; d++)
                    Assert.Equal(o.Code(d, i), reader.Text(columns[definition.Structure.Dimensions[d].Id]));
                Assert.Equal(o.Times[i].ToString(), reader.Text(columns["TIME_PERIOD"]));
                var value = reader.Text(columns["OBS_VALUE"]);
                Assert.Equal(o.Values[i], value.Length == 0 ? double.NaN : double.Parse(value));
                Assert.Equal(
                    ($"{o.Statuses[i]}", $"{set.UnitMultiplier}", set.DataType ?? "", set.Comment ?? ""),
                    (reader.Text(columns["OBS_STATUS"]), reader.Text(columns["UNIT_MULT"]), reader.Text(columns["DATA_TYPE"]), reader.Text(columns["COMMENT_OBS"])));
            }

            Assert.False(reader.Read());
        });
    }

    [Fact]
    public void Json_names_the_papers_once_and_the_part_of_each_observation()
    {
        var json = Json(Two).RootElement;

        Assert.Equal(("STOCK", "UNDESA.2024"), (json.GetProperty("dataset").GetString(), json.GetProperty("revision").GetString()));
        var part = json.GetProperty("parts")[0];
        Assert.Equal(("stock.csv", "CC BY 3.0 IGO", "Censuses, surveys"), (part.GetProperty("file").GetString(), part.GetProperty("licence").GetString(), part.GetProperty("method").GetString()));
        var first = json.GetProperty("observations")[0];
        Assert.Equal(("MEX", "2020", 11_177_052, "A", "PS", 0, "B", 70_001), (
            first.GetProperty("COUNTERPART_AREA").GetString(), first.GetProperty("TIME_PERIOD").GetString(), first.GetProperty("OBS_VALUE").GetDouble(), first.GetProperty("OBS_STATUS").GetString(),
            first.GetProperty("UNIT_MEASURE").GetString(), first.GetProperty("part").GetInt32(), first.GetProperty("DATA_TYPE").GetString(), first.GetProperty("row").GetInt32()));
        Assert.Equal("Una nota, con \"comillas\"\ny otra línea", first.GetProperty("COMMENT_OBS").GetString());
    }

    [Fact]
    public void Json_missing_value_is_null_with_its_status()
    {
        var second = Json(Two).RootElement.GetProperty("observations")[1];

        Assert.Equal(JsonValueKind.Null, second.GetProperty("OBS_VALUE").ValueKind);
        Assert.Equal("O", second.GetProperty("OBS_STATUS").GetString());
    }

    [Fact]
    public void Json_of_any_dataset_holds_every_value()
    {
        Property.Holds(TestCounts.Properties, random =>
        {
            var dataset = Sample.Dataset(Sample.Definitions.Stock, Sample.Random(Sample.Definitions.Stock, random, 60));

            Assert.Equal(dataset.Observations.Values, Json(dataset).RootElement.GetProperty("observations").EnumerateArray()
                .Select(observation => observation.GetProperty("OBS_VALUE") is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN));
        });
    }

    [Fact]
    public void Csv_and_json_hold_only_what_the_query_asks_for()
    {
        using var csv = new MemoryStream();
        using var json = new MemoryStream();
        var query = Query.All.During(Sample.Period("2021"));
        DatasetCsv.Write(Two, query, attributes: false, Language.En, csv);
        DatasetJson.Write(Two, query, Language.En, json);

        Assert.Equal(2, csv.ToArray().Count(b => b == '\n'));
        Assert.Equal(1, JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("observations").GetArrayLength());
    }

    private static string Csv(Dataset dataset, bool attributes, Language language = Language.En)
    {
        using var stream = new MemoryStream();
        DatasetCsv.Write(dataset, Query.All, attributes, language, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonDocument Json(Dataset dataset)
    {
        using var stream = new MemoryStream();
        DatasetJson.Write(dataset, Query.All, Language.En, stream);
        return JsonDocument.Parse(stream.ToArray());
    }
}
