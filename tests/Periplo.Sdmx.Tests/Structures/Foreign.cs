using System.Text;
using Periplo.Sdmx.Structures;

namespace Periplo.Tests.Sdmx.Structures;

/// <summary>Messages in the forms in which other agencies write them.</summary>
internal static class Foreign
{
    /// <summary>
    /// A structure with all that is met: components without an id, values from concepts, no values said at all, a measure dimension, groups,
    /// a group of an attachment constraint, roles, every relationship of attributes, lists in another order, and what 2.0 left for cross-sections.
    /// </summary>
    public const string Structure = """
        <s:DataStructures><s:DataStructure id="DSD" agencyID="A" version="1.2" isFinal="true" urn="urn:wrong"><c:Name>Structure</c:Name><s:DataStructureComponents>
          <s:DimensionList id="DimensionDescriptor">
            <s:Dimension id="FREQ" position="4"><s:ConceptIdentity><Ref id="FREQUENCY" maintainableParentID="CS" maintainableParentVersion="1.0" agencyID="A" package="conceptscheme" class="Concept"/></s:ConceptIdentity>
              <s:LocalRepresentation><s:Enumeration><Ref id="CL_FREQ" version="2.0" agencyID="SDMX"/></s:Enumeration><s:EnumerationFormat minLength="1"/></s:LocalRepresentation>
              <s:ConceptRole><Ref id="FREQ" maintainableParentID="ROLES" agencyID="SDMX" class="Concept"/></s:ConceptRole></s:Dimension>
            <s:Dimension><c:Annotations><c:Annotation><c:AnnotationType>t</c:AnnotationType></c:Annotation></c:Annotations><s:ConceptIdentity><URN>urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).FREE</URN></s:ConceptIdentity></s:Dimension>
            <s:TimeDimension><s:ConceptIdentity><Ref id="TIME" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:LocalRepresentation><s:TextFormat textType="ObservationalTimePeriod"/></s:LocalRepresentation></s:TimeDimension>
            <s:Dimension id="TEXT"><s:ConceptIdentity><Ref id="TEXT" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity><s:LocalRepresentation><s:TextFormat/></s:LocalRepresentation></s:Dimension>
            <s:MeasureDimension id="INDICATOR"><s:ConceptIdentity><Ref id="INDICATOR" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:LocalRepresentation><s:Enumeration><Ref id="CS_INDICATOR" agencyID="A" version="1.0"/></s:Enumeration></s:LocalRepresentation></s:MeasureDimension>
          </s:DimensionList>
          <s:AttributeList id="AttributeDescriptor">
            <s:Attribute id="OBS_STATUS" assignmentStatus="Mandatory"><s:ConceptIdentity><Ref id="OBS_STATUS" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:LocalRepresentation><s:Enumeration><Ref id="CL_OBS_STATUS" agencyID="SDMX" version="2.2" class="Codelist"/></s:Enumeration></s:LocalRepresentation>
              <s:AttributeRelationship><s:PrimaryMeasure><Ref id="OBS_VALUE"/></s:PrimaryMeasure></s:AttributeRelationship></s:Attribute>
            <s:Attribute id="TITLE" assignmentStatus="Conditional"><s:ConceptIdentity><Ref id="TITLE" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:AttributeRelationship><s:Group><Ref id="BY_TEXT"/></s:Group></s:AttributeRelationship></s:Attribute>
            <s:Attribute id="UNIT" assignmentStatus="Conditional"><s:ConceptIdentity><Ref id="UNIT" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:AttributeRelationship><s:Dimension><URN>urn:sdmx:org.sdmx.infomodel.datastructure.Dimension=A:DSD(1.2).FREQ</URN></s:Dimension></s:AttributeRelationship></s:Attribute>
            <s:Attribute id="SERIES" assignmentStatus="Conditional"><s:ConceptIdentity><Ref id="SERIES" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:LocalRepresentation><s:TextFormat textType="String" maxLength="800"/></s:LocalRepresentation>
              <s:AttributeRelationship><s:Dimension><Ref id="INDICATOR"/></s:Dimension><s:Dimension><Ref id="FREQ"/></s:Dimension><s:Dimension><Ref id="FREE"/></s:Dimension><s:Dimension><Ref id="TEXT"/></s:Dimension></s:AttributeRelationship></s:Attribute>
            <s:Attribute id="TIMED" assignmentStatus="Conditional"><s:ConceptIdentity><Ref id="TIMED" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:AttributeRelationship><s:Dimension><Ref id="FREQ"/></s:Dimension><s:Dimension><Ref id="TIME_PERIOD"/></s:Dimension></s:AttributeRelationship></s:Attribute>
            <s:Attribute id="SOURCE" assignmentStatus="Conditional"><s:ConceptIdentity><Ref id="SOURCE" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:AttributeRelationship><s:None/></s:AttributeRelationship></s:Attribute>
            <s:ReportingYearStartDay assignmentStatus="Mandatory"><s:ConceptIdentity><Ref id="RYSD" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:LocalRepresentation><s:TextFormat textType="MonthDay"/></s:LocalRepresentation><s:AttributeRelationship><s:None/></s:AttributeRelationship></s:ReportingYearStartDay>
            <s:Attribute id="TWO_WAYS" assignmentStatus="Conditional"><s:ConceptIdentity><Ref id="TWO" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
              <s:AttributeRelationship><s:Dimension><Ref id="FREQ"/></s:Dimension><s:AttachmentGroup><Ref id="BY_TEXT"/></s:AttachmentGroup></s:AttributeRelationship></s:Attribute>
          </s:AttributeList>
          <s:Group id="BY_TEXT"><s:GroupDimension><s:DimensionReference><Ref id="FREQ"/></s:DimensionReference></s:GroupDimension><s:GroupDimension><s:DimensionReference><Ref id="TEXT"/></s:DimensionReference></s:GroupDimension></s:Group>
          <s:Group id="BY_CONSTRAINT"><s:AttachmentConstraint><Ref id="AC" agencyID="A"/></s:AttachmentConstraint></s:Group>
          <s:MeasureList id="MeasureDescriptor"><s:PrimaryMeasure><s:ConceptIdentity><Ref id="VALUE" maintainableParentID="CS" agencyID="A"/></s:ConceptIdentity>
            <s:LocalRepresentation><s:TextFormat textType="Double" decimals="1"/></s:LocalRepresentation></s:PrimaryMeasure><s:CrossSectionalMeasure conceptRef="X"><s:Odd/></s:CrossSectionalMeasure></s:MeasureList>
        </s:DataStructureComponents></s:DataStructure></s:DataStructures>
        """;

    public static IReadOnlyList<Artefact> Read(string structures, string version = "v2_1") => StructureXmlReader.Read(new MemoryStream(Message(structures, version)));

    public static byte[] Message(string structures, string version = "v2_1") => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="utf-8"?>
        <m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/{version}/message" xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/{version}/structure" xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/{version}/common">
        <m:Header><m:ID>X</m:ID></m:Header><m:Structures>
        {structures}
        </m:Structures></m:Structure>
        """);
}
