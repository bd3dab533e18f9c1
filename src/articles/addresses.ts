import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is on the public internet, by the IANA special-purpose registries as `ipaddr.js` holds them.
 * Forms that carry an IPv4 address inside (mapped, 6to4, NAT64, Teredo, compatible) don't count as public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  // IPv6 gives only 2000::/3 to public hosts.
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20
}
