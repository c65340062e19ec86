using System.Text;
using System.Text.Json;
using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources.Registers;

/// <summary>One reading of records from JSON; every fault names the line.</summary>
internal ref struct RecordJsonReader(Register register, string file, ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int counted;
    private readonly bool[] named = new bool[register.Columns.Count];
    private int line = 1;

    /// <summary>The records of the whole text.</summary>
    public List<RecordRow> Records(ref Utf8JsonReader json, CancellationToken cancellation)
    {
        List<RecordRow>? rows = null;
        json.Read();
        if (json.TokenType == JsonTokenType.StartArray)
            rows = Records(ref json, exported: false, cancellation);
        else if (json.TokenType == JsonTokenType.StartObject)
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (rows is null && json.ValueTextEquals("records"u8) && json.Read() && json.TokenType == JsonTokenType.StartArray)
                    rows = Records(ref json, exported: true, cancellation);
                else
                    json.Skip();
            }
        }

        if (rows is null)
        {
            throw Fault(0, new(
                "se esperaba una lista de fichas: [{\"id\": \"…\", \"columna\": \"valor\"}, …].",
                "a list of records was expected: [{\"id\": \"…\", \"column\": \"value\"}, …].",
                "une liste de fiches était attendue : [{\"id\": \"…\", \"colonne\": \"valeur\"}, …]."));
        }

        while (json.Read())
        {
            // Whatever follows the end of the list is refused by the reader.
        }

        var seen = named;
        int[] absent = [.. Enumerable.Range(0, seen.Length).Where(column => !seen[column])];
        return absent.Length == 0 ? rows : rows.ConvertAll(row => row with { Absent = absent });
    }

    /// <summary>An error at a byte.</summary>
    public InputException Fault(long at, Text reason, Exception? inner = null) => InputException.At(file, Line(at), null, reason, inner);

    private List<RecordRow> Records(ref Utf8JsonReader json, bool exported, CancellationToken cancellation)
    {
        var rows = new List<RecordRow>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Count == RecordFile.MostRows)
                throw Fault(json.TokenStartIndex, RecordFile.TooManyRows);
            if (json.TokenType != JsonTokenType.StartObject)
                throw Fault(json.TokenStartIndex, new("se esperaba una ficha: {\"id\": \"…\", \"columna\": \"valor\"}.", "a record was expected: {\"id\": \"…\", \"column\": \"value\"}.", "une fiche était attendue : {\"id\": \"…\", \"colonne\": \"valeur\"}."));
            rows.Add(Record(ref json, exported));
        }

        return rows;
    }

    private RecordRow Record(ref Utf8JsonReader json, bool exported)
    {
        var at = Line(json.TokenStartIndex);
        var values = new string[register.Columns.Count];
        string? id = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                if (id is not null)
                    throw Twice(json.TokenStartIndex, RecordColumns.Id);
                id = Text(ref json, RecordColumns.Id);
            }
            else if (!exported)
            {
                Value(ref json, values);
            }
            else if (json.ValueTextEquals("values"u8))
            {
                if (json.Read() && json.TokenType != JsonTokenType.StartObject)
                    throw Fault(json.TokenStartIndex, new("se esperaban pares \"columna\": \"valor\".", "pairs \"column\": \"value\" were expected.", "des paires \"colonne\": \"valeur\" étaient attendues."));
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                    Value(ref json, values);
            }
            else
            {
                // State, version and date are Periplo's to say.
                json.Skip();
            }
        }

        for (var i = 0; i < values.Length; i++)
            values[i] ??= "";
        return new(new($"línea {at}", $"line {at}", $"ligne {at}"), id ?? "", values);
    }

    private void Value(ref Utf8JsonReader json, string[] values)
    {
        var name = json.GetString()!;
        var at = json.TokenStartIndex;
        var position = register.Position(name);
        if (position < 0)
            throw Fault(at, RecordColumns.Unknown(register, name));
        json.Read();
        if (values[position] is not null)
            throw Twice(at, name);
        named[position] = true;
        values[position] = json.TokenType == JsonTokenType.StartArray ? Several(ref json, register.Columns[position]) : Text(ref json, name);
    }

    private string Several(ref Utf8JsonReader json, Column column)
    {
        var all = new StringBuilder();
        var count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (count++ > 0)
                all.Append(Register.Separator);
            var one = Text(ref json, column.Name);
            if (one.Contains(Register.Separator, StringComparison.Ordinal) || (count > 1 && !column.Field.Many))
            {
                throw Fault(json.TokenStartIndex, new(
                    $"columna «{column.Name}»: {(column.Field.Many ? "un valor tiene «|», que separa valores" : "tiene un solo valor, no una lista")}; corríjalo.",
                    $"column \"{column.Name}\": {(column.Field.Many ? "a value has \"|\", which separates values" : "it has one value, not a list")}; mend it.",
                    $"colonne « {column.Name} » : {(column.Field.Many ? "une valeur contient « | », qui sépare les valeurs" : "elle a une seule valeur, non une liste")} ; corrigez-la."));
            }

            all.Append(one);
        }

        return all.ToString();
    }

    /// <summary>A value: a text, or a number as it is written; null is none.</summary>
    private string Text(ref Utf8JsonReader json, string column) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString()!.Trim(' '),
        JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
        JsonTokenType.Null => "",
        _ => throw Fault(json.TokenStartIndex, new(
            $"columna «{Refusals.Shown(column)}»: se esperaba un texto; escríbalo entre comillas.", $"column \"{Refusals.Shown(column)}\": a text was expected; write it in quotes.", $"colonne « {Refusals.Shown(column)} » : un texte était attendu ; écrivez-le entre guillemets.")),
    };

    private InputException Twice(long at, string name) =>
        Fault(at, new($"la columna «{name}» está dos veces en la ficha; deje una.", $"the column \"{name}\" is in the record twice; leave one.", $"la colonne « {name} » figure deux fois dans la fiche ; laissez-en une."));

    private int Line(long at)
    {
        // Forward only: every token is asked for once or twice, in order.
        if (at > counted)
        {
            line += bytes[counted..(int)at].Count((byte)'\n');
            counted = (int)at;
        }

        return line;
    }
}
