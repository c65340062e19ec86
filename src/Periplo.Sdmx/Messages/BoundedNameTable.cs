using System.Xml;

namespace Periplo.Sdmx.Messages;

/// <summary>Names met in an XML message. Messages have few; a hostile one could have as many as it has bytes, and each would be kept.</summary>
internal sealed class BoundedNameTable : NameTable
{
    /// <summary>Different names a message may have.</summary>
    public const int MostNames = 20_000;

    private int count;

    public override string Add(char[] key, int start, int len) => base.Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => base.Get(key) ?? Counted(base.Add(key));

    private string Counted(string added) => ++count <= MostNames
        ? added
        : throw new SdmxFormatException(DataRules.TooLarge, $"A message has at most {MostNames} different names of elements and attributes.", 0);
}
