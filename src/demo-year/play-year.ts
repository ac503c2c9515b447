import { depositForAuction, holdAuction } from './auction.js';
import { type Books, readBooks } from './books.js';
import { assemble } from './cast.js';
import { file, registerSuppliers } from './filings.js';
import { agreeForward, setAside, tradeInSpring, tradeInSummer, tradeInWinter, transferRights } from './market.js';
import { buildPlants } from './plants.js';
import { correctMonth, issueQuarter, reportMonth } from './production.js';
import { openStage, reason } from './stage.js';

/** Where the year is played. */
export interface YearPlay {
  /** Address of the server, without `/graphql`. */
  readonly url: string;
  readonly staffSecret: string;
  /** Told before each chapter. */
  readonly chapter: (title: string) => void;
}

/**
 * Plays the programme year 2017 on a fresh world through the API alone, each act with the credential of whoever would do it. Out: the
 * books as the API shows them at the end, with the sums in them checked. What the API refuses against the story is thrown.
 */
export async function playYear({ url, staffSecret, chapter }: YearPlay): Promise<Books> {
  const stage = openStage(url, staffSecret);
  chapter('Applications and qualification');
  await stage.at('2016-11-07T15:00:00Z');
  const cast = await assemble(stage);
  const plants = await buildPlants(stage, cast);
  const all = Object.values(plants);
  const report = async (from: number, until: number) => {
    for (let month = from; month <= until; month += 1) await reportMonth(stage, all, month);
  };

  chapter('Production, quarter by quarter');
  await report(1, 2);
  await reportMonth(stage, all, 3, new Map([[plants.school, misreadKwh.school]]));
  await report(4, 5);
  await stage.at('2017-06-05T15:00:00Z');
  await agreeForward(cast);
  await transferRights(stage, cast, plants);
  await report(6, 6);
  await issueQuarter(stage, '2017-Q1', '2017-07-10', '2017-07-15');
  await tradeInSummer(cast);
  await report(7, 7);
  await stage.at('2017-08-10T15:00:00Z');
  await correctMonth(stage, plants.school, 3);
  await report(8, 9);
  await issueQuarter(stage, '2017-Q2', '2017-10-10', '2017-10-15');
  await report(10, 11);
  await reportMonth(stage, all, 12, new Map([[plants.wind, misreadKwh.wind]]));
  await issueQuarter(stage, '2017-Q3', '2018-01-10', '2018-01-15');
  await tradeInWinter(cast);
  await issueQuarter(stage, '2017-Q4', '2018-04-10', '2018-04-15');
  await correctMonth(stage, plants.wind, 12);
  await tradeInSpring(cast);

  chapter('Auction, close of the year, filings');
  await stage.at('2018-05-02T15:00:00Z');
  await setAside(cast);
  await registerSuppliers(stage, cast);
  const auctionId = await depositForAuction(stage, cast);
  await stage.at('2018-06-16T15:00:00Z');
  await stage.staff.act('closeTradingYear', { year: 2017, reason }, 'year');
  const exempt = await file(stage, cast);
  await holdAuction(stage, cast, auctionId);

  chapter('The books');
  return readBooks(stage, plants, { auctionId, exempt });
}

/** By so much meters were read too high: in March one whose certificates are sold since, in December one whose certificates lie. */
const misreadKwh = { school: 900, wind: 1800 } as const;
