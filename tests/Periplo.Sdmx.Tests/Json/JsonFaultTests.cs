using Periplo.Sdmx.Messages;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Json.JsonText;

namespace Periplo.Tests.Sdmx.Json;

/// <summary>What is wrong with observations and series: thrown, or told while reading goes on.</summary>
public class JsonFaultTests
{
    private const string Attributes =
        "\"series\":[{\"id\":\"UNIT_MULT\",\"values\":[{\"id\":\"0\"},{\"id\":\"9\"}]}],\"observation\":[{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"A\"},{\"id\":\"?\"}]},{\"id\":\"COLOUR\",\"values\":[{\"id\":\"red\"}]}]";

    [Theory]
    [InlineData("\"0\":[7,1]", DataRules.UnknownCode)]
    [InlineData("\"0\":[7,5]", DataRules.UnknownCode)]
    [InlineData("\"0\":[7,\"A\"]", DataRules.UnknownCode)]
    [InlineData("\"0\":[7,0,0]", DataRules.UnknownComponent)]
    [InlineData("\"2\":[7]", DataRules.BadPeriod)]
    [InlineData("\"3\":[7]", DataRules.UnknownCode)]
    [InlineData("\"\":[7]", DataRules.MissingDimension)]
    [InlineData("\"0\":[\"many\"]", DataRules.BadValue)]
    [InlineData("\"0\":[true]", DataRules.BadValue)]
    [InlineData("\"0\":[1e999]", DataRules.BadValue)]
    [InlineData("\"0\":[\"INF\"]", DataRules.BadValue)]
    [InlineData("\"0\":[[1]]", "")]
    [InlineData("\"0\":[{\"en\":\"x\"}]", DataRules.BadValue)]
    public void Wrong_observation_is_thrown_with_its_place_or_told_and_passed_over(string wrong, string rule)
    {
        var text = Two($"\"series\":{{\"0:0:0:1\":{{\"observations\":{{\n  {wrong},\n\"1\":[8]}}}}}}", Attributes);
        if (rule.Length == 0)
        {
            // A value in a list of one is a value.
            Assert.Equal(2, Told(text).Lines.Count);
            return;
        }

        var error = Assert.Throws<SdmxFormatException>(() => XmlText.Lines(Reader(text)));
        Assert.Equal((rule, 3, 3), (error.Rule, error.Line, error.Column));

        var (lines, faults) = Told(text);
        Assert.Equal(["Information A.DE.SO._T._T 2021 8"], lines);
        var fault = Assert.Single(faults);
        Assert.Equal((rule, 3, 3), (fault.Rule, fault.Line, fault.Column));
        Assert.StartsWith("A.DE.SO._T._T", fault.Key, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2:0:0:1\"", "", DataRules.UnknownCode, "A.XX.SO._T._T")]
    [InlineData("\"7:0:0:1\"", "", DataRules.UnknownCode, "A..SO._T._T")]
    [InlineData("\":0:0:1\"", "", DataRules.MissingDimension, "A..SO._T._T")]
    [InlineData("\"0:0:0:1\"", "\"attributes\":[1],", DataRules.UnknownCode, "A.DE.SO._T._T")]
    public void Wrong_series_is_told_once_and_passed_over_whole(string key, string attributes, string rule, string told)
    {
        foreach (var (before, behind) in new[] { (attributes, ""), ("", "," + attributes.TrimEnd(',')) })
        {
            if (attributes.Length == 0 && behind.Length > 1)
                continue;
            var text = Two($"\"series\":{{{key}:{{{before}\"observations\":{{\"0\":[1],\"1\":[\"?\"]}}{behind.TrimEnd(',')}}},\"0:1:0:1\":{{\"observations\":{{\"0\":[9]}}}}}}", Attributes);

            var (lines, faults) = Told(text);

            Assert.Equal(["Information A.DE.AF._T._T 2020 9"], lines);
            var fault = Assert.Single(faults);
            Assert.Equal((rule, told), (fault.Rule, fault.Key));
        }
    }

