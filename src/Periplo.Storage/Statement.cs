using System.Collections.Concurrent;
using System.Data.Common;

namespace Periplo.Storage;

/// <summary>The statements of <c>Sql/</c> by name.</summary>
internal static class Statement
{
    private static readonly ConcurrentDictionary<string, string> Texts = new();

    public static string Text(string name) => Texts.GetOrAdd(name, static name =>
    {
        using var stream = typeof(Statement).Assembly.GetManifestResourceStream($"Periplo.Storage.Sql.{name}.sql")
            ?? throw new InvalidOperationException($"There is no statement {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    public static DbCommand Command(this DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text comes from the files of Sql/ or from the engine, never from a request.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
