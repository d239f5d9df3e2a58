export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url);

/** Whether the address names a database on a host or a socket (`postgres:///lede?host=/run/postgresql`). */
export function namesDatabase(url: string): boolean {
  const address = URL.parse(url);
  if (address === null || address.hash !== '' || !/^\/[^/]+$/.test(address.pathname)) return false;
  try {
    decodeURIComponent(address.username + address.password + address.pathname);
    return true;
  } catch {
    // The address has a percent sign that encodes nothing.
    return false;
  }
}

/** Adds session settings and the program's name to the address, because pg prefers the address to other settings. */
export function addressWith(url: string, settings: readonly string[], program: string): string {
  const address = new URL(url);
  const { searchParams } = address;
  const options = settings.map((setting) => `-c ${setting}`);
  searchParams.set('options', [searchParams.get('options'), ...options].filter(Boolean).join(' '));
  searchParams.set('application_name', program);
  return address.href;
}

/** Patterns of passwords in addresses as people type them. `PASSWORD` is the placeholder in Lede's examples. */
const passwords: readonly RegExp[] = [
  // Matches up to the last @, because a password may contain any character.
  /(:\/+[^\s:@/[“”"']*:)(?!PASSWORD@)[^\n“”"]{1,300}(?=@)/g,
  /((?:^|[\s=/“"'])(?!mailto:)[^\s:@/“”"'=]+:)(?!PASSWORD@|\/|…)[^\s“”"]{1,300}(?=@)/g,
  // Matches an address that is cut off inside its password. Digits alone are a port.
  /(:\/+[^\s:@/[“”"']*:)(?!PASSWORD@|…|\d{1,5}(?![^\s/?.,;:“”"']))[^\s“”"]+/g,
  /(password=)[^\s&“”"']+/gi,
];

/** Masks passwords in database addresses. */
export const withoutPasswords = (text: string): string =>
  passwords.reduce((cleaned, password) => cleaned.replaceAll(password, '$1…'), text);
