/** Decimal texts are added up as whole millionths, by other means than the system that is checked. */
const places = 6;

/** Decimal text with at most six decimals -> millionths. */
export function exact(text: string): bigint {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? refuse(text);
  if (decimals.replace(/0+$/, '').length > places) refuse(text);
  const size = BigInt(whole + decimals.slice(0, places).padEnd(places, '0'));
  return sign === '-' ? -size : size;
}

/** Millionths -> decimal text without trailing zeros. */
export function plain(millionths: bigint): string {
  const digits = (millionths < 0n ? -millionths : millionths).toString().padStart(places + 1, '0');
  const decimals = digits.slice(-places).replace(/0+$/, '');
  return `${millionths < 0n ? '-' : ''}${digits.slice(0, -places)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** The exact sum of decimal texts, in millionths. */
export function sumOf(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => sum + exact(text), 0n);
}

/** The sum of whole numbers. */
export function countOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function refuse(text: string): never {
  throw new Error(`${text} is no decimal with at most ${places} places`);
}
