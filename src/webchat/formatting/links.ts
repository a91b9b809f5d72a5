/** The address a link may lead to, or undefined: Telegram drops all but web and tg addresses. */
export function checkLink(address: string): string | undefined {
  const trimmed = address.trim();
  const complete = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (!/^(https?|tg|ton):\/\//i.test(complete) || !URL.canParse(complete)) return undefined;
  const { protocol, hostname } = new URL(complete);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  return isWeb && !hostname.includes('.') && hostname !== 'localhost' ? undefined : complete;
}
