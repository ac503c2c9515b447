/** Characters of a text that are shown. */
const shownCharacters = 60;

/**
 * Text of a caller as it is shown back to it: enough to know it by, never a flood; of whole characters, and of none that the database cannot
 * keep, since it is part of answers that are kept.
 */
export function shortened(text: string): string {
  if (text.length <= shownCharacters) return keepable(text);
  const cutsPair = /[\ud800-\udbff]/.test(text.charAt(shownCharacters - 1));
  return `${keepable(text.slice(0, cutsPair ? shownCharacters - 1 : shownCharacters))}… (${text.length} characters)`;
}

/** A NUL and half of a character become the sign for what cannot be shown. */
function keepable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
