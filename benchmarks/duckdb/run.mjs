// Runs m1.sql over crossings in CSV or Parquet and writes its rows, or turns CSV into Parquet.
//   node run.mjs classify FILE THREADS OUTPUT
//   node run.mjs parquet FILE OUTPUT
import { readFile, writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';

const [what, file, ...rest] = process.argv.slice(2);
const columns = "{'person':'UBIGINT','ts':'TIMESTAMP','country':'VARCHAR','post':'USMALLINT','dir':'VARCHAR','nat':'VARCHAR','cob':'VARCHAR'," +
  "'sex':'VARCHAR','birth':'DATE','doc':'VARCHAR','purpose':'UTINYINT','mode':'UTINYINT','res':'UTINYINT'}";
const quoted = text => `'${text.replaceAll("'", "''")}'`;
const source = file.endsWith('.parquet')
  ? `read_parquet(${quoted(file)})`
  : `read_csv(${quoted(file)}, header = true, columns = ${columns})`;
const instance = await DuckDBInstance.create(':memory:', { threads: what === 'classify' ? rest[0] : '2' });
const connection = await instance.connect();
await connection.run("set TimeZone = 'UTC'");
if (what === 'parquet') {
  await connection.run(`copy (select * from ${source}) to ${quoted(rest[0])} (format parquet)`);
} else {
  await connection.run(`create view crossings as select * from ${source}`);
  const sql = await readFile(new URL('m1.sql', import.meta.url), 'utf8');
  const rows = await (await connection.run(sql)).getRowsJS();
  await writeFile(rest[1], 'country,month,dir,cat,n\n' + rows.map(row => row.join(',') + '\n').join(''));
}
