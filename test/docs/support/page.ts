import { readFileSync } from 'node:fs';

/** A fenced block of a page: its language, the words after it, its text, and where it begins. */
export interface Block {
  readonly language: string;
  readonly words: readonly string[];
  readonly text: string;
  readonly at: string;
}

/** A request of a page with what belongs to it. */
export interface Request {
  readonly block: Block;
  readonly variables: Block | null;
  readonly answer: Block;
}

/** The fenced blocks of a page, in their order. */
export function blocksOf(path: string): Block[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/^```([^\n`]*)\n([\s\S]*?)^```$/gm)].map(({ 1: info = '', 2: body = '', index }) => {
    const [language = '', ...words] = info.split(' ');
    return { language, words, text: body, at: `${path}:${text.slice(0, index).split('\n').length}` };
  });
}

const answers = ['json', 'http', 'csv', 'jsonl'];

/**
 * The requests of a page, each with the answer that follows it. Not executed are `sh terminal` (what has no request in it), `text` (what is
 * on a screen) and `js FILE` (a part of a file). Everything else is a mistake of the page: a request without an answer, an
 * answer without a request, a language that nobody executes.
 */
export function requestsOf(blocks: readonly Block[]): Request[] {
  const requests: Request[] = [];
  const mistake = (block: Block, words: string) => new Error(`${block.at}: ${words}`);
  const rest = [...blocks];
  for (let block = rest.shift(); block; block = rest.shift()) {
    if (isOutputOnly(block)) {
      if (/\bcurl\b/.test(block.text)) throw mistake(block, 'a request that is not executed');
      continue;
    }
    if (block.language !== 'graphql' && block.language !== 'sh') {
      throw mistake(block, `"${block.language}" is no request, and no request is before it`);
    }
    const variables = rest[0]?.words[0] === 'variables' ? (rest.shift() ?? null) : null;
    const answer = rest.shift();
    if (!answer || !answers.includes(answer.language)) throw mistake(block, 'no answer is shown');
    requests.push({ block, variables, answer });
  }
  return requests;
}

function isOutputOnly({ language, words }: Block): boolean {
  return language === 'text' || language === 'js' || (language === 'sh' && words[0] === 'terminal');
}
