import type { JsonObject } from './input.js';

/** By rule name: a row's input -> what the core answers; a Refusal stands for `{ error: code }`. */
export type VectorRules = Readonly<Record<string, (input: JsonObject) => unknown>>;
