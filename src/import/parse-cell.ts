import { Decimal } from '../domain/decimal.js';
import { Refusal } from '../domain/error.js';
import { type LocalDate, parseLocalDate } from '../domain/local-date.js';
import { parseQuarter, type Quarter } from '../domain/quarter.js';

/** Text that must be there; else BAD_USER_INPUT, as in all functions of this file. */
export function requiredCell(what: string, text: string): string {
  if (text === '') throw unreadable(what, text, 'not be empty');
  return text;
}

/** `PV-2017-10`: the number of a statement of qualification. Source: domain 5.6. */
export function sqNumberCell(text: string): string {
  if (!/^PV-\d{4}-\d{2}$/.test(text)) throw unreadable('MA RPS ID#', text, 'be like PV-2017-10');
  return text;
}

/** `NON107878` or, settled by ISO-NE, `MSS12345`: an asset at the GIS. Source: domain 4. */
export function gisIdCell(text: string): string {
  if (!/^(NON|MSS)\d+$/.test(text)) throw unreadable('NEPOOL GIS Asset ID#', text, 'be NON or MSS and digits');
  return text;
}

/** Five digits; a leading zero that a spreadsheet took away is put back; empty: null. */
export function zipCell(text: string): string | null {
  if (text === '') return null;
  if (!/^\d{4,5}$/.test(text)) throw unreadable('ZIP code', text, 'have five digits');
  return text.padStart(5, '0');
}

/** Nameplate capacity in kW DC, with or without thousands separators: above zero, at most three decimals. */
export function capacityKwCell(text: string): Decimal {
  const form = /^(\d{1,6}|\d{1,3},\d{3})(\.\d{1,3})?$/;
  const kw = form.test(text) ? new Decimal(text.replace(',', '')) : null;
  if (!kw?.gt(0)) throw unreadable('nameplate capacity', text, 'be kW above zero with at most three decimals');
  return kw;
}

/** `3/15/2013`, month first. */
export function dateCell(what: string, text: string): LocalDate {
  const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  try {
    return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch {
    throw unreadable(what, text, 'be a day as M/D/YYYY');
  }
}

/** `Q3 2023`. */
export function quarterCell(text: string): Quarter {
  const [, quarter, year] = /^Q([1-4]) (\d{4})$/.exec(text) ?? [];
  try {
    return parseQuarter(`${year}-Q${quarter}`);
  } catch {
    throw unreadable('last eligible quarter', text, 'be like Q3 2023');
  }
}

function unreadable(what: string, value: string, must: string): Refusal {
  return new Refusal('BAD_USER_INPUT', `The ${what} is "${value}"; it must ${must}.`, { value });
}
