import { type Command, InvalidArgumentError, Option } from 'commander';
import { UsageError } from './failure.js';
import { parsePort } from './options.js';
import type { MetricsPlace, Mode } from './ports.js';

/** How a process that stays is watched. */
export interface OperationOptions {
  readonly metricsPort?: number;
  readonly metricsHost: string;
}

/** How a server logs, and how it stops. */
export interface StopOptions {
  readonly logLevel: 'info' | 'warn';
  readonly drainSeconds?: number;
}

/** Adds what servers and workers have in common. */
export function withOperation(command: Command): Command {
  return command
    .addOption(
      new Option('--metrics-port <number>', 'serve Prometheus metrics on this port')
        .env('PTS_METRICS_PORT')
        .argParser(parsePort),
    )
    .addOption(
      new Option('--metrics-host <address>', 'address of that port').env('PTS_METRICS_HOST').default('127.0.0.1'),
    );
}

/** Adds what servers alone have. */
export function withStop(command: Command): Command {
  return command
    .addOption(
      new Option('--log-level <level>', 'info: a line on stderr for each request')
        .env('PTS_LOG_LEVEL')
        .choices(['info', 'warn'])
        .default('warn'),
    )
    .addOption(
      new Option('--drain-seconds <number>', 'how long it goes on after SIGTERM, not ready any more (production: 5)')
        .env('PTS_DRAIN_SECONDS')
        .argParser(parseSeconds),
    );
}

/** What of it the server or worker is told; traces are asked for by the environment, as everywhere. */
export function operationOf(
  { metricsPort, metricsHost }: OperationOptions,
  environment: NodeJS.ProcessEnv = process.env,
): { readonly metrics?: MetricsPlace; readonly traces?: object } {
  return {
    ...(tracesAreAsked(environment) ? { traces: {} } : {}),
    ...(metricsPort === undefined ? {} : { metrics: { host: metricsHost, port: metricsPort } }),
  };
}

/** How long a server goes on after a signal: a person at a terminal does not wait for balancers. */
export function graceMsOf({ drainSeconds, mode }: StopOptions & { readonly mode: Mode }, signal: string): number {
  if (signal !== 'SIGTERM') return 0;
  return (drainSeconds ?? (mode === 'production' ? 5 : 0)) * 1_000;
}

/** `PTS_OTEL=1`, or an address to send traces to; `PTS_OTEL=0` says no to both. A UsageError for what is no address. */
function tracesAreAsked(environment: NodeJS.ProcessEnv): boolean {
  if (environment.PTS_OTEL === '0' || environment.OTEL_SDK_DISABLED === 'true') return false;
  const addresses = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].filter(
    name => environment[name],
  );
  for (const name of addresses) {
    if (!/^https?:/.test(URL.parse(environment[name] ?? '')?.protocol ?? '')) {
      throw new UsageError(`${name} is no address that traces can be sent to, such as http://collector:4318.`);
    }
  }
  return environment.PTS_OTEL === '1' || addresses.length > 0;
}

function parseSeconds(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('It is a number of seconds up to 999.');
  return Number(text);
}
