using System.Text;
using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.XmlSamples;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>Messages made to do harm, and damaged ones: each ends in one kind of exception, soon and with little memory.</summary>
public class XmlHostileTests
{
    private static readonly string Observation = $"<Series {Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series>";

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://localhost/x\">%p;]>")]
    public void Document_types_and_with_them_entities_are_refused(string type)
    {
        var text = Specific(Observation);
        var at = text.IndexOf("<m:", StringComparison.Ordinal);

        Refused(text[..at] + type + text[at..], DataRules.NotXml);
    }

    [Fact]
    public void Entity_that_is_not_declared_is_refused() => Refused(Specific("<Series FREQ=\"&a;\"/>"), DataRules.NotXml);

    [Fact]
    public void Elements_may_not_stand_in_each_other_without_end()
    {
        Refused(Specific("<c:Annotations>" + string.Concat(Enumerable.Repeat("<c:Annotations>", 100_000))), DataRules.TooLarge);
    }

    [Theory]
    [InlineData("<Series {0} COMMENT_OBS=\"{1}\"/>")]
    [InlineData("<Series {0} {1}=\"1\"/>")]
    [InlineData("<{1}/>")]
    [InlineData("<c:Annotations>{1}</c:Annotations>")]
    [InlineData("<!--{1}-->")]
    public void Tags_and_texts_without_end_are_refused_before_they_are_held(string content)
    {
        var long20 = new string('x', 20 << 20);

        Refused(Specific(string.Format(content, Tag, long20)), DataRules.TooLarge);
    }

    [Fact]
    public void Names_without_end_are_refused()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 100_000; i++)
            text.Append($"<c:Annotations><x{i}/></c:Annotations>");

        Refused(Specific(text.ToString()), DataRules.TooLarge);
    }

    [Fact]
    public void Structures_in_the_header_without_end_are_refused()
    {
        var text = Specific(Observation);
        var structures = string.Concat(Enumerable.Range(0, 5000).Select(i => $"<m:Structure structureID=\"T{i}\"/>"));

        Refused(text.Replace("</m:Header>", structures + "</m:Header>", StringComparison.Ordinal), DataRules.TooLarge);
    }

    [Fact]
    public void Groups_without_end_are_refused()
    {
        // Ages are free texts: as many groups as anybody likes.
        var group = new StringBuilder();
        for (var i = 0; i < 700_000; i++)
            group.Append($"<Group AGE=\"Y{i}\" SOURCE_DETAIL=\"a\"/>");

        Refused(Specific(group.ToString()), DataRules.TooLarge);
    }

    [Fact]
    public void Faults_without_end_take_no_memory()
    {
        var one = $"<Obs TIME_PERIOD=\"x\" OBS_VALUE=\"7\" NONE=\"1\"/>";
        using var reader = Reader(Specific($"<Series {Tag}>{string.Concat(Enumerable.Repeat(one, 100_000))}</Series>"));
        var count = 0;
        reader.Rejected = _ => count++;

        Assert.False(reader.Read());
        Assert.Equal(200_000, count);
    }

    [Fact]
    public void Message_cut_off_anywhere_is_refused()
    {
        foreach (var whole in new[] { Encoding.UTF8.GetBytes(Specific(Observation)), Encoding.UTF8.GetBytes(Generic(GenericSeries(GenericObs("2020", "7")))) })
        {
            for (var length = 0; length < whole.Length; length++)
                Assert.Throws<SdmxFormatException>(() => Lines(Reader(whole[..length])));
        }
    }

    [Fact]
    public void Damaged_messages_give_observations_or_say_where_they_are_wrong()
    {
        var originals = new List<byte[]>();
        for (var i = 0; i < 8; i++)
        {
            var format = Formats[i % 4];
            var message = MigrantData.Message(MigrantData.Few()) with { DimensionAtObservation = i < 4 ? "TIME_PERIOD" : "SEX" };
            originals.Add(Written(message, format));
        }

        originals.Add(Encoding.UTF8.GetBytes(Specific($"<Group REF_AREA=\"DE\" SOURCE_DETAIL=\"x\"/>{Observation}<Group REF_AREA=\"TR\" SOURCE_DETAIL=\"y\"/>", behind: "<f:Footer><f:Message code=\"413\"><c:Text>http://x.example/</c:Text></f:Message></f:Footer>")));
        originals.Add(Encoding.UTF8.GetBytes(Generic(GenericSeries(GenericObs("2020", "7")), action: "Delete")));
        originals.Add(Encoding.Unicode.GetBytes("\uFEFF" + Specific(Observation).Replace("UTF-8", "UTF-16", StringComparison.Ordinal)));

        Property.HoldsOnAllCores(TestCounts.SdmxMessages / 4, random =>
        {
            var damaged = Mutation.Of(originals[random.Next(originals.Count)], random);
            var report = DataValidation.Check(new MemoryStream(damaged), MigrantData.Find);
            Assert.True(report.IsComplete || report.FaultCount > 0);
            var told = random.Next(2) == 0;
            var faults = new List<DataFault>();
            try
            {
                using var reader = random.Next(2) == 0 ? Reader(damaged, requiresAttributes: true) : DataMessages.Open(new NetworkStream(damaged), MigrantData.Find);
                if (told)
                    reader.Rejected = faults.Add;
                foreach (var _ in Lines(reader))
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

    private static void Refused(string text, string rule)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<SdmxFormatException>(() => Lines(Reader(bytes)));

        Assert.Equal(rule, error.Rule);
        Assert.True(error.Line > 0);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 400 << 20);
    }
}
