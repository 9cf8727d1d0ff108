// A real mail server on this computer, with TLS and login: the one that the tests of the crate `mail` use.

import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('../../crates/mail/tests/mail_server.py', import.meta.url));

/** User name and password that it wants. */
export const LOGIN = { username: 'rahima', password: 'পাসওয়ার্ড' };

/** A Python with the mail server; nothing where there is none. */
async function python() {
  for (const name of ['python3', '/usr/bin/python3']) {
    try {
      await run(name, ['-c', 'import aiosmtpd']);
      return name;
    } catch {
      // The next one may have it.
    }
  }
  return undefined;
}

/** An authority, and a certificate for localhost signed by it. */
async function makeCertificates(folder) {
  const script = `
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Test authority' -keyout ca.key -out ca.pem
    openssl req -newkey rsa:2048 -nodes -subj '/CN=localhost' -keyout server.key -out server.csr
    printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\\nbasicConstraints=CA:FALSE\\n' > ext
    openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out server.pem`;
  await run('sh', ['-e', '-c', script], { cwd: folder });
  return readFile(path.join(folder, 'ca.pem'), 'utf8');
}

/** A server with STARTTLS, or nothing where Python has none: `port`, `authority`, `taken()`, `stop()`. */
export async function startMailServer() {
  const program = await python();
  if (!program) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'tijori-mail-'));
  const authority = await makeCertificates(folder);
  const taken = path.join(folder, 'taken');
  await mkdir(taken);
  const files = [path.join(folder, 'server.pem'), path.join(folder, 'server.key')];
  const child = spawn(program, [SCRIPT, 'starttls', taken, ...files], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', (line) => resolve(Number(line.toString().trim())));
  });
  return {
    port,
    authority,
    /** What it took so far: sender, recipients, and the message's bytes. */
    async taken() {
      const names = (await readdir(taken)).filter((name) => name.endsWith('.json')).sort();
      const all = await Promise.all(names.map((name) => readFile(path.join(taken, name), 'utf8')));
      return all.map((text) => {
        const told = JSON.parse(text);
        return { ...told, data: Buffer.from(told.data, 'base64') };
      });
    },
    async stop() {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
