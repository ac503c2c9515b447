/** What came of sending; 0: it arrived. */
interface ExportResult {
  readonly code: number;
  readonly error?: Error;
}

/** Where spans are sent, as OpenTelemetry's library has it. */
interface Exporter<Spans> {
  export(spans: Spans, done: (result: ExportResult) => void): void;
  forceFlush?(): Promise<void>;
  shutdown(): Promise<void>;
}

/**
 * The same exporter, which says when what it sends begins not to arrive, and when it arrives again: the library says neither, and whoever
 * mistyped an address would wait for traces for ever.
 */
export function toldExporter<Spans>(exporter: Exporter<Spans>, tell: (sentence: string) => void): Exporter<Spans> {
  let failing = false;
  const note = ({ code, error }: ExportResult) => {
    const fails = code !== 0;
    if (fails === failing) return;
    failing = fails;
    tell(fails ? `Traces do not arrive: ${reasonOf(error)}.` : 'Traces arrive again.');
  };
  return {
    export: (spans, done) =>
      exporter.export(spans, result => {
        note(result);
        done(result);
      }),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

/** Of several errors in one the first that says something. */
function reasonOf(error: Error | undefined): string {
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const text = inner instanceof Error ? inner.message : '';
  return text.split('\n')[0] || 'no reason was given';
}
