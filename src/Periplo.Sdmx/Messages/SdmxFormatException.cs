namespace Periplo.Sdmx.Messages;

/// <summary>A message that does not follow its format or its structure.</summary>
/// <param name="rule">Short id of what is broken, for reports: <c>unknown-code</c>, <c>bad-period</c>, <c>not-xml</c>.</param>
/// <param name="detail">What is wrong and what was expected, in a sentence in English.</param>
/// <param name="line">Line from 1; 0 where a format has none.</param>
/// <param name="column">Column from 1 (the field's number in CSV); 0 where not known.</param>
public sealed class SdmxFormatException(string rule, string detail, int line, int column = 0)
    : Exception(line > 0 ? $"line {line}, column {column}: {detail}" : detail)
{
    /// <summary>Id of what is broken.</summary>
    public string Rule { get; } = rule;

    /// <summary>What is wrong.</summary>
    public string Detail { get; } = detail;

    /// <summary>Line from 1, or 0.</summary>
    public int Line { get; } = line;

    /// <summary>Column from 1, or 0.</summary>
    public int Column { get; } = column;
}
