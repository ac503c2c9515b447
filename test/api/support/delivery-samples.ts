import type { Api } from './api.js';
import type { Sample } from './samples.js';
import type { Party } from './world.js';

/** Webhooks of staff: three that are managed, three that are ended, and a delivery to each of the first. */
export interface DeliverySamples {
  readonly webhookIds: readonly string[];
  readonly endingIds: readonly string[];
  readonly deliveryIds: readonly string[];
}

/** What the samples below need, and two webhooks of the regulator, the later one with two deliveries. Nothing is posted. */
export async function makeDeliverySamples(
  api: Api,
  { staff, regulator }: { readonly staff: Party; readonly regulator: Party },
): Promise<DeliverySamples> {
  const make = async ({ token }: Party, count: number) => {
    const ids = [];
    for (let n = 0; n < count; n += 1) {
      const { webhookId } = await api.does('createWebhook', { url: `https://example.org/made/${n}` }, token);
      ids.push(String(webhookId));
    }
    return ids;
  };
  const ping = async ({ token }: Party, webhookId: string | undefined) =>
    String((await api.does('testWebhook', { webhookId }, token)).deliveryId);
  const webhookIds = await make(staff, 3);
  const endingIds = await make(staff, 3);
  const [, later] = await make(regulator, 2);
  const deliveryIds = [];
  for (const id of webhookIds) deliveryIds.push(await ping(staff, id));
  for (const id of [later, later]) await ping(regulator, id);
  return { webhookIds, endingIds, deliveryIds };
}

/** One line for each mutation of webhooks. */
export const deliverySamples: Readonly<Record<string, Sample>> = {
  createWebhook: (_, __, n) => ({ url: `https://example.org/hook/${n}`, kinds: ['READING_ACCEPTED'] }),
  endWebhook: ({ endingIds }, _, n) => ({ webhookId: endingIds[n] }),
  pauseWebhook: ({ webhookIds }, _, n) => ({ webhookId: webhookIds[n] }),
  redeliverWebhook: ({ deliveryIds }, _, n) => ({ deliveryId: deliveryIds[n] }),
  resumeWebhook: ({ webhookIds }, _, n) => ({ webhookId: webhookIds[n] }),
  rotateWebhookSecret: ({ webhookIds }, _, n) => ({ webhookId: webhookIds[n] }),
  testWebhook: ({ webhookIds }, _, n) => ({ webhookId: webhookIds[n] }),
  updateWebhook: ({ webhookIds }, _, n) => ({ webhookId: webhookIds[n], description: `sample ${n}` }),
};
