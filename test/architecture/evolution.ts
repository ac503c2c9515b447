import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

/** A change that breaks clients, told beforehand. */
export interface Announced {
  /** `System.oldName`, `Query.systems.filter`, `Technology.WIND` */
  readonly path: string;
  readonly announcedOn: string;
  readonly removedOn: string;
  /** What to use instead, or why it goes. */
  readonly reason: string;
}

const removal = /^(.+) Removed on (\d{4}-\d{2}-\d{2})\.$/;

/** `2026-12-01` -> `2027-06-01`: the first day on which something announced that day may go. */
function sixMonthsAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
}

/** What breaks a client of the last release and was not announced, or not long enough before. */
export async function unannouncedBreaks(
  released: GraphQLSchema,
  current: GraphQLSchema,
  announced: readonly Announced[],
  today: string,
): Promise<string[]> {
  const breaking = (await diff(released, current)).filter(
    ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
  );
  return breaking.flatMap(({ path = '', message }) => {
    const told = announced.find(each => path === each.path || path.startsWith(`${each.path}.`));
    if (!told) return [`${path}: ${message} (not announced)`];
    return told.removedOn > today ? [`${path}: ${message} (announced for ${told.removedOn})`] : [];
  });
}

/** What is wrong with the announcements themselves, and with the `@deprecated` of a schema. */
export function wrongAnnouncements(schemas: readonly GraphQLSchema[], announced: readonly Announced[]): string[] {
  const tooShort = announced.filter(({ announcedOn, removedOn }) => removedOn < sixMonthsAfter(announcedOn));
  const deprecated = schemas.flatMap(deprecatedParts);
  return [
    ...tooShort.map(({ path }) => `${path} is announced for less than six months`),
    ...deprecated.flatMap(({ path, reason }) => {
      const [, , removedOn] = removal.exec(reason) ?? [];
      if (!removedOn) return [`${path}: "${reason}" must say what to use and end with "Removed on YYYY-MM-DD."`];
      const told = announced.find(each => each.path === path);
      return told?.removedOn === removedOn ? [] : [`${path} is not announced for ${removedOn}`];
    }),
  ];
}

function deprecatedParts(schema: GraphQLSchema): { readonly path: string; readonly reason: string }[] {
  const found: { path: string; reason: string }[] = [];
  const look = (path: string, reason: string | null | undefined) => {
    if (typeof reason === 'string') found.push({ path, reason });
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.deprecationReason);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field.deprecationReason);
        for (const arg of 'args' in field ? field.args : [])
          look(`${type.name}.${field.name}.${arg.name}`, arg.deprecationReason);
      }
    }
  }
  return found;
}
