import { setTimeout as sleep } from 'node:timers/promises';
import { blocksOf, type Request, requestsOf } from './page.js';
import { requestsIn, type Sent, type Shell } from './shell.js';
import { differs, fillIn, type Named, textDiffers } from './shown.js';

/** Where a page is executed: the address, and the credentials by the kind of account. */
export interface Place {
  readonly url: string;
  readonly credentials: ReadonlyMap<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** How long an answer that is waited for (`until`) may take. */
const patienceMs = 20_000;

/** Executes the requests of a page, one after the other, and compares each answer with the one shown. Out: how many were executed. */
export async function runPage(path: string, { url, credentials }: Place): Promise<number> {
  const requests = requestsOf(blocksOf(path));
  const named: Named = new Map();
  const shell: Shell = { variables: new Map([['PTS', url], ...credentials]), files: new Map() };
  for (const request of requests) {
    const { block } = request;
    const sent = () => sentBy(request, url, credentials, shell, named);
    const until = Date.now() + (block.words.includes('until') ? patienceMs : 0);
    let wrong = compare(request, await askAll(sent()), named);
    while (wrong !== null && Date.now() < until) {
      await sleep(100);
      wrong = compare(request, await askAll(sent()), named);
    }
    if (wrong !== null) throw new Error(`${block.at}: ${wrong}`);
  }
  return requests.length;
}

function sentBy(
  { block, variables }: Request,
  url: string,
  credentials: Place['credentials'],
  shell: Shell,
  named: Named,
) {
  const text = fillIn(block.text, named);
  if (block.language === 'sh') return requestsIn(text, shell);
  const [who = ''] = block.words;
  const credential = credentials.get(who);
  if (who !== 'public' && !credential) throw new Error(`${block.at}: "${who}" is no account of the demonstration`);
  const headers = new Headers({ 'content-type': 'application/json' });
  if (credential) headers.set('authorization', `Bearer ${credential}`);
  const given: unknown = variables ? JSON.parse(fillIn(variables.text, named)) : {};
  const body = JSON.stringify({ query: text, variables: given });
  return [{ url: `${url}${credential ? '' : '/public'}/graphql`, method: 'POST', headers, body }];
}

/** Sends all of a block, and gives the last answer. */
async function askAll(all: readonly Sent[]): Promise<Answer> {
  let last: Answer = { status: 0, headers: new Headers(), body: '' };
  for (const { url, ...options } of all) {
    const response = await fetch(url, options);
    last = { status: response.status, headers: response.headers, body: await response.text() };
  }
  return last;
}

/** Where the answer is not as shown; null: it is. */
function compare({ answer }: Request, { status, headers, body }: Answer, named: Named): string | null {
  const shown = answer.text.trimEnd();
  if (answer.language === 'json') return differs(JSON.parse(shown), parsed(body), named, 'the answer');
  const lines = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  if (answer.language !== 'http') return textDiffers(shown, lines(body), named, 'the answer');
  const [head = '', ...rest] = shown.split('\n\n');
  const [statusLine = '', ...headerLines] = head.split('\n');
  if (!statusLine.startsWith(`HTTP/1.1 ${status} `)) return `the status is ${status}: ${body}`;
  for (const line of headerLines) {
    const [, name = '', value = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
    const wrong = textDiffers(value, headers.get(name) ?? '', named, name);
    if (wrong !== null) return wrong;
  }
  if (rest.length === 0) return null;
  const shownBody = rest.join('\n\n');
  if (shownBody.startsWith('{')) return differs(JSON.parse(shownBody), parsed(body), named, 'the answer');
  return textDiffers(shownBody, lines(body), named, 'the answer');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
