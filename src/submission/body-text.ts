import { BrokenUpload } from './broken-upload.js';

/** Bytes -> text: UTF-8, with or without a byte order mark, which is left out. BrokenUpload for another encoding. */
export async function* bodyText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      throw new BrokenUpload('The text is not UTF-8.');
    }
  };
  for await (const piece of bytes) yield decoded(piece);
  yield decoded();
}
