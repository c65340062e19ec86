using System.Text;
using Periplo.Sdmx.Structures;
using Xunit;
using static Periplo.Tests.Sdmx.Structures.SampleStructures;

namespace Periplo.Tests.Sdmx.Structures;

public class ConstraintXmlTests
{
    [Fact]
    public void Read_an_actual_constraint_with_annotations_moments_and_a_reference_period()
    {
        var constraint = Read("""
            <c:Annotations><c:Annotation id="obs_count"><c:AnnotationTitle>48</c:AnnotationTitle><c:AnnotationType>sdmx_metrics</c:AnnotationType><c:AnnotationURL>http://x</c:AnnotationURL></c:Annotation></c:Annotations>
            <c:Name>Availability</c:Name>
            <s:ConstraintAttachment><s:Dataflow><Ref id="DSD_X@DF_Y" version="1.0" agencyID="A" package="datastructure" class="Dataflow"/></s:Dataflow>
              <s:QueryableDataSource isRESTDatasource="true" isWebServiceDatasource="false"><c:DataURL>http://x</c:DataURL></s:QueryableDataSource></s:ConstraintAttachment>
            <s:CubeRegion include="true"><c:KeyValue id="AREA"><c:Value>GTM</c:Value><c:Value> HND
              </c:Value></c:KeyValue>
              <c:KeyValue id="TIME_PERIOD"><c:TimeRange><c:StartPeriod isInclusive="true">2020-04-15T00:00:00</c:StartPeriod><c:EndPeriod>2023-Q2</c:EndPeriod></c:TimeRange></c:KeyValue>
              <c:Attribute id="STATUS"><c:Value>A</c:Value></c:Attribute><c:Attribute id="GIVEN"/></s:CubeRegion>
            <s:ReferencePeriod startTime="2020-04-15T00:00:00" endTime="2023-04-25T00:00:00"/>
            """);

        Assert.True(constraint.IsActual);
        Assert.Equal([To(StructureType.Dataflow, "DSD_X@DF_Y", "A")], constraint.Attachments);
        Assert.Equal([new Annotation("sdmx_metrics", "48", "obs_count")], constraint.Annotations);
        Assert.Equal(["AREA+ GTM,HND ", "TIME_PERIOD+  2020-04-15..2023-Q2", "STATUS+ A "], Shown(constraint));
        Assert.Equal([false, false, true], constraint.Region.Select(one => one.IsAttribute));
        Assert.Null(constraint.ReferencePeriod);
        Assert.DoesNotContain("ReferencePeriod", Encoding.UTF8.GetString(StructureXmlWriterTests.Written([constraint])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<c:BeforePeriod>2010</c:BeforePeriod>""", "T+  ..2010")]
    [InlineData("""<c:AfterPeriod isInclusive="false">2010-01</c:AfterPeriod>""", "T+  2010-01..")]
    [InlineData("""<c:StartPeriod>2010-01-01/P5Y</c:StartPeriod><c:EndPeriod>2020</c:EndPeriod>""", "T+  ..2020")]
    public void Read_ranges_of_time_open_or_not(string range, string shown)
    {
        Assert.Equal([shown], Shown(Read($"""<c:Name>n</c:Name><s:CubeRegion><c:KeyValue id="T"><c:TimeRange>{range}</c:TimeRange></c:KeyValue></s:CubeRegion>""")));
    }

    [Fact]
    public void Read_values_left_out_alone_or_as_a_region()
    {
        Assert.Equal(["A- X ", "B+ Y "], Shown(Read("""
            <c:Name>n</c:Name><s:CubeRegion><c:KeyValue id="A" include="false"><c:Value>X</c:Value></c:KeyValue><c:KeyValue id="B"><c:Value>Y</c:Value></c:KeyValue></s:CubeRegion>
            """)));
        Assert.Equal(["A- X "], Shown(Read("""<c:Name>n</c:Name><s:CubeRegion include="false"><c:KeyValue id="A"><c:Value>X</c:Value></c:KeyValue></s:CubeRegion>""")));
    }

    [Fact]
    public void Read_what_one_region_cannot_say_is_left_open()
    {
        // Several regions: components that every one limits, to the values of any.
        Assert.Equal(["A+ X,Y,Z "], Shown(Read("""
            <c:Name>n</c:Name><s:CubeRegion><c:KeyValue id="A"><c:Value>X</c:Value><c:Value>Y</c:Value></c:KeyValue><c:KeyValue id="B"><c:Value>1</c:Value></c:KeyValue></s:CubeRegion>
            <s:CubeRegion><c:KeyValue id="A"><c:Value>Y</c:Value><c:Value>Z</c:Value></c:KeyValue></s:CubeRegion>
            """)));

        // Cut out by two components; values that stand for those under them; keys; targets.
        Assert.Empty(Shown(Read("""
            <c:Name>n</c:Name><s:CubeRegion include="false"><c:KeyValue id="A"><c:Value>X</c:Value></c:KeyValue><c:KeyValue id="B"><c:Value>1</c:Value></c:KeyValue></s:CubeRegion>
            <s:CubeRegion><c:KeyValue id="A"><c:Value cascadeValues="true">X</c:Value></c:KeyValue></s:CubeRegion>
            <s:DataKeySet isIncluded="true"><s:Key><c:KeyValue id="A"><c:Value>X</c:Value></c:KeyValue></s:Key></s:DataKeySet>
            """)));
    }

    [Theory]
    [InlineData("DataStructure", StructureType.DataStructure)]
    [InlineData("MetadataStructure", StructureType.MetadataStructure)]
    [InlineData("Metadataflow", StructureType.Metadataflow)]
    [InlineData("ProvisionAgreement", StructureType.ProvisionAgreement)]
    public void Read_attachments_of_every_kind(string element, StructureType type)
    {
        var constraint = Read($"""<c:Name>n</c:Name><s:ConstraintAttachment><s:{element}><Ref id="X" agencyID="A"/></s:{element}><s:{element}><Ref id="Y" agencyID="A"/></s:{element}></s:ConstraintAttachment>""");

        Assert.Equal([To(type, "X", "A"), To(type, "Y", "A")], constraint.Attachments);
    }

    [Fact]
    public void Read_an_attachment_to_a_provider_is_one_to_its_scheme_and_to_a_set_of_data_none()
    {
        var provider = Read("""<c:Name>n</c:Name><s:ConstraintAttachment><s:DataProvider><Ref id="P" maintainableParentID="DATA_PROVIDERS" agencyID="A"/></s:DataProvider></s:ConstraintAttachment>""");

        Assert.Equal([To(StructureType.DataProviderScheme, "DATA_PROVIDERS", "A")], provider.Attachments);
        Assert.Empty(OfficialXmlSchemas.Errors(StructureXmlWriterTests.Written([provider])));
        Assert.Empty(Read("""<c:Name>n</c:Name><s:ConstraintAttachment><s:SimpleDataSource>http://x</s:SimpleDataSource></s:ConstraintAttachment>""").Attachments);
    }

    private static ContentConstraint Read(string content) => Assert.IsType<ContentConstraint>(Assert.Single(Foreign.Read(
        $"""<s:Constraints><s:AttachmentConstraint id="AC" agencyID="A"><c:Name>n</c:Name></s:AttachmentConstraint><s:ContentConstraint id="C" agencyID="A" validFrom="2023-10-16T14:33:16.13Z">{content}</s:ContentConstraint></s:Constraints>""")));

    private static IEnumerable<string> Shown(ContentConstraint constraint) => constraint.Region.Select(one =>
        $"{one.Component}{(one.Include ? '+' : '-')} {string.Join(',', one.Values)} {(one.From is null && one.To is null ? "" : $"{one.From}..{one.To}")}");
}
