import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** A value of an answer whose shape the caller knows: narrowed by reading it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One error of an answer, as everybody gets it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly help?: string; readonly facts?: { [fact: string]: Json } };
}

/** What the server said, whole. */
export interface Answer<Data> {
  readonly status: number;
  readonly text: string;
  readonly data: Data | null | undefined;
  readonly errors: readonly AnswerError[];
}

export type Variables = Readonly<Record<string, unknown>>;

/** Asks an endpoint over HTTP. `token` null: without a credential. */
export async function ask<Data = { [field: string]: Json }, Given = Variables>(
  endpoint: string,
  token: string | null,
  document: string | TypedDocumentNode<Data, Given>,
  variables?: Given,
): Promise<Answer<Data>> {
  const query = typeof document === 'string' ? document : print(document);
  return answerOf<Data>(
    await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    }),
  );
}

/** Reads an answer; what is not JSON has neither data nor errors. */
export async function answerOf<Data = { [field: string]: Json }>(response: Response): Promise<Answer<Data>> {
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as { data?: Data | null; errors?: AnswerError[] }) : {};
  return { status: response.status, text, data: body.data, errors: body.errors ?? [] };
}

/** The data of an answer that must have no error. */
export function dataOf<Data>(answer: Answer<Data>): Data {
  if (answer.errors.length > 0 || !answer.data) throw new Error(`No answer (${answer.status}): ${answer.text}`);
  return answer.data;
}
