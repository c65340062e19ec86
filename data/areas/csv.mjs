/** The records of a CSV text as objects by column name. */
export function csv(text) {
  const rows = [];
  let row = [];
  const fields = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y;
  const body = text.replace(/^\uFEFF/, '');
  while (fields.lastIndex < body.length) {
    const [, field, end] = fields.exec(body);
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  const [header, ...records] = rows;
  return records.map(record => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])));
}

/** Fields as one line of CSV. */
export function line(fields) {
  return fields.map(field => /[",\r\n]/.test(String(field)) ? `"${String(field).replaceAll('"', '""')}"` : String(field)).join(',');
}
