import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../boundary/context.js';
import { type Page, requirePageSize } from '../boundary/page.js';
import type { Change, ChangesArgs } from './change.type.js';
import { beginning, cursorOf, feedNow, positionOf } from './change-cursor.js';
import { readChanges } from './read-changes.js';

/** A page of what happened, oldest first, as far as the actor may see it today. It ends at a cursor, also when it is empty. */
export async function listChanges(em: EntityManager, actor: Actor, args: ChangesArgs): Promise<Page<Change>> {
  requirePageSize(args.first);
  const feed = await feedNow(em);
  const start = args.from === 'NOW' ? feed.horizon : beginning;
  const { first, after: cursor = null } = args;
  const after = cursor === null ? start : positionOf(feed, cursor); // an empty cursor is a lost one, not the beginning
  const kinds = args.kinds && args.kinds.length > 0 ? args.kinds : null;
  const { changes, until, more } = await readChanges(em, actor, feed, { after, first, kinds });
  const edges = changes.map(({ at, ...node }) => ({ node, cursor: cursorOf(feed, at) }));
  return { edges, pageInfo: { hasNextPage: more, endCursor: cursorOf(feed, until) } };
}
