using System.Text;
using Periplo.Sdmx.Messages;
using Periplo.Tests.Sdmx.Xml;
using Xunit;
using static Periplo.Tests.Sdmx.Json.JsonText;
using static Periplo.Tests.Sdmx.Xml.MigrantData;

namespace Periplo.Tests.Sdmx.Json;

/// <summary>Messages made to do harm, and damaged ones: each ends in one kind of exception, soon and with little memory.</summary>
public class JsonHostileTests
{
    private const string Series = "\"series\":{\"0:0:0:1\":{\"attributes\":[],\"observations\":{\"0\":[10890,0,\"x\"],\"1\":[null]}}}";
    private const string Attributes = "\"series\":[],\"observation\":[{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"A\"}]},{\"id\":\"COMMENT_OBS\"}]";

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("{")]
    [InlineData("nul")]
    [InlineData("{} {}")]
    [InlineData("{},")]
    [InlineData("{'data':{}}")]
    [InlineData("{\"data\":{},}")]
    [InlineData("{\"data\":{\"dataSets\":[01]}}")]
    [InlineData("{\"data\":/**/{}}")]
    [InlineData("{\"a\":\"\n\"}")]
    [InlineData("{\"a\":\"\\x\"}")]
    [InlineData("{\"a\":+1}")]
    [InlineData("{\"a\":NaN}")]
    [InlineData("{\"a\\ud800\":1}")]
    [InlineData("{\"data\":{\"dataSets\":[]}}x")]
    public void What_is_no_JSON_is_refused(string text) => Refused(Encoding.UTF8.GetBytes(text), DataRules.NotJson);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("{\"data\":[]}")]
    [InlineData("{\"data\":{\"dataSets\":{}}}")]
    [InlineData("{\"data\":{\"dataSets\":[1]}}")]
    public void JSON_that_is_no_message_is_refused(string text) => Refused(Encoding.UTF8.GetBytes(text), DataRules.BadForm);

    [Fact]
    public void Other_encodings_than_UTF_8_are_refused()
    {
        var text = Two(Series, Attributes);
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Refused(encoding.GetBytes(text), DataRules.NotJson);
            Refused([.. encoding.Preamble, .. encoding.GetBytes(text)], DataRules.NotJson);
        }

        Refused(Encoding.Latin1.GetBytes(text.Replace("\"x\"", "\"é\"", StringComparison.Ordinal)), DataRules.NotJson);
        Refused(Encoding.UTF8.GetBytes(text.Replace("\"x\"", "\"\\udc00\"", StringComparison.Ordinal)), DataRules.NotJson);
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("{\"a\":", "1")]
    public void Lists_and_objects_may_not_stand_in_each_other_without_end(string open, string end)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 100_000)) + end;

        Refused(Encoding.UTF8.GetBytes(deep), open == "[" ? DataRules.BadForm : DataRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes($"{{\"meta\":{deep}"), DataRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes($"{{\"data\":{{\"structure\":{{\"dimensions\":{{\"series\":[{deep}"), open == "[" ? DataRules.BadForm : DataRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes(Two(Series.Replace("\"x\"", deep, StringComparison.Ordinal), Attributes)), DataRules.TooLarge);
    }

    [Fact]
    public void Texts_and_numbers_without_end_are_refused_before_they_are_held()
    {
        foreach (var long20 in new[] { $"\"{new string('x', 20 << 20)}\"", new string('1', 20 << 20), $"\"{string.Concat(Enumerable.Repeat("\\u0041", 4 << 20))}\"" })
        {
            Refused(Encoding.UTF8.GetBytes(Two(Series.Replace("\"x\"", long20, StringComparison.Ordinal), Attributes)), DataRules.TooLarge);
            Refused(Encoding.UTF8.GetBytes($"{{\"meta\":{{\"id\":{long20}}}}}"), DataRules.TooLarge);
        }

        Refused(Encoding.UTF8.GetBytes($"{{\"{new string('x', 20 << 20)}\":1}}"), DataRules.TooLarge);
    }

    [Fact]
    public void Components_groups_data_sets_and_languages_without_end_are_refused()
    {
        static string Many(int count, Func<int, string> one) => string.Join(',', Enumerable.Range(0, count).Select(one));

        Refused(Encoding.UTF8.GetBytes(One(Series, $"\"series\":[{Many(10_001, i => $"{{\"id\":\"A{i}\"}}")}]")), DataRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes(Two($"\"dimensionGroupAttributes\":{{{Many(500_001, i => $"\":0::{i}\":[]")}}}")), DataRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes($"{{\"dataSets\":[{Many(100_001, _ => "{}")}]}}"), DataRules.TooLarge);
        Refused(Encoding.UTF8.GetBytes($"{{\"data\":{{\"structures\":[{Many(1001, _ => "{}")}]}}}}"), DataRules.TooLarge);
    }

    [Fact]
    public void Whitespace_and_unknown_members_without_end_take_no_memory()
    {
        var text = Two(Series, Attributes);
        var blanks = new string(' ', 30 << 20);
        var odd = string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"n{i}\":[{i},{{}}]"));
        foreach (var full in new[] { text.Replace("\"dataSets\"", $"{blanks}\"dataSets\"", StringComparison.Ordinal), text.Replace("\"dataSets\"", $"{odd},\"dataSets\"", StringComparison.Ordinal), text + blanks })
        {
            var bytes = Encoding.UTF8.GetBytes(full);
            var allocated = GC.GetAllocatedBytesForCurrentThread();

            Assert.Equal(2, XmlText.Lines(Reader(bytes)).Count);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 60_000_000);
        }
    }

    [Fact]
    public void Message_cut_off_anywhere_is_refused()
    {
        foreach (var text in new[] { One(Series, Attributes), Two(Series, Attributes) })
        {
            var whole = Encoding.UTF8.GetBytes(text).AsSpan().TrimEnd("\n"u8).ToArray();
            Assert.Equal(2, XmlText.Lines(Reader(whole)).Count);
            for (var length = 0; length < whole.Length; length++)
                Refused(whole[..length], DataRules.NotJson);
        }
    }

    [Fact]
    public void Faults_without_end_take_no_memory()
    {
        var observations = string.Join(',', Enumerable.Repeat("\"2\":[1]", 200_000));
        using var reader = Reader(Two($"\"series\":{{\"0:0:0:1\":{{\"observations\":{{{observations}}}}}}}"));
        var count = 0;
        reader.Rejected = _ => count++;

        Assert.False(reader.Read());
        Assert.Equal(200_000, count);
    }

    [Fact]
    public void Damaged_messages_give_observations_or_say_where_they_are_wrong()
    {
        var originals = new List<byte[]>();
        foreach (var version in Versions)
        {
            foreach (var dimension in new[] { "TIME_PERIOD", "SEX", "AllDimensions" })
                originals.Add(Written(Message(Few()) with { DimensionAtObservation = dimension }, version));
        }

        originals.Add(Encoding.UTF8.GetBytes(One(Series, Attributes)));
        originals.Add(Encoding.UTF8.GetBytes(Two("\"dimensionGroupAttributes\":{\":0\":[\"x\"],\":0:1\":[\"y\"]}," + Series.Replace("\"attributes\":[],", "", StringComparison.Ordinal), Attributes + ",\"dimensionGroup\":[{\"id\":\"SOURCE_DETAIL\"}]")));
        originals.Add(Encoding.UTF8.GetBytes(Two("\"action\":\"Delete\",\"series\":{\"0:0:0:1\":{},\"0::0:1\":{\"observations\":{\"\":[]}}}")));

        Property.HoldsOnAllCores(TestCounts.SdmxMessages / 5, random =>
        {
            var damaged = Mutation.Of(originals[random.Next(originals.Count)], random);
            var faults = new List<DataFault>();
            try
            {
                using var reader = random.Next(2) == 0 ? Reader(damaged, requiresAttributes: true) : new JsonDataReader(new NetworkStream(damaged, 100), Find);
                if (random.Next(2) == 0)
                    reader.Rejected = faults.Add;
                foreach (var _ in XmlText.Lines(reader))
                    Assert.True(reader.DataSets > 0);
            }
            catch (SdmxFormatException error)
            {
                Assert.InRange(error.Line, 0, damaged.Length + 1);
                Assert.NotEqual("", error.Rule);
            }

            Assert.All(faults, fault => Assert.InRange(fault.Line, 1, damaged.Length + 1));
        });
    }

    private static void Refused(byte[] bytes, string rule)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<SdmxFormatException>(() => XmlText.Lines(Reader(bytes)));

        Assert.Equal(rule, error.Rule);
        Assert.True(error.Line > 0 && error.Column > 0, $"{error.Line}:{error.Column} {error.Detail}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 400 << 20);
    }
}
