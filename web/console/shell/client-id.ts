/**
 * A UUIDv7: the desk names what it makes, so that a retry after a lost answer names the same thing.
 * @param now milliseconds since 1970
 */
export function clientId(now = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const stamp = now.toString(16).padStart(12, '0');
  const rest = Array.from(bytes.slice(6), (byte) => byte)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const variant = '89ab'[(bytes[0] ?? 0) & 3];
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}
