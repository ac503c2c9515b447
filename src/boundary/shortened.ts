/** Text of a caller as it is shown back to it: enough to know it by, never a flood. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}
