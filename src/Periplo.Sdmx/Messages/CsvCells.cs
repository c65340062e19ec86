using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Periplo.Sdmx.Csv;

namespace Periplo.Sdmx.Messages;

/// <summary>The components of one row of SDMX-CSV, read out of its fields.</summary>
internal sealed class CsvCells
{
    private const int LongestPeriod = 40;

    private static readonly SearchValues<byte> Number = SearchValues.Create("0123456789+-.eE"u8);

    private readonly DataStructure structure;
    private readonly CsvColumnForm[] forms;
    private readonly ComponentTexts[] texts;
    private readonly char separator;
    private string? wrongTime;

    /// <summary>Cells of a structure.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="forms">Columns of its dimensions, of time, of the value and of its attributes.</param>
    /// <param name="separator">What stands between several values in a field.</param>
    public CsvCells(DataStructure structure, CsvColumnForm[] forms, char separator)
    {
        (this.structure, this.forms, this.separator) = (structure, forms, separator);
        Codes = new string[structure.Dimensions.Count];
        Array.Fill(Codes, "");
        Attributes = new string?[structure.Attributes.Count];
        texts = [.. structure.Dimensions.Select(one => new ComponentTexts(one.CodeList)), .. structure.Attributes.Select(one => new ComponentTexts(one.CodeList))];
    }

    /// <summary>True once a row was read.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Codes of the key; empty where the row leaves one open.</summary>
    public string[] Codes { get; }

    /// <summary>Attributes, null where the row does not give one.</summary>
    public string?[] Attributes { get; }

    /// <summary>The period.</summary>
    public TimePeriod Time { get; private set; }

    /// <summary>The period as it stands in the file, or null.</summary>
    public string? TimeText => HasTime ? Time.ToString() : wrongTime;

    /// <summary>Whether the row gives a period.</summary>
    public bool HasTime { get; private set; }

    /// <summary>Whether the row leaves a dimension or the period open.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>The value, or NaN.</summary>
    public double Value { get; private set; }

    /// <summary>Whether the row says something of the value.</summary>
    public bool HasValue { get; private set; }

    /// <summary>The first dimension that has no column, or null.</summary>
    public string? Missing
    {
        get
        {
            for (var i = 0; i <= Codes.Length; i++)
            {
                if (forms[i].Field < 0)
                    return i == Codes.Length ? DataStructure.TimeDimension : structure.Dimensions[i].Id;
            }

            return null;
        }
    }

    /// <summary>Reads a row; false with what is wrong, and what could be read of the key in its place.</summary>
    public bool TryRead(CsvReader row, DataAction action, bool requiresAttributes, out string rule, out string detail, out int column)
    {
        HasBegun = true;
        (rule, detail, column) = ("", "", 0);
        Array.Fill(Codes, "");
        (wrongTime, HasTime, IsPartial) = (null, false, false);
        (Value, HasValue) = (double.NaN, false);
        var deletes = action == DataAction.Delete;
        for (var i = 0; i < Codes.Length; i++)
        {
            if (!TryCode(row, i, deletes, ref rule, ref detail))
            {
                column = forms[i].Field + 1;
                return false;
            }
        }

        var time = Codes.Length;
        if (!TryTime(Field(row, time, coded: true), deletes, ref rule, ref detail))
        {
            column = forms[time].Field + 1;
            return false;
        }

        if (!TryValue(Field(row, time + 1, coded: false), deletes, ref rule, ref detail))
        {
            column = forms[time + 1].Field + 1;
            return false;
        }

        for (var i = 0; i < Attributes.Length; i++)
        {
            if (!TryAttribute(row, i, action, requiresAttributes, ref rule, ref detail))
            {
                column = forms[time + 2 + i].Field + 1;
                return false;
            }
        }

        return true;
    }

    /// <summary>The field of a component, without the name behind it where it is one that has names.</summary>
    private ReadOnlySpan<byte> Field(CsvReader row, int component, bool coded)
    {
        if (forms[component].Field < 0)
            return default;
        var field = row[forms[component].Field];
        if (!forms[component].IsLabelled || !coded)
            return field;
        var colon = field.IndexOf((byte)':');
        return colon < 0 ? field : field[..colon];
    }

    private bool TryCode(CsvReader row, int dimension, bool deletes, ref string rule, ref string detail)
    {
        var definition = structure.Dimensions[dimension];
        var field = Field(row, dimension, definition.CodeList != CodeList.Uncoded);
        if (field.IsEmpty)
        {
            IsPartial = true;
            if (!deletes)
                (rule, detail) = (DataRules.MissingDimension, $"{definition.Id} is not given; only a deletion may leave it open.");
            return deletes;
        }

        if (texts[dimension].TryFind(field, out Codes[dimension]))
            return true;
        Codes[dimension] = Shown(field);
        return Unknown(definition.Id, definition.CodeList, field, ref rule, ref detail);
    }

