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

/** A text without the passwords in the addresses of databases. */
export const withoutPasswords = (text: string): string =>
  text.replaceAll(/(\bpostgres(?:ql)?:\/\/[^\s:@/]*:)[^\s]*@/g, '$1…@');
