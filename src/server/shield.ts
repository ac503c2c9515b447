import { createRequire } from 'node:module';
import util from 'node:util';
import type { applyMiddleware as applyMiddlewareType } from 'graphql-middleware';
import type * as Shield from 'graphql-shield';

/**
 * graphql-shield and graphql-middleware, both from their CommonJS builds.
 *
 * The last release of shield (2022) calls `util.isUndefined`, which Node 23 removed, and its ESM build imports it by name,
 * so that build cannot even be loaded; and middleware made by one build is not recognised by the other (upstream issues
 * 1560 and 1561). Hence one file that restores the function and loads both from one side. Nothing else may import them.
 */
const legacyUtil = util as typeof util & { isUndefined?: (value: unknown) => boolean };
legacyUtil.isUndefined ??= value => value === undefined;

const require = createRequire(import.meta.url);

export const { rule, shield, deny } = require('graphql-shield') as typeof Shield;
export const { applyMiddleware } = require('graphql-middleware') as { applyMiddleware: typeof applyMiddlewareType };
