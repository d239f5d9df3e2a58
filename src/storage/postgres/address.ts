export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url);

/** Whether the address names a database, on a host or behind a socket (`postgres:///lede?host=/run/postgresql`). */
export function namesDatabase(url: string): boolean {
  const address = URL.parse(url);
  if (address === null || address.hash !== '' || !/^\/[^/]+$/.test(address.pathname)) return false;
  try {
    decodeURIComponent(address.username + address.password + address.pathname);
    return true;
  } catch {
    // A percent sign that encodes nothing.
    return false;
  }
}

/** Puts settings of a session and the program's name into the address, where pg reads them before anything else. */
export function addressWith(url: string, settings: readonly string[], program: string): string {
  const address = new URL(url);
  const { searchParams } = address;
  const options = settings.map((setting) => `-c ${setting}`);
  searchParams.set('options', [searchParams.get('options'), ...options].filter(Boolean).join(' '));
  searchParams.set('application_name', program);
  return address.href;
}

/** How people write a password in an address; `PASSWORD` is the word that Lede's own examples have. */
const passwords: readonly RegExp[] = [
  // To the last @, because a password may hold any letter.
  /(:\/+[^\s:@/[“”"']*:)(?!PASSWORD@)[^\n“”"]+(?=@)/g,
  /((?:^|[\s=/“"'])(?!mailto:)[^\s:@/“”"']+:)(?!PASSWORD@|\/|…)[^\s“”"]+(?=@)/g,
  // An address that breaks off in it; digits are a port.
  /(:\/+[^\s:@/[“”"']*:)(?!PASSWORD@|…|\d{1,5}(?![^\s/?.,;:“”"']))[^\s“”"]+/g,
  /(password=)[^\s&“”"']+/gi,
];

/** A text without the passwords in the addresses of databases. */
export const withoutPasswords = (text: string): string =>
  passwords.reduce((cleaned, password) => cleaned.replaceAll(password, '$1…'), text);
