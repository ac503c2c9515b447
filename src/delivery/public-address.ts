import ipaddr from 'ipaddr.js';

export type HouseMode = 'sandbox' | 'production';

/** Where clouds answer for the machine itself, at an address that looks public. Source: Azure, "What is IP address 168.63.129.16". */
const ofTheMachine: readonly string[] = ['168.63.129.16'];

/**
 * Whether something may be posted to an IP address: one of the public internet, and in a sandbox this machine too. Private, link-local
 * (where clouds keep credentials), shared, reserved and translated ranges are not; IPv4 inside IPv6 is judged as the IPv4 that it is,
 * and of IPv6 only what is given out as global unicast (RFC 4291, 2.4; else RFC 8215 would lead into a network by its own translator).
 */
export function mayPostTo(address: string, mode: HouseMode): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return mode === 'sandbox';
  if (parsed.kind() === 'ipv6' && !parsed.match(ipaddr.parse('2000::'), 3)) return false;
  return range === 'unicast' && !ofTheMachine.includes(parsed.toString());
}
