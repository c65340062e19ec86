using Periplo.Languages;
using Periplo.Registers;
using Periplo.Sources.Registers;
using Periplo.Statistics;

namespace Periplo.Observatory;

/// <summary>Files of records in and out.</summary>
public sealed partial class Installation
{
    /// <summary>Reads the definition of a register as if the installation had it.</summary>
    /// <exception cref="InputException">It is not understood, or does not go with the others.</exception>
    public Register CheckRegister(string file) => Data.CheckRegister(file, sources.All.Select(definition => definition.Id));

    /// <summary>Imports a file of records, CSV, XLSX or JSON: all or none. Records that are as they were are passed over.</summary>
    /// <param name="person">Who imports.</param>
    /// <param name="register">The register.</param>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <param name="toState">State the records are put in; null for the first of the workflow.</param>
    /// <param name="why">Reason, kept with each record.</param>
    /// <param name="progress">Share of the file read.</param>
    /// <param name="cancellation">Stops the import; nothing of it stays.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="RecordsRefusedException">Rows are wrong; it names the first hundred.</exception>
    /// <exception cref="RegisterException">There is no such register, or the person may not.</exception>
    public ImportCount ImportRecords(
        Person person, string register, string fileName, Stream stream, string? toState, string why, IProgress<double>? progress, CancellationToken cancellation)
    {
        var definition = Records.Registers.Get(register);
        if (!Access.May(person, definition, null, RecordAct.Import))
            throw new AccessRefusedException();
        var rows = RecordFile.Read(definition, fileName, stream, progress, cancellation);
        return Records.Import(person, register, rows, toState ?? definition.Workflow.First.Id, why, cancellation);
    }

    /// <summary>What <see cref="ImportRecords"/> would refuse or do, without writing anything.</summary>
    /// <param name="person">Who would import.</param>
    /// <param name="register">The register.</param>
    /// <param name="fileName">Name of the file, for messages.</param>
    /// <param name="stream">The file.</param>
    /// <param name="toState">State the records would be put in; null for the first of the workflow.</param>
    /// <param name="progress">Share of the file read.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="RegisterException">There is no such register, or the person may not.</exception>
    public ImportCheck ValidateRecords(
        Person person, string register, string fileName, Stream stream, string? toState, IProgress<double>? progress, CancellationToken cancellation)
    {
        var definition = Records.Registers.Get(register);
        if (!Access.May(person, definition, null, RecordAct.Import))
            throw new AccessRefusedException();
        var rows = RecordFile.Read(definition, fileName, stream, progress, cancellation);
        return Records.Check(person, register, rows, toState ?? definition.Workflow.First.Id, cancellation);
    }

    /// <summary>
    /// Writes the records a query asks for: published ones, with the fields everyone sees. Drafts and restricted fields
    /// only when asked for by who may see them.
    /// </summary>
    /// <param name="person">Who asks.</param>
    /// <param name="register">The register.</param>
    /// <param name="form">Form of the file.</param>
    /// <param name="query">Which records; with none of them a workbook is a template to fill in.</param>
    /// <param name="restricted">Whether restricted fields are wanted.</param>
    /// <param name="language">Language of names and instructions.</param>
    /// <param name="to">Where to.</param>
    /// <exception cref="RegisterException">There is no such register, or the person may not.</exception>
    public void ExportRecords(Person person, string register, RecordForm form, RecordQuery query, bool restricted, Language language, Stream to)
    {
        var table = Records.Table(register);
        var definition = table.Register;
        var filtersHidden = query.Filters?.Any(filter => filter.Column.Field.Restricted) == true;
        if ((query.Drafts && !Access.May(person, definition, null, RecordAct.SeeDraft)) || ((restricted || filtersHidden) && !Access.May(person, definition, null, RecordAct.SeeRestricted)))
            throw new AccessRefusedException();
        var columns = definition.Columns.Where(column => restricted || !column.Field.Restricted).ToList();
        // In order of id: the same records make the same file, whatever the language.
        var records = query.Take == 0 ? [] : table.List(query, language).Records
            .Select(head => (head.Id, Version: RegisterTable.Seen(head, query.Drafts)!)).OrderBy(record => record.Id, StringComparer.Ordinal).ToList();
        RecordFile.Write(form, new(definition, columns, records, table.Number), language, to);
    }
}