    [Fact]
    public void Mandatory_attribute_that_is_not_given_is_told_of_data_to_be_held()
    {
        foreach (var (action, count) in new[] { ("Append", 1), ("Replace", 1), ("Merge", 0), ("Delete", 0), ("Information", 0) })
        {
            using var reader = Reader(Two($"\"action\":\"{action}\",\"series\":{{\"0:0:0:1\":{{\"observations\":{{\"0\":[1]}}}}}}"), requiresAttributes: true);
            var faults = new List<DataFault>();
            reader.Rejected = faults.Add;
            XmlText.Lines(reader);

            Assert.Equal(count, faults.Count);
            Assert.All(faults, fault => Assert.Equal((DataRules.MissingAttribute, "A.DE.SO._T._T.2020"), (fault.Rule, fault.Key)));
        }
    }

    [Fact]
    public void Fault_nobody_listens_to_ends_reading()
    {
        using var reader = Reader(Two("\"series\":{\"0:0:0:1\":{\"observations\":{\"2\":[1],\"0\":[1]}}}"));

        Assert.Throws<SdmxFormatException>(() => reader.Read());
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("\"AGE\"", "\"SIZE\"", DataRules.UnknownComponent)]
    [InlineData("\"AGE\"", "\"SEX\"", DataRules.BadForm)]
    [InlineData("DSD_MIG_STOCK(1.0)", "DSD_MIG_STOCK(2.0)", DataRules.UnknownStructure)]
    [InlineData("\"structures\":[", "\"structures\":[],\"old\":[", DataRules.BadForm)]
    [InlineData("\"id\":\"AGE\",", "", DataRules.BadForm)]
    [InlineData("\"OBS_VALUE\"}", "\"LOWER\"},{\"id\":\"UPPER\"}", DataRules.UnknownComponent)]
    [InlineData("\"0:0:0:1\"", "\"0:0:1\"", DataRules.BadForm)]
    [InlineData("\"0:0:0:1\"", "\"0:0:0:1:0\"", DataRules.BadForm)]
    [InlineData("\"0:0:0:1\"", "\"0:0:0:-1\"", DataRules.BadForm)]
    [InlineData("\"0:0:0:1\"", "\"0:0:0:99999999999\"", DataRules.BadForm)]
    [InlineData("\"observations\":{\"0\":[1]}", "\"observations\":{\"0\":1}", DataRules.BadForm)]
    [InlineData("\"observations\":{\"0\":[1]}", "\"attributes\":[],\"attributes\":[]", DataRules.BadForm)]
    [InlineData("\"action\":\"Append\"", "\"action\":\"3\"", DataRules.BadForm)]
    [InlineData("\"action\":\"Append\"", "\"action\":\"Append\",\"action\":\"Append\"", DataRules.BadForm)]
    [InlineData("\"action\":\"Append\"", "\"dimensionGroupAttributes\":{\"0:0:0:0:0:0:0\":[]}", DataRules.BadForm)]
    [InlineData("\"action\":\"Append\"", "\"dimensionGroupAttributes\":{\"0:x\":[]}", DataRules.BadForm)]
    [InlineData("\"data\":{", "\"data\":{\"dataSets\":[],", DataRules.BadForm)]
    [InlineData("\"TIME_PERIOD\"", "\"TIME_PERIOD\",\"id\":\"TIME_PERIOD\"", DataRules.BadForm)]
    [InlineData("\"observation\":[{\"id\":\"TIME_PERIOD\",\"keyPosition\":5,\"values\":[{\"id\":\"2020\"},{\"value\":\"2021\"},{\"id\":\"soon\"}]}]", "\"observation\":[]", DataRules.MissingDimension)]
    public void Wrong_message_is_refused_with_rule_and_line(string right, string wrong, string rule)
    {
        var text = Two("\"action\":\"Append\",\"series\":{\"0:0:0:1\":{\"observations\":{\"0\":[1]}}}");
        Assert.Contains(right, text, StringComparison.Ordinal);

        var error = Assert.Throws<SdmxFormatException>(() => XmlText.Lines(Reader(text.Replace(right, wrong, StringComparison.Ordinal))));

        Assert.Equal(rule, error.Rule);
        Assert.True(error.Line >= 1);
    }

    [Fact]
    public void Error_message_of_a_service_is_told()
    {
        var error = Assert.Throws<SdmxFormatException>(() => Reader("{\"errors\":[{\"code\":422,\"title\":\"Semantics\",\"detail\":\"No such dimension\"},{\"code\":1,\"title\":\"x\"}]}"));

        Assert.Equal((DataRules.ErrorMessage, true), (error.Rule, error.Detail.Contains("422 Semantics No such dimension; 1 x", StringComparison.Ordinal)));
    }
}
