// Starts the program on a data folder of its own, as a person would, and ends it again.
//
// The program prints its address on standard output; nothing else is known about it here. It is
// ended by its process id and never by name, so that a person's own copy keeps running.

import { spawn, execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How long the program may take to print its address, and to end, in milliseconds. */
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 10_000;

/** The built program. */
export function program() {
  const file = process.env.TIJORI_BIN;
  if (!file) {
    throw new Error('TIJORI_BIN does not say where the program is; run `cargo xtask test --only browser`.');
  }
  return file;
}

/**
 * A running program: `url` without a slash at the end, `folder` with its data, `stop()`. As `edition` it is that of
 * Desktop, or `server`.
 */
export async function startServer({ folder: given, edition = 'desktop' } = {}) {
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'tijori-e2e-')));
  const words = edition === 'server' ? ['server', '--listen', '127.0.0.1:0'] : ['--port', '0', '--no-browser'];
  const child = spawn(program(), ['--data', folder, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  });
  const printed = [];
  child.stdout.on('data', (chunk) => printed.push(chunk.toString()));
  const said = [];
  child.stderr.on('data', (chunk) => said.push(chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await addressOf(child, said);
  return {
    url,
    folder,
    pid: child.pid,
    /** What it wrote on standard error so far. */
    log: () => said.join(''),
    /** What it printed so far. */
    printed: () => printed.join(''),
    async stop({ keepFolder = false } = {}) {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
      if (!keepFolder && !given) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first address that the program prints. */
function addressOf(child, said) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`No address within ${START_TIMEOUT_MS} ms.\n${printed}\n${said.join('')}`));
    }, START_TIMEOUT_MS);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The program ended with code ${code}.\n${printed}\n${said.join('')}`));
    });
    child.stdout.on('data', (chunk) => {
      printed += chunk.toString();
      const address = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(printed);
      if (address) {
        clearTimeout(timer);
        resolve(address[0]);
      }
    });
  });
}

/**
 * Runs a command of the program that prints one JSON document, such as `inspect FILE --json`.
 * Its exit code is part of the answer: some codes other than 0 are good news too.
 */
export async function command(...words) {
  try {
    const { stdout } = await run(program(), words);
    return { code: 0, json: JSON.parse(stdout) };
  } catch (error) {
    if (typeof error.code !== 'number') throw error;
    return { code: error.code, json: error.stdout ? JSON.parse(error.stdout) : null, said: error.stderr };
  }
}
