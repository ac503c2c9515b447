import ipaddr from 'ipaddr.js';

export type HouseMode = 'sandbox' | 'production';

/** Where clouds answer for the machine itself, at an address that looks public. Source: Azure, "What is IP address 168.63.129.16". */
const ofTheMachine: readonly string[] = ['168.63.129.16'];

/**
 * Whether something may be posted to an IP address: one of the public internet, and in a sandbox this machine too. Private, link-local
 * (where clouds keep credentials), shared, reserved and translated ranges are not; IPv4 inside IPv6 is judged as the IPv4 that it is.
 */
export function mayPostTo(address: string, mode: HouseMode): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return mode === 'sandbox';
  return range === 'unicast' && !ofTheMachine.includes(parsed.toString());
}
