import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { post } from '../../src/delivery/post.js';
import { mayPostTo } from '../../src/delivery/public-address.js';
import { requireWebhookUrl } from '../../src/delivery/webhook-url.js';
import { type Receiver, startReceiver } from './support/receiver.js';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const never = new AbortController().signal;
const inProduction = (url: string) => post(url, '{}', {}, 'production', never);

test.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['::ffff:8.8.8.8', true],
  ['127.0.0.1', false],
  ['127.8.8.8', false],
  ['0.0.0.0', false],
  ['10.0.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['168.63.129.16', false],
  ['192.0.0.192', false],
  ['198.18.0.1', false],
  ['203.0.113.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:169.254.169.254', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['fe80::1', false],
  ['fd00:ec2::254', false],
  ['fec0::1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  ['localhost', false],
])('in production %s is posted to: %s', (address, allowed) => {
  expect(mayPostTo(address, 'production')).toBe(allowed);
});

test('a sandbox also posts to the machine that it runs on, and to no other that is private', () => {
  const allowed = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(address => mayPostTo(address, 'sandbox'));
  expect(allowed).toEqual([true, true, true]);
  const refused = ['10.0.0.1', '169.254.169.254', 'fe80::1', '0.0.0.0'].map(address => mayPostTo(address, 'sandbox'));
  expect(refused).toEqual([false, false, false, false]);
});

test.each([
  ['https://example.org/hook?a=b', null],
  ['https://example.org:8443/', null],
  ['http://example.org/', 'begins with https'],
  ['ftp://example.org/', 'begins with https'],
  ['no address', 'begins with https'],
  ['', 'empty'],
  ['https://user:password@example.org/', 'without user'],
  ['https://127.0.0.1/', 'public'],
  ['https://0x7f.1/', 'public'],
  ['https://2130706433/', 'public'],
  ['https://[::1]/', 'public'],
  ['https://[::ffff:10.0.0.1]/', 'public'],
  ['https://169.254.169.254/latest/meta-data/', 'public'],
  [`https://example.org/${'x'.repeat(500)}`, 'at most 500'],
])('in production a webhook at %s is refused: %s', (url, why) => {
  const ask = () => requireWebhookUrl(url, 'production');
  if (why === null) expect(ask).not.toThrow();
  else expect(ask).toThrow(why);
});

test('the address that a name leads to is judged when it is connected to: nothing reaches this machine', async () => {
  const refused = { status: null, error: 'the host is at no address to which anything is posted', response: null };
  for (const host of ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '[::ffff:127.0.0.1]']) {
    expect(await inProduction(`http://${host}:${receiver.port}/`)).toEqual(refused);
  }
  expect(receiver.received).toEqual([]);
  const posted = await post(`http://localhost:${receiver.port}/`, '{}', {}, 'sandbox', never);
  expect(posted).toEqual({ status: 204, error: null, response: '' });
});

test('what does not answer is said in words that tell nothing of this side', async () => {
  const gone = createServer();
  await new Promise<void>(listening => gone.listen(0, '127.0.0.1', listening));
  const { port } = gone.address() as AddressInfo;
  await new Promise(closed => gone.close(closed));
  const { error } = await post(`http://127.0.0.1:${port}/`, '{}', {}, 'sandbox', never);
  expect(error).toBe('no connection: ECONNREFUSED');
  receiver.answer(() => undefined);
  const late = await post(receiver.url, '{}', {}, 'sandbox', never, 60);
  expect(late).toEqual({ status: null, error: 'no answer within 60 ms', response: null });
  receiver.answer(response => void response.writeHead(200).write('slow')); // an answer that does not end
  const slow = await post(receiver.url, '{}', {}, 'sandbox', never, 60);
  expect(slow.error).toBe('no answer within 60 ms');
});