    private bool TryTime(ReadOnlySpan<byte> field, bool deletes, ref string rule, ref string detail)
    {
        if (field.IsEmpty)
        {
            IsPartial = true;
            if (!deletes)
                (rule, detail) = (DataRules.MissingDimension, $"{DataStructure.TimeDimension} is not given; only a deletion may leave it open.");
            return deletes;
        }

        Span<char> text = stackalloc char[LongestPeriod];
        if (field.Length <= LongestPeriod && TimePeriod.TryParse(text[..Encoding.Latin1.GetChars(field, text)], out var time))
        {
            (Time, HasTime) = (time, true);
            return true;
        }

        wrongTime = Shown(field);
        (rule, detail) = (DataRules.BadPeriod, $"{Shown(field)} is no period that is known here; write 2024, 2024-S1, 2024-Q1, 2024-01, 2024-W01 or 2024-01-31.");
        return false;
    }

    private bool TryValue(ReadOnlySpan<byte> field, bool deletes, ref string rule, ref string detail)
    {
        HasValue = !field.IsEmpty;
        if (field.IsEmpty || deletes || Ascii.EqualsIgnoreCase(field, "NaN"u8))
            return true;
        if (field.IndexOfAnyExcept(Number) < 0 && Utf8Parser.TryParse(field, out double value, out var used) && used == field.Length && double.IsFinite(value))
        {
            Value = value;
            return true;
        }

        (rule, detail) = (DataRules.BadValue, $"{CsvHead.Value} is {Shown(field)}, which is no number; write it with a decimal point and without other separators.");
        return false;
    }

    private bool TryAttribute(CsvReader row, int attribute, DataAction action, bool requires, ref string rule, ref string detail)
    {
        var component = Codes.Length + 2 + attribute;
        var definition = structure.Attributes[attribute];
        var coded = definition.CodeList is not null && definition.CodeList != CodeList.Uncoded;
        var form = forms[component];
        var field = Field(row, component, coded && !form.IsMultiple);
        Attributes[attribute] = null;
        if (field.IsEmpty)
        {
            // A file may leave out attributes that must be given (field guide, columns); an empty field is one that is not given.
            if (!requires || !definition.Mandatory || form.Field < 0)
                return true;
            (rule, detail) = (DataRules.MissingAttribute, $"{definition.Id} must be given.");
            return false;
        }

        if (action == DataAction.Delete)
        {
            Attributes[attribute] = Shown(field);
            return true;
        }

        // The word of 3.0 for a text that is missing on purpose.
        if (field.SequenceEqual("#N/A"u8))
            return true;
        if (form.IsMultiple)
            return TrySeveral(field, attribute, coded, ref rule, ref detail);
        if (form.Languages is not null)
            field = OneLanguage(field);
        if (texts[Codes.Length + attribute].TryFind(field, out var found))
        {
            Attributes[attribute] = found;
            return true;
        }

        return Unknown(definition.Id, definition.CodeList, field, ref rule, ref detail);
    }

    /// <summary>Several values in one field: each must be a code; they stay together as they stand, without names.</summary>
    private bool TrySeveral(ReadOnlySpan<byte> field, int attribute, bool coded, ref string rule, ref string detail)
    {
        var known = texts[Codes.Length + attribute];
        var definition = structure.Attributes[attribute];
        if (!coded)
        {
            if (!known.TryFind(field, out var whole))
                return Unknown(definition.Id, null, field, ref rule, ref detail);
            Attributes[attribute] = whole;
            return true;
        }

        var parts = new List<string>();
        var rest = field;
        while (true)
        {
            var end = rest.IndexOf((byte)separator);
            var one = end < 0 ? rest : rest[..end];
            var colon = one.IndexOf(": "u8);
            if (!known.TryFind(colon < 0 ? one : one[..colon], out var code))
                return Unknown(definition.Id, definition.CodeList, one, ref rule, ref detail);
            parts.Add(code);
            if (end < 0)
                break;
            rest = rest[(end + 1)..];
        }

        Attributes[attribute] = string.Join(separator, parts);
        return true;
    }

    /// <summary>The English text of a multilingual field (<c>en:Value;fr:Valeur</c>), else the first.</summary>
    private ReadOnlySpan<byte> OneLanguage(ReadOnlySpan<byte> field)
    {
        var first = default(ReadOnlySpan<byte>);
        var rest = field;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)separator);
            var one = end < 0 ? rest : rest[..end];
            var text = one.Length > 3 && one[2] == (byte)':' ? one[3..] : one;
            if (one.StartsWith("en:"u8))
                return text;
            if (first.IsEmpty)
                first = text;
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return first;
    }

    private static bool Unknown(string component, CodeList? list, ReadOnlySpan<byte> field, ref string rule, ref string detail)
    {
        (rule, detail) = list is not null && list != CodeList.Uncoded
            ? (DataRules.UnknownCode, $"{component} has the value {Shown(field)}, which {list.Id} does not have.")
            : (DataRules.NotCsv, $"{component} is not UTF-8.");
        return false;
    }

    private static string Shown(ReadOnlySpan<byte> field) => Encoding.UTF8.GetString(field.Length > 80 ? field[..80] : field);
}
