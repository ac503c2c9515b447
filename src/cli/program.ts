import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { clockCommand } from './clock.js';
import { demoYearCommand } from './demo-year.js';
import { importCommand } from './import.js';
import { issueQuarterCommand, reportQuarterCommand } from './issue-quarter.js';
import { lawsCommand } from './laws.js';
import { migrateCommand } from './migrate.js';
import { projectDirectory } from './project.js';
import { serveCommand } from './serve.js';
import { syntheticYearCommand } from './synthetic-year.js';
import { tokenCommand } from './token.js';
import { vectorsCommand } from './vectors.js';
import { workCommand } from './work.js';

/** Every command, in the order of the help. A new one is a file and a line here. */
const commands = [
  serveCommand,
  workCommand,
  migrateCommand,
  tokenCommand,
  clockCommand,
  reportQuarterCommand,
  issueQuarterCommand,
  lawsCommand,
  importCommand,
  syntheticYearCommand,
  demoYearCommand,
  vectorsCommand,
];

/** The command line `pts`. It throws instead of ending the process; `main` decides the exit code. */
export function createProgram(): Command {
  const program = new Command('pts')
    .description('The Production Tracking System: production of renewable energy, from the meter to the certificate.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(pts --help lists the commands)')
    .addHelpText('after', helpAfter)
    .exitOverride();
  for (const make of commands) program.addCommand(make().copyInheritedSettings(program));
  return program;
}

const helpAfter = `
Every command uses the embedded PostgreSQL (it joins the running one, or starts it for its own duration),
or the one that DATABASE_URL names.

Exit codes: 0 done, 1 refused (one sentence says why), 2 not understood.`;

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectDirectory, 'package.json'), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}
