using Periplo.Storage;
using Periplo.Tests.Writer;

// Usage: Periplo.Tests.Writer STORE PARTS
// Adds the parts 0, 1, ... that the store lacks, each in a transaction of its own, as an import does, and tells each in the log. Prints
// "writing N", "committing N" and "committed N"; a failure of the store is one line on the error output and code 1.
// Or: Periplo.Tests.Writer crossings PLACE PARTS, which does the like in the folder of crossings there (WrittenCrossings).
try
{
    if (args[0] == "crossings")
    {
        WrittenCrossings.Run(args[1], int.Parse(args[2]), Console.Out);
        return 0;
    }

    var store = Store.Open(args[0]);
    Console.Out.WriteLine("opened");
    for (var number = 0; number < int.Parse(args[1]); number++)
    {
        var (part, chunks) = WrittenPart.Number(number);
        Console.Out.WriteLine($"writing {number}");
        using var writer = store.BeginWrite();
        if (writer.Parts().Any(held => held.Revision == part.Revision && held.File.Sha256 == part.File.Sha256))
            continue;
        foreach (var chunk in chunks)
            writer.Add(chunk);
        writer.Add(part);
        writer.Append([WrittenPart.Told(number)]);
        Console.Out.WriteLine($"committing {number}");
        writer.Commit();
        Console.Out.WriteLine($"committed {number}");
    }

    return 0;
}
catch (StoreException error)
{
    Console.Error.WriteLine(error.Explanation.En);
    return 1;
}
