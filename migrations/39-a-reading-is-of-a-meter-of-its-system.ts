import { Migration } from '@mikro-orm/migrations';
import { askingReferences } from './asked-once.js';

/**
 * A reading named a meter and a system, and each was looked up by itself, whether they belong together or not. Now the meter is asked for as
 * one of that system: one look-up instead of two, and more is kept. What stands in `reading` was written by what judged it by that meter.
 */
export class AReadingIsOfAMeterOfItsSystem extends Migration {
  override up(): void {
    this.addSql(
      askingReferences('reading', [
        { name: 'reading_meter_fk', parent: 'meter', columns: { meter_id: 'id', system_id: 'system_id' } },
        { name: 'reading_submitted_by_fk', parent: 'account', columns: { submitted_by: 'id' } },
        { name: 'reading_correction_fk', parent: 'correction', columns: { correction_id: 'id' } },
      ]),
    );
  }
}
