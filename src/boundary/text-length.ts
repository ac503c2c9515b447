import { Refusal } from '../domain/error.js';

/** Refuses text that says nothing, or has more characters than a field takes: BAD_USER_INPUT. */
export function textOfLength(maximum: number, field: string, text: string): void {
  if (text.trim() === '') throw new Refusal('BAD_USER_INPUT', `\`${field}\` is empty.`, { field });
  textAtMost(maximum, field, text);
}

/** Refuses text with more characters than a field takes: BAD_USER_INPUT. Absent text is short enough. */
export function textAtMost(maximum: number, field: string, text: string | null | undefined): void {
  if (!text || text.length <= maximum) return;
  throw new Refusal('BAD_USER_INPUT', `\`${field}\` takes at most ${maximum} characters.`, {
    field,
    length: text.length,
    maximumLength: maximum,
  });
}
