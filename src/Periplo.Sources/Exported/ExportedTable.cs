using Periplo.Languages;
using Periplo.Sources.Mapped;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Exported;

/// <summary>Periplo's own table of a dataset, as <c>periplo export</c> writes it: the dimensions, the value and its attributes, and the papers in every row.</summary>
internal sealed class ExportedTable : SourceReader
{
    private readonly DatasetDefinition definition;
    private readonly Lazy<IReadOnlyList<string>> columns;

    public ExportedTable(DatasetDefinition definition)
    {
        this.definition = definition;
        columns = new(() =>
        [
            .. definition.Structure.Dimensions.Select(dimension => dimension.Id).Where(id => id != "UNIT_MEASURE"),
            Mapping.Time, Mapping.Value, "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", .. Mapping.PapersColumns,
        ]);
    }

    public override string Name => "periplo-table 1";

    public override Text Title => new($"una tabla {definition.Id} exportada por Periplo", $"a {definition.Id} table exported by Periplo", $"un tableau {definition.Id} exporté par Periplo");

    public override IReadOnlyList<string> Columns => columns.Value;

    public override IReadOnlyList<string> OptionalColumns => ["DATA_TYPE", "COMMENT_OBS"];

    public override bool Recognises(SourceContent content) =>
        content.Head.Count > 0 && new HeaderMatch(this, content.Head[0].Fields).IsExact;

    public override SourceTable Read(SourceContent content, Reading reading)
    {
        var header = content.Head[0].Fields.Select(name => name.Trim()).ToList();
        var mapping = new Mapping
        {
            Definition = definition,
            Columns = header.Where(name => name != Mapping.Value).ToDictionary(name => name),
            Values = [new(Mapping.Value, new Dictionary<string, string>())],
            EmptyNeedsReason = true,
        };
        return new MappedTable(mapping, Name).Read(content, reading);
    }
}
