using System.IO.Compression;
using System.Text;
using Periplo.Observatory;
using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;
using Periplo.Statistics;
using Periplo.Tests.Sources;
using Periplo.Tests.Statistics;
using Xunit;

namespace Periplo.Tests.Exchange;

/// <summary>Messages fetched from services, which are slow, large, redirect, fail and lie.</summary>
public sealed class RemoteImportTests
{
    private const string Data = "/sdmx/v1/data/PERIPLO,DF_MIG_STOCK,1.0/all";

    private static readonly byte[] Message = ImportPlace.Message(
        Sample.Stock(Sample.Stock("GTM", "HND", 2020, 10), Sample.Stock("GTM", "SLV", 2020, 20)), DataFormat.StructureSpecificXml);

    private static readonly RemoteLimits Hurried = new()
    {
        Answer = TimeSpan.FromSeconds(20), Idle = TimeSpan.FromSeconds(20), MostBytes = 1 << 20,
        MostRetryAfter = TimeSpan.FromMilliseconds(100), Later = [TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1)],
    };

    [Fact]
    public void Message_of_a_service_is_imported_with_its_address()
    {
        using var stub = new HttpStub(path => path == Data ? new("200 OK", Message) : new("404 Not Found", []));
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        var kept = Assert.Single(place.Import(stub.Origin + Data).Kept);
        Assert.Equal((2, "GTM-INE.2026-11-28", stub.Origin + Data, stub.Origin + Data), (kept.Added, kept.Part.Revision.Id, kept.Part.File.Name, kept.Part.Papers.Url));
        // A service without structures of its own sends data in ours.
        Assert.Equal([Data, "/sdmx/v1/dataflow/PERIPLO/DF_MIG_STOCK/1.0?references=descendants"], stub.Asked);
        Assert.False(place.Import(stub.Origin + Data).IsNew);
    }

    [Fact]
    public void Structure_is_asked_for_at_the_service_of_the_data()
    {
        var asked = "";
        using var stub = new HttpStub((path, head) =>
        {
            if (!path.StartsWith("/rest/dataflow/", StringComparison.Ordinal))
                return StubAnswer.Ok(ForeignFlow.Head + ForeignFlow.Row("A.HN.REACH.TOTAL.NR.T.ES", "2020", "10"));
            asked = head;
            return new("200 OK", Structures());
        });
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        Assert.True(place.Import($"{stub.Origin}/rest/data/OFFICE,migr_pop,1.0/all", mapping: ForeignFlow.Mapping).IsNew);
        Assert.StartsWith("GET /rest/dataflow/OFFICE/migr_pop/1.0?references=descendants ", asked, StringComparison.Ordinal);
        Assert.Contains("application/vnd.sdmx.structure+xml;version=2.1", asked, StringComparison.Ordinal);
        // The same from a file beside the message.
        var structure = place.Write("structure.xml", Structures());
        var result = place.Installation.ImportSdmx(
            place.Write("m.csv", ForeignFlow.Head + ForeignFlow.Row("A.SLV.REACH.TOTAL.NR.T.ES", "2020", "10")),
            new(new() { MappingFile = "m.yaml", MappingText = ForeignFlow.Mapping }) { Structure = structure }, null, CancellationToken.None);
        Assert.Equal(1, Assert.Single(result.Kept).Added);
    }

    [Fact]
    public void Packed_answer_is_unpacked_and_redirection_followed()
    {
        using var stub = new HttpStub(path => path switch
        {
            Data => new("302 Found", [], "Location: /moved"),
            "/moved" => new("200 OK", SourceFiles.Gzip(Message), "Content-Encoding: gzip"),
            _ => new("404 Not Found", []),
        });
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        Assert.True(place.Import(stub.Origin + Data).IsNew);
    }

    [Fact]
    public void Footer_that_names_a_later_download_is_followed_until_it_is_there()
    {
        var tries = 0;
        using var stub = new HttpStub((path, head) => path switch
        {
            Data => StubAnswer.Ok(Later("/later.zip", head)),
            "/later.zip" when ++tries < 3 => tries == 1 ? new("404 Not Found", []) : new("202 Accepted", []),
            "/later.zip" => new("200 OK", Zipped(Message)),
            _ => new("404 Not Found", []),
        });
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        Assert.Equal(2, Assert.Single(place.Import(stub.Origin + Data).Kept).Added);
        Assert.Equal(3, tries);
    }

    [Theory]
    [InlineData("/never", "not have them ready in time")]
    [InlineData("http://example.org/elsewhere", "another server")]
    [InlineData("/again", "again and again")]
    public void Later_download_that_does_not_come_is_told_and_nothing_kept(string later, string says)
    {
        using var stub = new HttpStub((path, head) => path is Data or "/again" ? StubAnswer.Ok(Later(later, head)) : new("404 Not Found", []));
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        var refused = Assert.Throws<InputException>(() => place.Import(stub.Origin + Data));
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
        Assert.Empty(place.Store.Parts());
        Assert.True(stub.Asked.Count < 8);
    }

    public static TheoryData<string, string> Bad => new()
    {
        { "404 Not Found", "nothing under that query" },
        { "204 No Content", "nothing under that query" },
        { "406 Not Acceptable", "did not accept the query" },
        { "401 Unauthorized", "did not accept the query" },
        { "302 Found", "did not accept the query" },
        { "500 Internal Server Error", "failed" },
        { "503 Service Unavailable", "failed" },
        { "429 Too Many Requests", "asked later" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Answer_that_is_no_data_is_told_by_its_status(string status, string says)
    {
        using var stub = new HttpStub(path => new(status, [], status[0] == '3' ? ["Location: /round"] : status[..3] == "429" ? ["Retry-After: 3600"] : []));
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        var refused = Assert.Throws<InputException>(() => place.Import(stub.Origin + Data));
        Assert.Contains(says, refused.Reason.En, StringComparison.Ordinal);
        Assert.Equal(3, new HashSet<string> { refused.Reason.Es, refused.Reason.En, refused.Reason.Fr }.Count);
        Assert.Empty(place.Store.Parts());
        Assert.True(stub.Asked.Count <= Hurried.MostRedirections + 1);
    }

    [Fact]
    public void Service_that_asks_for_a_little_patience_is_given_it()
    {
        var tries = 0;
        using var stub = new HttpStub(path => path == Data && ++tries < 3 ? new("503 Service Unavailable", [], "Retry-After: 0") : path == Data ? new("200 OK", Message) : new("404 Not Found", []));
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        Assert.True(place.Import(stub.Origin + Data).IsNew);
    }

    [Fact]
    public void Slow_cut_off_endless_and_absent_services_are_told_and_nothing_kept()
    {
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        using (var slow = new HttpStub(_ => new("200 OK", Message) { Wait = TimeSpan.FromMinutes(5) }))
        {
            using var impatient = new ImportPlace(TimeProvider.System, new() { Answer = TimeSpan.FromMilliseconds(300) });
            Assert.Contains("did not answer in time", Refused(impatient, slow.Origin + Data), StringComparison.Ordinal);
        }

        using (var cut = new HttpStub(_ => new("200 OK", Message) { CutAfter = Message.Length / 2 }))
            Assert.Contains("cut off", Refused(place, cut.Origin + Data), StringComparison.Ordinal);
        var bomb = SourceFiles.Gzip(new byte[4 << 20]);
        using (var large = new HttpStub(_ => new("200 OK", bomb, "Content-Encoding: gzip")))
            Assert.Contains("larger than", Refused(place, large.Origin + Data), StringComparison.Ordinal);
        string gone;
        using (var closed = new HttpStub(_ => StubAnswer.Ok("")))
            gone = closed.Origin;
        Assert.Contains("cannot be reached", Refused(place, gone + Data), StringComparison.Ordinal);
        Assert.Empty(place.Store.Parts());
    }

    [Fact]
    public void Damaged_answer_is_taken_or_refused_and_nothing_else()
    {
        using var place = new ImportPlace(TimeProvider.System, Hurried);
        Property.Holds(TestCounts.FolderMutations, random =>
        {
            var path = place.Write("m", Mutation.Of(Message, random));
            try
            {
                place.Import(path, $"S{random.Next()}");
            }
            catch (InputException refused)
            {
                Assert.NotEmpty(refused.Reason.Es);
            }
        });
    }

    private static string Refused(ImportPlace place, string address) => Assert.Throws<InputException>(() => place.Import(address)).Reason.En;

    /// <summary>A message without data whose footer names an address, that of a path of the service itself where it begins with a slash.</summary>
    private static string Later(string address, string head) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
          <m:Header><m:ID>L1</m:ID><m:Test>false</m:Test><m:Prepared>2026-11-28T00:00:00Z</m:Prepared><m:Sender id="OFFICE"/>
            <m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure><Ref agencyID="PERIPLO" id="DSD_MIG_STOCK" version="1.0"/></c:Structure></m:Structure></m:Header>
          <f:Footer xmlns:f="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message/footer"><f:Message code="413" severity="Information"><c:Text>{(address[0] == '/' ? $"http://{head.Split("Host: ")[1].Split('\r')[0]}" : "")}{address}</c:Text></f:Message></f:Footer>
        </m:GenericData>
        """;

    private static byte[] Zipped(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("data.xml").Open())
            entry.Write(content);
        return bytes.ToArray();
    }

    /// <summary>The structures of the foreign flow as its service gives them.</summary>
    private static byte[] Structures()
    {
        var (flow, structure) = (ForeignFlow.Flow, ForeignFlow.Flow.Structure);
        var concepts = new StructureReference(StructureType.ConceptScheme, "OFFICE", "CS", "1.0");
        Component Of(string id, CodeList? list) => new(
            id, new(concepts, id), list is null ? null : new(StructureType.CodeList, list.Agency, list.Id, list.Version), list is null ? new() : null);
        var lists = structure.Dimensions.Select(one => one.CodeList).Concat(structure.Attributes.Select(one => one.CodeList).OfType<CodeList>()).DistinctBy(list => list.Id);
        IReadOnlyList<Artefact> all =
        [
            .. lists.Select(list => new ItemScheme(StructureType.CodeList, list.Agency, list.Id, list.Version, list.Name, [.. list.Codes.Select(code => new Item(code.Id, code.Name))])),
            new ItemScheme(StructureType.ConceptScheme, "OFFICE", "CS", "1.0", flow.Name,
                [.. structure.Dimensions.Select(one => one.Concept).Concat(structure.Attributes.Select(one => one.Concept)).Append(new("TIME_PERIOD", flow.Name)).Append(new("OBS_VALUE", flow.Name)).Select(one => new Item(one.Id, one.Name))]),
            new StructureDefinition("OFFICE", structure.Id, "1.0", structure.Name)
            {
                Dimensions = [.. structure.Dimensions.Select(one => Of(one.Id, one.CodeList))], Time = Of("TIME_PERIOD", null) with { Format = new("ObservationalTimePeriod") },
                Measures = [Of("OBS_VALUE", null) with { Format = new("Double") }],
                Attributes = [.. structure.Attributes.Select(one => new AttributeDefinition(Of(one.Id, one.CodeList), one.Attachment, one.Mandatory))],
            },
            new DataflowDefinition("OFFICE", flow.Id, "1.0", flow.Name, new(StructureType.DataStructure, "OFFICE", structure.Id, "1.0")),
        ];
        using var bytes = new MemoryStream();
        StructureXmlWriter.Write(bytes, new("S1", new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero), "OFFICE"), all);
        return bytes.ToArray();
    }
}
