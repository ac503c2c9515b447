import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Values that are kept on disk, in the order in which they came. */
export class Spool<T> {
  private readonly places: { readonly at: number; readonly length: number }[] = [];
  private end = 0;

  private constructor(private readonly file: FileHandle) {}

  /** The file has no name any more once it is open: whatever becomes of the process, nothing stays behind. */
  static async open<T>(): Promise<Spool<T>> {
    const path = join(tmpdir(), `pts-upload-${randomUUID()}`);
    const file = await open(path, 'wx+', 0o600);
    await unlink(path);
    return new Spool<T>(file);
  }

  async add(value: T): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(value));
    await this.file.write(bytes, 0, bytes.length, this.end);
    this.places.push({ at: this.end, length: bytes.length });
    this.end += bytes.length;
  }

  async *values(): AsyncGenerator<T> {
    for (const { at, length } of this.places) {
      const bytes = Buffer.allocUnsafe(length);
      await this.file.read(bytes, 0, length, at);
      yield JSON.parse(bytes.toString()) as T;
    }
  }

  /** Forgets what was added. */
  clear(): void {
    this.places.length = 0;
    this.end = 0;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
