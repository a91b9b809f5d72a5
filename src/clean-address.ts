/**
 * Whether an address says plainly which part of it is the password. One with `@`, `/`, `?` or `#` written as they are
 * is cut at another place by each program that reads it, and the rest of the password then stands where a host, a
 * path or a database is shown.
 */
export function isCleanAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const rest = address.slice(address.indexOf('://') + 3);
  const userInfo = rest.slice(0, Math.max(0, rest.lastIndexOf('@')));
  return !/[@/?#\\\s"'<>]/u.test(userInfo) && isDecodable(userInfo);
}

/** Whether an address may be shown whole: it has no place for a user, a password or a key. */
export function hasNoSecret(address: string): boolean {
  return !/[@?#]/u.test(address);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
