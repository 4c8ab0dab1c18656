import { BlockList, isIP } from 'node:net';

/**
 * What is no address of the open internet (IANA, special-purpose address registries): this machine, private and link-local
 * networks, where cloud providers keep credentials, and what can be written for them.
 */
const INNER: readonly [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const inner = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [address, bits] of INNER) {
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  inner[family].addSubnet(address, bits, family);
}

/** Whether an IP address is none of the open internet; what is no address counts as inner. */
export function isInnerAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return true;
  return version === 4 ? inner.ipv4.check(address, 'ipv4') : inner.ipv6.check(withoutZone(address), 'ipv6');
}

const withoutZone = (address: string): string => address.replace(/%.*$/, '');
