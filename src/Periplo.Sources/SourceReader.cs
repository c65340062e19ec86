using Periplo.Languages;
using Periplo.Sources.Tables;
using Periplo.Statistics;

namespace Periplo.Sources;

/// <summary>Understands one published layout and turns it into figures.</summary>
internal abstract class SourceReader
{
    /// <summary>Name and version, kept with every figure: <c>undesa-stock-origin-sex 1</c>. A reader that reads a file differently than before has a new version.</summary>
    public abstract string Name { get; }

    /// <summary>What it reads, for people.</summary>
    public abstract Text Title { get; }

    /// <summary>Columns of the header it expects, in the publisher's order; empty when the layout is not known by its columns.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>Columns that may be there as well.</summary>
    public virtual IReadOnlyList<string> OptionalColumns => [];

    /// <summary>True when the content is in this layout.</summary>
    public abstract bool Recognises(SourceContent content);

    /// <summary>Reads the content.</summary>
    /// <exception cref="InputException">Something in it cannot be taken.</exception>
    public abstract SourceTable Read(SourceContent content, Reading reading);

    /// <summary>Puts figures and papers together.</summary>
    protected SourceTable Table(Figures figures, string source, string release, Papers papers, params IReadOnlyList<Text> notes) => new(
        new(figures.Definition.Id, source, release), figures.Definition, papers, Name, "", figures.Build(), figures.Sheets, notes, []);
}

/// <summary>Understands a layout that is a plain table: a header of known columns in the first line, a row below for every key.</summary>
internal abstract class TidyReader : SourceReader
{
    /// <inheritdoc/>
    public override bool Recognises(SourceContent content) =>
        content.Head.Count > 0 && new HeaderMatch(this, content.Head[0].Fields).IsExact;

    /// <inheritdoc/>
    public override SourceTable Read(SourceContent content, Reading reading) =>
        Read(CsvRows.Open(content.Text, reading, (_, _) => true)!, reading);

    /// <summary>Reads the rows.</summary>
    protected abstract SourceTable Read(CsvRows rows, Reading reading);
}
