import ipaddr from 'ipaddr.js';

/** Whether an IP address is on the public internet. Also false for IPv6 forms that map, translate or tunnel IPv4. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Global unicast is 2000::/3 (IANA); ipaddr.js calls all unknown ranges unicast.
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
}

/** Whether a host is on the public internet. Any name except localhost counts as public: only its look-up can tell. */
export function isPublicHost(hostname: string): boolean {
  const host = bareHost(hostname);
  return ipaddr.isValid(host) ? isPublicAddress(host) : host !== 'localhost' && !host.endsWith('.localhost');
}

/** The host of a URL without brackets or the root's trailing dot. */
export function bareHost(hostname: string): string {
  const inside = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return inside.endsWith('.') ? inside.slice(0, -1) : inside;
}
