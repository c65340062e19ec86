using System.IO.Compression;
using System.Text;
using Periplo.Sdmx.Messages;
using Xunit;
using static Periplo.Tests.Sdmx.Xml.MigrantData;
using static Periplo.Tests.Sdmx.Xml.XmlText;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>The doors: formats by their content, packed or not.</summary>
public class DataMessagesTests
{
    private static readonly DataFormat[] Written8 =
        [.. Formats, DataFormat.Json1, DataFormat.Json2, DataFormat.Csv1, DataFormat.Csv2];

    [Fact]
    public void Formats_are_known_by_their_content_and_read_through_one_door()
    {
        foreach (var format in Written8)
        {
            var bytes = Written(Message(Few()), format);

            Assert.Equal(format, DataFormats.Detect(new MemoryStream(bytes)));
            foreach (var packed in new[] { bytes, Gzip(bytes), Zip(("data.dat", bytes)), Gzip(Zip(("a/", []), ("a/readme.txt", "read me"u8.ToArray()), ("a/data", bytes))) })
            {
                Assert.Equal(3, Count(new MemoryStream(packed)));
                Assert.Equal(3, Count(new NetworkStream(packed)));
            }
        }
    }

    [Fact]
    public void Detect_leaves_a_stream_where_it_was()
    {
        var stream = new MemoryStream([0, 0, .. Written(Message(Few()), DataFormat.GenericXml)]) { Position = 2 };

        Assert.Equal(DataFormat.GenericXml, DataFormats.Detect(stream));
        Assert.Equal(2, stream.Position);
        Assert.Equal(3, Count(stream));
    }

    [Theory]
    [InlineData("{\"header\":{\"id\":\"1\"}}", DataFormat.JsonDraft)]
    [InlineData("{\"dataSets\":[]}", DataFormat.JsonDraft)]
    [InlineData("\uFEFF {\"version\":\"2.0\",\"class\":\"dataset\"}", DataFormat.JsonStat)]
    [InlineData("{\"dataset\":{}}", DataFormat.JsonStat)]
    [InlineData("{\"meta\":{\"schema\":\"https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json\"}}", DataFormat.Json2)]
    [InlineData("{\"meta\":{\"schema\":\"https://json.sdmx.org/1.0.0/sdmx-json-data-schema.json\"}}", DataFormat.Json1)]
    [InlineData("{\"data\":{\"dataSets\":[{\"structure\":0}]}}", DataFormat.Json2)]
    [InlineData("{\"data\":{\"structures\":[]}}", DataFormat.Json2)]
    [InlineData("{\"data\":{\"structure\":{}}}", DataFormat.Json1)]
    [InlineData("\"DATAFLOW\",A", DataFormat.Csv1)]
    [InlineData("\uFEFFdataflow;A", DataFormat.Csv1)]
    [InlineData("STRUCTURE[;],STRUCTURE_ID", DataFormat.Csv2)]
    public void Formats_are_known_by_few_words(string text, DataFormat format)
    {
        Assert.Equal(format, DataFormats.Detect(new MemoryStream(Encoding.UTF8.GetBytes(text))));
    }

