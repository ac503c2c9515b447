import { decimalPlacesAtMost, wholeDigitsAtMost } from '../boundary/decimal-places.js';
import { textOfLength } from '../boundary/text-length.js';
import { type Decimal, decimalText } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import type { LocalDate } from '../domain/local-date.js';
import { bidderTerms } from '../domain/rules/auction-bidders.js';
import { valueOn } from '../domain/rules/dated-table.js';
import { GisAccountEntity } from '../gis/gis.entity.js';
import type { Verb } from '../platform/perform.js';
import { maybeRow, sql } from '../platform/sql.js';
import { AuctionBidderEntity, type AuctionRow } from './auction.entity.js';
import type { QualifyBidderInput } from './auction.input.js';
import { lockAuction, requireState } from './find-auction.js';

/**
 * Lets an organisation bid: tier 1 when an account of it is a supplier's, otherwise tier 2, which takes security. CONFLICT when it
 * was qualified before.
 */
export async function qualifyBidder({ em, context, now }: Verb, input: QualifyBidderInput) {
  textOfLength(2000, 'evidence', input.evidence);
  decimalPlacesAtMost(2, 'securityDollars', input.securityDollars);
  wholeDigitsAtMost(12, 'securityDollars', input.securityDollars);
  const auction = await lockAuction(em, input.auctionId, 'share');
  requireState(auction, ['DEPOSITING', 'BIDDING']);
  const { organisationId, gisAccountId, securityDollars } = input;
  if (!(await em.findOne(GisAccountEntity, { id: gisAccountId, organisationId }))) {
    throw new Refusal('NOT_FOUND', 'The organisation has no such GIS account.', { organisationId, gisAccountId });
  }
  const supplier = await maybeRow(
    em,
    sql`select id from account where organisation_id = ${organisationId} and kinds @> array['SUPPLIER'] limit 1`,
  );
  if (!supplier) refuseLittleSecurity(auction, securityDollars);
  const tier = supplier ? 1 : 2;
  em.persist(
    em.create(AuctionBidderEntity, {
      auctionId: auction.id,
      organisationId,
      gisAccountId,
      tier,
      securityDollars: decimalText(securityDollars),
      evidence: input.evidence,
      createdAt: now,
      createdBy: context.actor.accountId,
    }),
  );
  await em.flush();
  return { auctionId: auction.id, organisationId, tier };
}

function refuseLittleSecurity({ generationYear }: AuctionRow, securityDollars: Decimal): void {
  const { tierTwoSecurityDollars } = valueOn(bidderTerms, `${generationYear}-01-01` as LocalDate);
  if (securityDollars.gte(tierTwoSecurityDollars)) return;
  throw new Refusal('BAD_USER_INPUT', 'A bidder that is no supplier posts security.', {
    field: 'securityDollars',
    value: decimalText(securityDollars),
    minimum: decimalText(tierTwoSecurityDollars),
  });
}
