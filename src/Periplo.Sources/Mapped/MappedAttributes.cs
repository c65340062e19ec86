using Periplo.Sdmx;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Mapped;

/// <summary>Status and attributes of the values of a row: what the row says, else what the column fixes, else what the mapping says.</summary>
internal sealed class MappedAttributes
{
    private readonly TableRows rows;
    private readonly int status;
    private readonly int multiplier;
    private readonly int dataType;
    private readonly int comment;
    private readonly (AttributeSet Set, ObservationStatus Status)[] byColumn;
    private readonly (AttributeSet Set, (int?, string?, string?) Said)[] last;
    private readonly CodeCache<string> dataTypes = new();
    private readonly CodeCache<string> comments = new();
    private ObservationStatus? rowStatus;
    private (int?, string?, string?) said;

    public MappedAttributes(Mapping mapping, MappedColumns columns, TableRows rows)
    {
        this.rows = rows;
        (status, multiplier, dataType, comment) = (columns.Of("OBS_STATUS"), columns.Of("UNIT_MULT"), columns.Of("DATA_TYPE"), columns.Of("COMMENT_OBS"));
        byColumn = [.. columns.Values.Select(value => (
            new AttributeSet(
                value.Column.UnitMultiplier ?? mapping.Attributes.UnitMultiplier,
                value.Column.DataType ?? mapping.Attributes.DataType,
                value.Column.Comment),
            value.Column.Status ?? mapping.Status))];
        last = [.. byColumn.Select(one => (one.Set, default((int?, string?, string?))))];
    }

    /// <summary>Reads the attribute columns of the row.</summary>
    public void Move()
    {
        rowStatus = null;
        if (status >= 0 && !rows[status].IsEmpty)
        {
            rowStatus = ObservationStatuses.TryParse(rows[status], out var read)
                ? read
                : throw rows.Fault(status, Refusals.NotOneOf(Refusals.Shown(rows[status]), Enum.GetNames<ObservationStatus>()));
        }

        int? power = null;
        if (multiplier >= 0 && !rows[multiplier].IsEmpty)
            power = UnitMultipliers.Code(rows.Text(multiplier)) ?? throw rows.Fault(multiplier, Refusals.NotOneOf(Refusals.Shown(rows[multiplier]), UnitMultipliers.Known));
        said = (power, DataType(), Comment());
    }

    /// <summary>Attributes and status of a value column, and the status the row itself states.</summary>
    public (AttributeSet Set, ObservationStatus Status, ObservationStatus? Stated) Of(int column)
    {
        var (set, byDefault) = byColumn[column];
        if (last[column].Said != said)
        {
            var (power, type, remark) = said;
            last[column] = (new(power ?? set.UnitMultiplier, type ?? set.DataType, remark ?? set.Comment), said);
        }

        return (last[column].Set, rowStatus ?? byDefault, rowStatus);
    }

    private string? DataType()
    {
        if (dataType < 0 || rows[dataType].IsEmpty)
            return null;
        if (dataTypes.TryGet(rows[dataType], out var code))
            return code;
        var letters = rows.Text(dataType);
        return dataTypes.Add(rows[dataType], UnDesa.DataTypes.Code(letters) ?? throw rows.Fault(dataType, UnDesa.DataTypes.Refusal(Refusals.Shown(letters))));
    }

    private string? Comment()
    {
        if (comment < 0 || rows[comment].IsEmpty)
            return null;
        return comments.TryGet(rows[comment], out var known) ? known : comments.Add(rows[comment], rows.Text(comment));
    }
}
