// The Cloud edition on this computer: PostgreSQL, an S3 server, two nodes and the portal, started by the example
// that `cargo xtask cloud` starts too.

import { execFile, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { program } from './server.mjs';

const run = promisify(execFile);

/** How long all of it may take to start and to end, in milliseconds. */
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;

/** The built example. */
function example() {
  return process.env.TIJORI_CLOUD_HERE ?? path.join(path.dirname(program()), 'examples', 'cloud_here');
}

/** Running: `nodes` and `portal` are addresses without a slash at the end. */
export async function startCloud() {
  const child = spawn(example(), [program(), '--json'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const timer = setTimeout(() => child.kill('SIGKILL'), START_TIMEOUT_MS);
    const { value, done } = await lines.next();
    clearTimeout(timer);
    if (done) throw new Error(`The Cloud edition did not start, or ended.\n${said.join('').slice(-4_000)}`);
    return value;
  };
  const { nodes, portal, environment } = JSON.parse(await nextLine());
  const env = { ...process.env, ...environment, LC_ALL: 'en_US.UTF-8' };
  const log = () => said.join('');
  return {
    nodes: nodes.map((url) => ({ url, log })),
    portal: { url: portal, log },
    /** `tijori cloud WORDS --json`; the document that it prints. */
    async command(...words) {
      const { stdout } = await run(program(), ['cloud', ...words, '--json'], { env });
      return JSON.parse(stdout);
    },
    /** What billing tells: an event, signed as it signs. */
    async bills(event) {
      const body = JSON.stringify(event);
      const at = Math.floor(Date.now() / 1000);
      const sum = createHmac('sha256', environment.TIJORI_BILLING_SECRET).update(`${at}.${body}`).digest('hex');
      const headers = { 'Tijori-Signature': `t=${at},v1=${sum}` };
      const answer = await fetch(`${nodes[0]}/billing/events`, { method: 'POST', headers, body });
      return { status: answer.status, body: await answer.text() };
    },
    /** The database dies as a machine does. */
    async databaseGoes() {
      child.stdin.write('stop\n');
      await nextLine();
    },
    /** It is there again. */
    async databaseComes() {
      child.stdin.write('start\n');
      await nextLine();
    },
    async stop() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
