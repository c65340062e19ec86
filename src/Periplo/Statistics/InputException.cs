using Periplo.Languages;

namespace Periplo.Statistics;

/// <summary>Input that cannot be taken, with the place to look at and what to do next.</summary>
/// <param name="file">Name of the file as the user gave it.</param>
/// <param name="place">Line and column (<c>line 12, column 3</c>) or sheet and cell (<c>Table 1!C12</c>); null when the whole file is meant.</param>
/// <param name="reason">What is wrong and what to do next.</param>
/// <param name="inner">The error it came from, if any.</param>
public sealed class InputException(string? file, Text? place, Text reason, Exception? inner = null) : Exception(Compose(file, place, reason).En, inner)
{
    /// <summary>The whole message: file, place, reason.</summary>
    public Text Explanation { get; } = Compose(file, place, reason);

    /// <summary>What is wrong, without file and place.</summary>
    public Text Reason { get; } = reason;

    /// <summary>Name of the file, or null when no file is at fault.</summary>
    public string? File { get; } = file;

    /// <summary>Where in the file.</summary>
    public Text? Place { get; } = place;

    /// <summary>An error at a line and, where known, a column of a text file, both counted from 1.</summary>
    public static InputException At(string file, int line, int? column, Text reason, Exception? inner = null) => new(
        file,
        column is null
            ? new Text($"línea {line}", $"line {line}", $"ligne {line}")
            : new Text($"línea {line}, columna {column}", $"line {line}, column {column}", $"ligne {line}, colonne {column}"),
        reason,
        inner);

    /// <summary>An error at a cell of a workbook, for example sheet <c>Table 1</c>, cell <c>C12</c>.</summary>
    public static InputException AtCell(string file, string sheet, string cell, Text reason, Exception? inner = null) =>
        new(file, new Text($"hoja «{sheet}», celda {cell}", $"sheet \"{sheet}\", cell {cell}", $"feuille « {sheet} », cellule {cell}"), reason, inner);

    private static Text Compose(string? file, Text? place, Text reason)
    {
        string One(string? where, string why) => file is null ? why : where is null ? $"{file}: {why}" : $"{file}, {where}: {why}";
        return new(One(place?.Es, reason.Es), One(place?.En, reason.En), One(place?.Fr, reason.Fr));
    }
}
