using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Sdmx.Structures;

namespace Periplo.Tests.Sdmx.Xml;

/// <summary>A flow of the kind this library is for, with every way an attribute can hang on data, and messages of it. Its numbers are invented.</summary>
internal static class MigrantData
{
    public static readonly CodeList Areas = List("CL_AREA", "DE", "SO", "TR", "AF", "W0");

    public static readonly CodeList Sexes = List("CL_SEX", "_T", "F", "M");

    public static readonly CodeList Statuses = List("CL_OBS_STATUS", "A", "B", "E", "M", "O", "P");

    public static readonly CodeList Units = List("CL_UNIT_MEASURE", "PS", "PT");

    public static readonly DataStructure Structure = new("DSD_MIG_STOCK", "MDIS", "1.0", Name("Migrant stock"),
        [
            Dimension("FREQ", List("CL_FREQ", "A", "M", "Q")),
            Dimension("REF_AREA", Areas),
            Dimension("COUNTERPART_AREA", Areas),
            Dimension("SEX", Sexes),
            Dimension("AGE", CodeList.Uncoded),
        ],
        [
            new(Concept("PUBLISHER"), null, Attachment.DataSet, Mandatory: false),
            new(Concept("UNIT_MEASURE"), Units, Attachment.Series, Mandatory: true),
            new(Concept("UNIT_MULT"), List("CL_UNIT_MULT", "0", "3"), Attachment.Series, Mandatory: false),
            new(Concept("SOURCE_DETAIL"), null, Attachment.Series, Mandatory: false) { Dimensions = ["REF_AREA"] },
            new(Concept("OBS_STATUS"), Statuses, Attachment.Observation, Mandatory: true),
            new(Concept("COMMENT_OBS"), null, Attachment.Observation, Mandatory: false),
        ]);

    public static readonly Dataflow Flow = new("DF_MIG_STOCK", "MDIS", "1.0", Name("Migrant stock"), Structure);

    public static readonly MessageHeader Header = new("M1", new(2026, 7, 1, 12, 30, 0, TimeSpan.FromHours(2)), "MDIS");

    /// <summary>Finds the flow by its own reference, its structure's or that of an agreement.</summary>
    public static Dataflow? Find(StructureReference reference) =>
        reference is (StructureType.Dataflow, "MDIS", "DF_MIG_STOCK", "1.0" or "")
            or (StructureType.DataStructure, "MDIS", "DSD_MIG_STOCK", "1.0" or "")
            or (StructureType.ProvisionAgreement, "MDIS", "PA_MIG_STOCK", "1.0" or "")
            ? Flow
            : null;

    public static InternationalString Name(string name) => new(("en", name), ("es", name + " (es)"));

    public static Concept Concept(string id) => new(id, Name(id));

    public static Dimension Dimension(string id, CodeList list) => new(Concept(id), list);

    public static CodeList List(string id, params string[] codes) => new(id, "MDIS", "1.0", Name(id), [.. codes.Select(code => new Code(code, Name(code)))]);

    /// <summary>A row: key with points between, period, value, status; <c>NAME=text</c> for other attributes. Every series is of persons.</summary>
    public static DataRow Row(string key, string time, double value, string? status = "A", params string[] attributes) =>
        DataRow.Of(Structure, key.Split('.'), time, value, [$"OBS_STATUS={status}", "UNIT_MEASURE=PS", "UNIT_MULT=0", .. attributes]);

    /// <summary>Two years of one series and one of another.</summary>
    public static DataRow[] Few() =>
    [
        Row("A.DE.SO._T._T", "2020", 10890),
        Row("A.DE.SO._T._T", "2024", 11430, "E", "COMMENT_OBS=Nowcast, \"preliminary\""),
        Row("A.DE.TR._T._T", "2020", 1230000.5),
    ];

    public static DataMessage Message(params DataRow[] rows) => Message(DataAction.Replace, rows);

    public static DataMessage Message(DataAction action, params DataRow[] rows) =>
        new(Header, Flow, [new DataSet(new RowCursor(Structure, rows), action)]);
}
