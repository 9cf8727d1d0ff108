// Files to import: the real ones that lie beside the project, and broken ones made on the spot.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER =
  process.env.TIJORI_SAMPLES ?? fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

/** The real files: their names, and something that is in each. */
export const SAMPLES = [
  { file: 'fbr-einvoice.manager', customer: 'Test Customer', currency: 'PKR' },
  { file: 'zatca-einvoice.manager', customer: 'Fatoora Samples LTD', currency: 'SAR', arabic: true },
].map((sample) => ({
  ...sample,
  path: path.join(FOLDER, sample.file),
  isPresent: existsSync(path.join(FOLDER, sample.file)),
}));

/** For `{ skip }` of a test that needs a real file: false, or the reason for skipping. */
export function absent(sample) {
  return sample.isPresent ? false : `skipped: ${sample.file} is not on this machine`;
}

/** A folder for one test's files, with `remove()`. */
export async function scratchFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'tijori-files-'));
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Writes a file into a folder and returns its path. */
export async function fileIn(folder, name, content) {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

/** Files that must be refused. `whole` is the path of a good backup to damage. */
export function badFiles(whole) {
  const bytes = () => readFileSync(whole);
  return [
    { fault: 'empty', make: (folder) => fileIn(folder, 'empty.manager', '') },
    { fault: 'text', make: (folder) => fileIn(folder, 'letter.manager', 'Dear Sir or Madam,\n') },
    { fault: 'old-form', make: (folder) => fileIn(folder, 'old.manager', `MNGR|${'\0'.repeat(400)}`) },
    { fault: 'other-database', make: otherDatabase },
    { fault: 'two-databases', make: (folder) => zipOfTwo(folder, whole) },
    {
      fault: 'cut-at-half',
      make: (folder) => {
        const all = bytes();
        return fileIn(folder, 'cut.manager', all.subarray(0, Math.floor(all.length / 2)));
      },
    },
    {
      fault: 'overwritten-in-the-middle',
      make: (folder) => {
        const all = Buffer.from(bytes());
        const middle = Math.floor(all.length / 2);
        for (let at = middle; at < middle + 64; at += 1) all[at] ^= 0x5a;
        return fileIn(folder, 'overwritten.manager', all);
      },
    },
  ];
}

/** A zip in which two files could be meant. */
async function zipOfTwo(folder, whole) {
  const names = ['first.manager', 'second.manager'];
  for (const name of names) await copyFile(whole, path.join(folder, name));
  const file = path.join(folder, 'two.manager');
  execFileSync('zip', ['-q', file, ...names], { cwd: folder });
  return file;
}

/** The rows of a table of a plain SQLite file, by the sqlite3 shell, every value in hexadecimal. */
export function rowsOf(file, table, columns) {
  const values = columns.map((column) => `quote("${column}")`).join(` || ',' || `);
  const query = `SELECT ${values} FROM "${table}" ORDER BY 1;`;
  return execFileSync('sqlite3', [file, query], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .trim()
    .split('\n');
}

/** A sound SQLite database that holds no books. */
async function otherDatabase(folder) {
  const file = path.join(folder, 'birds.manager');
  execFileSync('sqlite3', [file, "CREATE TABLE Birds (Name TEXT); INSERT INTO Birds VALUES ('wren');"]);
  return file;
}
