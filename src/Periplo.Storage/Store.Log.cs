using System.Data.Common;
using Periplo.Registers;

namespace Periplo.Storage;

public sealed partial class Store
{
    /// <summary>Gives every entry of the log after a number to <paramref name="take"/>, in order, without holding them.</summary>
    /// <param name="number">The last number known; 0 for all.</param>
    /// <param name="take">Told each entry.</param>
    public void Log(long number, Action<LogEntry> take) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        Log(connection, transaction: null, number, take);
        return true;
    });

    /// <summary>The versions of one record, oldest first.</summary>
    public IReadOnlyList<LogEntry> LogOf(string register, string record) => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        using var reader = connection.Command(null, Statement.Text("log-of-record"), ("register", register), ("record", record)).ExecuteReader();
        var entries = new List<LogEntry>();
        while (reader.Read())
            entries.Add(Entry(reader));
        return entries;
    });

    /// <summary>Number and hash of the last entry; 0 and <see cref="LogEntry.NoHash"/> for an empty log.</summary>
    public (long Number, string Hash) LogEnd() => Guard(() =>
    {
        using var connection = engine.Connect(create: false);
        return LogEnd(connection, transaction: null);
    });

    internal static (long Number, string Hash) LogEnd(DbConnection connection, DbTransaction? transaction)
    {
        using var reader = connection.Command(transaction, Statement.Text("log-last")).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetString(1)) : (0, LogEntry.NoHash);
    }

    internal static void Log(DbConnection connection, DbTransaction? transaction, long number, Action<LogEntry> take)
    {
        using var reader = connection.Command(transaction, Statement.Text("log-after"), ("number", number)).ExecuteReader();
        while (reader.Read())
            take(Entry(reader));
    }

    private static LogEntry Entry(DbDataReader reader)
    {
        string? Optional(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        var item = new LogItem(
            DateTimeOffset.Parse(reader.GetString(1)), reader.GetString(2), reader.GetString(3),
            Optional(4), Optional(5), Optional(6), Optional(7), reader.GetString(8));
        return new(reader.GetInt64(0), item, reader.GetString(9));
    }
}
