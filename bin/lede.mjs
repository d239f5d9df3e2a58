#!/usr/bin/env node
// Starts on whatever Node the machine has, so it is plain JavaScript. Runs Lede on that Node if it is new enough, else
// on the one that the packages bring.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { broughtNode, refusal, runsBroughtNode } from './broughtNode.mjs';

const [written, built] = ['../src/main.ts', '../dist/src/main.js'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
// Only a checkout has the sources, and a build in it may be older than they are.
const main = existsSync(written) ? written : built;
const isNew = Number(process.versions.node.split('.')[0]) >= 26;

function giveUp(sentence) {
  console.error(sentence);
  process.exit(2);
}

/** Ends with a sentence if `.env` can't be read; Node itself would print a stack. */
function refuseUnreadable() {
  try {
    if (existsSync('.env')) readFileSync('.env');
  } catch (error) {
    const why = { EISDIR: 'it is a folder', EACCES: 'this user may not read it' }[error.code] ?? error.message;
    giveUp(
      `Lede can’t read the settings in ${resolve('.env')}: ${why}. Make it a file that this user may read, or take it away and give the settings in the environment.`,
    );
  }
}

async function runHere() {
  if (existsSync('.env')) process.loadEnvFile('.env');
  await import(pathToFileURL(main).href);
}

function runOn(node) {
  // Without the file, --env-file fails, and --env-file-if-exists prints a line at each start.
  const settings = existsSync('.env') ? ['--env-file=.env'] : [];
  const child = spawn(node, [...settings, main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // A terminal sends SIGINT to both processes.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('error', (error) => giveUp(`Lede: the Node 26 of the packages does not run here: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}

refuseUnreadable();
const brought = isNew && !runsBroughtNode() ? undefined : broughtNode();
if (brought && !brought.isRecorded) giveUp(refusal(brought.path));
else if (isNew) await runHere();
else if (brought) runOn(brought.path);
else
  giveUp(
    `Lede needs Node 26; this machine has ${process.versions.node}, and the packages bring none for ${process.platform}-${process.arch}. Install Node 26 from nodejs.org and run the command again.`,
  );
