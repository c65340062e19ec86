using Periplo.Sdmx;
using Periplo.Sdmx.Messages;
using Periplo.Statistics;

namespace Periplo.Sources.Messages;

/// <summary>Status and attributes of the observations of a message.</summary>
internal sealed partial class MessageRows
{
    /// <summary>Status and attributes, and which of them the message gives; null when one of them is not known.</summary>
    private (ObservationStatus Status, AttributeSet Set, FigureParts Parts)? Attributes(TimePeriod? time)
    {
        isUnknown = false;
        var parts = FigureParts.None;
        var status = double.IsNaN(reader.Value) ? ObservationStatus.O : ObservationStatus.A;
        if (Given(columns.Status, columns.StatusCodes, time, "OBS_STATUS", FigureParts.Status, ref parts) is { } letter)
            status = (ObservationStatus)letter[0];
        var multiplier = Given(columns.Multiplier, columns.MultiplierCodes, time, "UNIT_MULT", FigureParts.Multiplier, ref parts);
        var type = Given(columns.DataType, columns.DataTypeCodes, time, "DATA_TYPE", FigureParts.DataType, ref parts);
        if (isUnknown)
            return null;

        var comment = Comment();
        if (comment is not null)
            parts |= FigureParts.Comment;
        return (status, Set(multiplier is null ? 0 : multiplier[0] - '0', type, comment), parts);
    }

    /// <summary>A coded attribute; <see cref="isUnknown"/> is set where no code of ours stands for it.</summary>
    private string? Given(MessageColumn column, MessageCodes known, TimePeriod? time, string id, FigureParts part, ref FigureParts parts)
    {
        var given = column.Constant ?? (column.Attribute >= 0 ? reader.Attribute(column.Attribute) : column.Dimension >= 0 ? reader.Code(column.Dimension) : null);
        if (string.IsNullOrEmpty(given) || isUnknown)
            return null;
        if (column.Constant is null)
            parts |= part;
        // A deletion marks what it means with any text.
        if (column.Constant is not null || reader.Action == DataAction.Delete)
            return column.Constant;
        if (!known.TryFind(given, time, out var found))
        {
            isUnknown = true;
            Fault(MessageRules.NotMapped, NotMapped(id, given));
            return null;
        }

        return found;
    }

    private string? Comment()
    {
        var column = columns.Comment;
        var text = column.Constant ?? (column.Attribute >= 0 ? reader.Attribute(column.Attribute) : column.Dimension >= 0 ? reader.Code(column.Dimension) : null);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private AttributeSet Set(int multiplier, string? type, string? comment)
    {
        if (lastSet.UnitMultiplier == multiplier && lastSet.DataType == type && lastSet.Comment == comment)
            return lastSet;
        var set = new AttributeSet(multiplier, type, comment);
        if (sets.TryGetValue(set, out var known))
            return lastSet = known;
        sets.Add(set, set);
        return lastSet = set;
    }

    /// <summary>
    /// What a deletion takes away. Attributes that qualify whole series or data sets stand with every observation, so of a single
    /// observation they mean nothing; only where no period is given are they meant themselves (SDMX-ML 2.1, section 3A part IV, action Delete).
    /// </summary>
    private FigureParts RemovedParts(FigureParts parts)
    {
        if (!reader.HasTime || format == DataFormat.Csv2)
            return parts;
        Drop(columns.Multiplier, FigureParts.Multiplier);
        Drop(columns.DataType, FigureParts.DataType);
        Drop(columns.Comment, FigureParts.Comment);
        Drop(columns.Status, FigureParts.Status);
        return parts;

        void Drop(MessageColumn column, FigureParts part)
        {
            if (column.Attribute >= 0 && reader.Structure.Attributes[column.Attribute].Attachment != Attachment.Observation)
                parts &= ~part;
        }
    }
}
