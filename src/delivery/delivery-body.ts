import { randomInt } from 'node:crypto';

/** A change as it is posted. */
export interface PostedEvent {
  readonly cursor: string;
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly ptsId: string | null;
  readonly month: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** What is posted, as text: thin, and nothing of a person. Without events it is a test. */
export function bodyOf(webhookId: string, deliveryId: string, events: readonly PostedEvent[]): string {
  return JSON.stringify({ webhookId, deliveryId, events });
}

/** The id of a delivery, drawn by lot: numbers in a row would tell how much is delivered to others. */
export function newDeliveryId(): string {
  return String(randomInt(1, 2 ** 24)) + String(randomInt(0, 10 ** 9)).padStart(9, '0');
}
