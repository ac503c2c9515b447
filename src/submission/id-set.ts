const idsOfPage = 65_536;

/**
 * A set of ids of rows. They are dense numbers, so a bit for each, in pages of 8 kB where there are any: 300,000 ids take some 40 kB,
 * where a set of texts would take tens of megabytes.
 */
export class IdSet {
  private readonly pages = new Map<number, Uint8Array>();

  has(text: string): boolean {
    const id = Number(text);
    const bit = id % idsOfPage;
    return ((this.pages.get(Math.floor(id / idsOfPage))?.[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }

  add(ids: readonly string[]): void {
    for (const text of ids) {
      const id = Number(text);
      const bit = id % idsOfPage;
      const page = this.pageOf(Math.floor(id / idsOfPage));
      page[bit >> 3] = (page[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  /** All of them, the smallest first. */
  *inOrder(): Generator<string> {
    for (const number of [...this.pages.keys()].sort((a, b) => a - b)) {
      for (const [at, bits] of (this.pages.get(number) ?? []).entries()) {
        for (let bit = 0; bits >> bit > 0; bit += 1) {
          if (bits & (1 << bit)) yield String(number * idsOfPage + at * 8 + bit);
        }
      }
    }
  }

  private pageOf(number: number): Uint8Array {
    const page = this.pages.get(number) ?? new Uint8Array(idsOfPage / 8);
    this.pages.set(number, page);
    return page;
  }
}
