namespace Periplo.Sdmx.Messages;

/// <summary>
/// A column of codes or texts. It keeps the last field it gave: within a series most columns repeat the same string, which then is a
/// copy of bytes.
/// </summary>
internal sealed class CsvColumn
{
    private readonly CodeList? list;
    private readonly CsvLabels labels;
    private readonly IReadOnlyList<string> languages;
    private readonly Dictionary<string, byte[]>? labelled;

    private string? text;
    private byte[] own = new byte[24];
    private byte[] field;
    private int length;

    /// <summary>A column of a component.</summary>
    /// <param name="list">The list of its codes, or null where texts are free.</param>
    /// <param name="labels">What stands for a code.</param>
    /// <param name="languages">Languages of names, best first.</param>
    public CsvColumn(CodeList? list, CsvLabels labels, IReadOnlyList<string> languages)
    {
        (this.list, this.labels, this.languages) = (list == CodeList.Uncoded ? null : list, labels, languages);
        labelled = this.list is null || labels == CsvLabels.Id ? null : [];
        field = own;
        Set(null);
    }

    /// <summary>The field or fields that stand for a text; an empty one for null. They hold until the next call.</summary>
    public ReadOnlySpan<byte> Field(string? value)
    {
        if (!ReferenceEquals(value, text))
            Set(value);
        return new(field, 0, length);
    }

    private void Set(string? value)
    {
        text = value;
        if (labelled is not null && value is not null)
        {
            if (!labelled.TryGetValue(value, out var known) && list!.Find(value) is { } code)
                labelled.Add(value, known = Labelled(code));
            if (known is not null)
            {
                (field, length) = (known, known.Length);
                return;
            }
        }

        length = CsvText.Write(value, ref own, 0);
        if (labels == CsvLabels.Name)
        {
            // The column of names stays empty where there is none (field guide, content of columns).
            if (length == own.Length)
                Array.Resize(ref own, own.Length * 2);
            own[length++] = (byte)',';
        }

        field = own;
    }

    private byte[] Labelled(Code code)
    {
        var bytes = new byte[64];
        var end = CsvHead.Labelled(code.Id, code.Name, labels, languages, ref bytes);
        return bytes[..end];
    }
}
