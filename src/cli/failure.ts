import { constants } from 'node:os';
import { CommanderError } from 'commander';
import type { RefusalFacts } from '../domain/error.js';
import { codeOf, messageOf, Trouble } from '../embedded/trouble.js';
import { refusalOf } from '../platform/refusal-of.js';
import { connectionSentence } from './connection-sentence.js';

/** How a command failed: what the person reads, what a program reads, how the process ends. */
export interface Failure {
  readonly message: string;
  readonly code: string;
  readonly facts?: RefusalFacts;
  readonly exitCode: number;
  /** The person has read it already, or need not. */
  readonly said?: true;
}

/** A signal ended the work; nothing is wrong. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`interrupted by ${signal}`);
    this.signal = signal;
  }
}

/** The result is a failure and has been reported already, in words and as JSON. */
export class FailureReported extends Error {
  override readonly name = 'FailureReported';
}

/** The words of the command do not fit together. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The one place that turns anything thrown into a sentence and an exit code. Only a defect shows its stack. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { message: error.message, code: 'USAGE', exitCode: error.exitCode === 0 ? 0 : 2, said: true };
  }
  if (error instanceof UsageError) return { message: error.message, code: 'USAGE', exitCode: 2 };
  if (error instanceof FailureReported) return { message: '', code: 'REPORTED', exitCode: 1, said: true };
  if (error instanceof Interrupted) {
    return { message: error.message, code: 'INTERRUPTED', exitCode: 128 + constants.signals[error.signal], said: true };
  }
  const refusal = refusalOf(error);
  if (refusal) {
    const { code, facts } = refusal;
    return { message: `${refusal.message} (${code})`, code, facts, exitCode: 1 };
  }
  const sentence = error instanceof Trouble ? error.message : foreseeable(error);
  if (sentence) return { message: sentence, code: 'TROUBLE', exitCode: 1 };
  const stack = error instanceof Error ? error.stack : undefined;
  return { message: `This is a defect: ${stack ?? messageOf(error)}`, code: 'DEFECT', exitCode: 70 };
}

/** Prints a failure: the sentence to stderr and, for a program, one JSON object to stdout. */
export function sayFailure(failure: Failure, json: boolean): void {
  if (!failure.said) process.stderr.write(`pts: ${failure.message}\n`);
  if (!json || failure.exitCode === 0 || failure.code === 'REPORTED') return;
  const { code, message, facts } = failure;
  process.stdout.write(`${JSON.stringify({ error: { code, message, ...(facts ? { facts } : {}) } })}\n`);
}

function foreseeable(error: unknown): string | undefined {
  const path = error instanceof Error && 'path' in error ? String(error.path) : undefined;
  if (path !== undefined && codeOf(error) === 'ENOENT') return `There is no file or directory ${path}.`;
  if (path !== undefined && codeOf(error) === 'EISDIR') return `${path} is a directory, not a file.`;
  if (path !== undefined && codeOf(error) === 'EACCES') return `${path} cannot be read or written by this user.`;
  return connectionSentence(error);
}
