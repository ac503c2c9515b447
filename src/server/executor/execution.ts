import { type GraphQLField, type GraphQLFieldResolver, type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import { Output } from './output.js';
import { Sheet } from './sheet.js';

/** Writes a value as its type has it; throws where graphql-js would answer with an error. */
export type Writer = (value: unknown, to: Output, execution: Execution) => void;

/** A place of a query at which a field is asked. */
export interface AskedField {
  /** Its number among all of the query. */
  readonly at: number;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  readonly info: Omit<GraphQLResolveInfo, 'variableValues'>;
  readonly write: Writer;
}

/** What the resolver of a field is given beside an object. */
interface Given {
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
}

/**
 * One execution of a compiled query. Arguments are coerced once for each place of the query, not for each row; `info.path` lacks the places
 * in lists.
 */
export class Execution {
  readonly #context: unknown;
  readonly #variableValues: Readonly<Record<string, unknown>>;
  readonly #given: Given[] = [];
  readonly #finished = Promise.withResolvers<void>();
  #awaited = 0;
  #failed = false;

  constructor(context: unknown, variableValues: Readonly<Record<string, unknown>>) {
    this.#context = context;
    this.#variableValues = variableValues;
  }

  /** Writes an answer; once all that it waits for has come, gives it, or null if anything went wrong. */
  async run(write: Writer): Promise<Output | null> {
    const answer = new Output(Sheet.take());
    answer.begin();
    this.later(Promise.resolve(), answer, write);
    answer.finish();
    await this.#finished.promise;
    if (!this.#failed) return answer;
    answer.sheet.giveBack();
    return null;
  }

  /** Resolves a field of an object and writes what it is. */
  write(field: AskedField, source: unknown, to: Output): void {
    const { args, info } = this.#givenTo(field);
    const value = field.resolve(source, args, this.#context, info);
    if (isPromise(value)) this.later(value, to, field.write);
    else field.write(value, to, this);
  }

  /** Writes what a promise gives, in its place. */
  later(promised: PromiseLike<unknown>, to: Output, write: Writer): void {
    const place = to.later();
    this.#awaited += 1;
    promised.then(
      value => {
        place.begin();
        try {
          write(value, place, this);
        } catch {
          this.#failed = true;
        }
        place.finish();
        this.#came();
      },
      () => {
        this.#failed = true;
        this.#came();
      },
    );
  }

  /** What is under way is waited for, also after a failure. */
  #came(): void {
    this.#awaited -= 1;
    if (this.#awaited === 0) this.#finished.resolve();
  }

  #givenTo({ at, definition, info }: AskedField): Given {
    const known = this.#given[at];
    if (known) return known;
    const node = info.fieldNodes[0];
    const args = node ? getArgumentValues(definition, node, this.#variableValues) : {};
    const given = { args, info: { ...info, variableValues: this.#variableValues } };
    this.#given[at] = given;
    return given;
  }
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';
}
