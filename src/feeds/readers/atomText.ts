/** Media types that are no text, and everything in an Atom 0.3 document that says so, come as base64. */
function unpacked(text: { value: string; type?: string }, packed: boolean): string | undefined {
  const { value, type = 'text' } = text;
  const binary = type.includes('/') && !/^text\/|xml|html|json/i.test(type);
  if (!packed && !binary) return undefined;
  const compact = value.replace(/\s+/g, '');
  if (compact.length < 4 || compact.length % 4 !== 0 || !/^[a-z0-9+/]+={0,2}$/i.test(compact)) return undefined;
  const decoded = Buffer.from(compact, 'base64').toString('utf8');
  return /[\ufffd\0]/.test(decoded) ? undefined : decoded;
}

/** Atom text of type "text" is no markup: escaped here, so that everything after this point is. */
export function atomText(text: { value?: string; type?: string } | undefined, packed = false): string | undefined {
  if (text?.value === undefined) return undefined;
  const decoded = unpacked({ value: text.value, type: text.type }, packed);
  if (decoded !== undefined) return decoded;
  const plain = text.type === undefined || text.type === 'text' || text.type === 'text/plain';
  return plain && !/<\/?[a-z][^<>]*>|&[a-z]+;|&#/i.test(text.value)
    ? text.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    : text.value;
}
