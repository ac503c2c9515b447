import { Refusal } from '../domain/error.js';

/**
 * The bytes of a published list -> its text. DOER publishes windows-1252, in which `†` is one byte.
 *
 * Refused with BAD_USER_INPUT: bytes that are no text (a workbook, UTF-16), and text that was saved as UTF-8 on the way, whose
 * names would be stored garbled.
 */
export async function* decodeList(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const text = new TextDecoder('windows-1252');
  const isUtf8 = utf8Detector();
  for await (const chunk of bytes) {
    if (chunk.includes(0)) {
      throw wrongEncoding('The file is not text: hand over the list saved as CSV, not the workbook.');
    }
    isUtf8.see(chunk);
    yield text.decode(chunk, { stream: true });
  }
  if (isUtf8.found()) {
    throw wrongEncoding(
      'The file is encoded as UTF-8; DOER publishes the list in windows-1252. Hand it over as published.',
    );
  }
}

function wrongEncoding(message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { expected: 'CSV in windows-1252' });
}

/** Bytes above 127 that all make up UTF-8 characters do not happen by chance. */
function utf8Detector() {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let possible = true;
  let beyondAscii = false;
  return {
    see(chunk: Uint8Array): void {
      if (!possible) return;
      beyondAscii ||= chunk.some(byte => byte > 127);
      possible = decodes(() => strict.decode(chunk, { stream: true }));
    },
    found: () => possible && beyondAscii && decodes(() => strict.decode()),
  };
}

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}