    [Theory]
    [InlineData("", DataRules.UnknownFormat)]
    [InlineData("  \n", DataRules.UnknownFormat)]
    [InlineData("FREQ,REF_AREA", DataRules.UnknownFormat)]
    [InlineData("{}", DataRules.UnknownFormat)]
    [InlineData("{\"a\":1}", DataRules.UnknownFormat)]
    [InlineData("[1]", DataRules.UnknownFormat)]
    [InlineData("{\"a\":", DataRules.NotJson)]
    [InlineData("{\"errors\":[{\"code\":100}]}", DataRules.ErrorMessage)]
    [InlineData("<html/>", DataRules.UnknownFormat)]
    [InlineData("%PDF-1.7", DataRules.UnknownFormat)]
    public void What_is_no_message_of_data_is_refused(string text, string rule)
    {
        Assert.Equal(rule, Assert.Throws<SdmxFormatException>(() => DataMessages.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), Find)).Rule);
    }

    [Fact]
    public void Formats_that_are_read_alone_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => Written(Message(Few()), DataFormat.JsonDraft));
        Assert.Throws<ArgumentException>(() => Written(Message(Few()), DataFormat.JsonStat));
    }

    [Fact]
    public void Groups_behind_their_series_are_found_in_packed_messages_from_a_network()
    {
        var text = XmlSamples.Specific($"<Series {XmlSamples.Tag}><Obs TIME_PERIOD=\"2020\" OBS_VALUE=\"7\"/></Series><Group REF_AREA=\"DE\" SOURCE_DETAIL=\"census\"/>");
        foreach (var packed in new[] { Gzip(Encoding.UTF8.GetBytes(text)), Zip(("x.xml", Encoding.UTF8.GetBytes(text))) })
        {
            using var reader = DataMessages.Open(new NetworkStream(packed), Find);
            reader.RequiresAttributes = false;

            Assert.Equal(["Replace A.DE.SO._T._T 2020 7 SOURCE_DETAIL=census"], Lines(reader));
        }
    }

    [Fact]
    public void Message_larger_than_what_is_kept_in_memory_goes_through_a_file()
    {
        IEnumerable<DataRow> Many() => Enumerable.Range(0, 400_000).Select(i => Row("A.DE.SO._T._T", $"{1000 + (i % 8000)}", i));
        var bytes = Written(new(Header, Flow, [new(new RowCursor(Structure, Many()))]), DataFormat.GenericXml);
        Assert.True(bytes.Length > 40 << 20);

        Assert.Equal(400_000, Count(new NetworkStream(bytes, 1 << 20)));
    }

    [Fact]
    public void Archive_with_two_messages_or_none_is_refused()
    {
        var bytes = Written(Message(Few()), DataFormat.GenericXml);

        Assert.Equal(DataRules.NotZip, Refused(Zip(("a.xml", bytes), ("b.xml", bytes))).Rule);
        Assert.Equal(DataRules.NotZip, Refused(Zip()).Rule);
        Assert.Equal(DataRules.UnknownFormat, Refused(Zip(("a.txt", "nothing"u8.ToArray()))).Rule);
    }

    [Fact]
    public void Packed_message_cut_off_or_damaged_is_refused_or_read_whole()
    {
        var bytes = Written(Message(Few()), DataFormat.Csv1);
        foreach (var packed in new[] { Gzip(bytes), Zip(("a.csv", bytes)) })
        {
            for (var length = 3; length < packed.Length; length++)
                Refused(packed[..length]);
            for (var at = 0; at < packed.Length; at++)
            {
                var damaged = packed.ToArray();
                damaged[at] ^= 0x55;
                try
                {
                    Assert.Equal(3, Count(new MemoryStream(damaged)));
                }
                catch (SdmxFormatException)
                {
                    // Refused: that is the other way it may end.
                }
            }
        }
    }

    [Fact]
    public void Message_packed_in_several_parts_is_read_whole()
    {
        var bytes = Written(Message(Few()), DataFormat.Csv1);

        Assert.Equal(3, Count(new MemoryStream([.. Gzip(bytes[..50]), .. Gzip([]), .. Gzip(bytes[50..])])));
    }

    [Fact]
    public void Message_that_unpacks_to_very_much_more_is_refused()
    {
        var text = XmlSamples.Specific("§");
        var parts = text.Split('§');
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(parts[0]));
            var blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 400; i++)
            {
                gzip.Write(blanks);
                gzip.Write("<c:Annotations/>"u8);
            }

            gzip.Write(Encoding.UTF8.GetBytes(parts[1]));
        }

        Assert.Equal(DataRules.TooLarge, Refused(stream.ToArray()).Rule);
        Assert.Equal(DataRules.TooLarge, Refused(Gzip(stream.ToArray())).Rule);
    }

    [Fact]
    public void Archive_with_a_directory_without_end_is_refused()
    {
        var entries = Enumerable.Range(0, 30_000).Select(i => ($"{i}", Array.Empty<byte>())).ToArray();

        Assert.Equal(DataRules.TooLarge, Refused(Zip(entries)).Rule);
    }

    [Fact]
    public void Stream_is_closed_with_the_reader_and_where_there_is_none()
    {
        var good = new MemoryStream(Gzip(Written(Message(Few()), DataFormat.GenericXml)));
        DataMessages.Open(good, Find).Dispose();
        var bad = new MemoryStream("?"u8.ToArray());
        Assert.Throws<SdmxFormatException>(() => DataMessages.Open(bad, Find));

        Assert.False(good.CanRead || bad.CanRead);
    }

    private static SdmxFormatException Refused(byte[] bytes) => Assert.Throws<SdmxFormatException>(() => Count(new MemoryStream(bytes)));

    private static int Count(Stream stream)
    {
        using var reader = DataMessages.Open(stream, Find);
        var count = 0;
        while (reader.Read())
            count++;
        return count;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
