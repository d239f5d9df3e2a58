import type { Problem, ProblemKind } from '../../../feeds/lookup.ts';

const words: Record<ProblemKind, string | ((host: string) => string)> = {
  'bad-url': 'Das ist keine gültige Adresse. Sie sieht etwa so aus: https://example.org/feed.xml.',
  'bad-scheme': 'Lede liest nur Adressen, die mit http:// oder https:// beginnen.',
  'has-credentials': 'Adressen mit Benutzernamen oder Passwort liest Lede nicht. Nimm eine ohne.',
  'private-address': (host) => `${host} liegt nicht im öffentlichen Internet und wird darum nicht gelesen.`,
  'dns-not-found': (host) => `Einen Host namens ${host} gibt es nicht. Stimmt die Schreibweise?`,
  'dns-failed': (host) => `Die Adresse von ${host} ließ sich gerade nicht auflösen.`,
  refused: (host) => `${host} hat die Verbindung abgelehnt.`,
  unreachable: (host) => `${host} ist nicht erreichbar.`,
  reset: (host) => `${host} hat die Verbindung abgebrochen.`,
  tls: (host) =>
    `${host} bietet keine sichere Verbindung: Das Zertifikat ist ungültig, oder unter dieser Adresse gibt es kein https.`,
  timeout: (host) => `${host} hat nicht rechtzeitig geantwortet.`,
  'too-large': (host) => `${host} hat mehr als 5 MB gesendet; so viel liest Lede nicht.`,
  'too-many-redirects': (host) => `${host} leitet zu oft weiter.`,
  'bad-redirect': (host) => `${host} leitet weiter, sagt aber nicht, wohin.`,
  'unwanted-redirect': (host) => `Die Adresse leitet zu ${host} weiter, und dort darf Lede nicht lesen.`,
  'not-now': (host) => `${host} soll gerade nicht gefragt werden. Versuche es später noch einmal.`,
  'bad-response': (host) => `${host} hat etwas geantwortet, das sich nicht lesen lässt.`,
  aborted: (host) => `Die Anfrage an ${host} wurde abgebrochen.`,
  empty: 'Das Dokument unter dieser Adresse ist leer.',
  'not-a-feed': 'Das ist kein Feed, sondern ein anderes Dokument.',
  broken: 'Der Feed ist zu stark beschädigt.',
  'too-slow': 'Das Lesen des Feeds dauerte zu lange und wurde abgebrochen.',
  busy: 'Lede liest gerade zu viel auf einmal. Versuche es später noch einmal.',
  'worker-died': 'Der Feed ließ sich nicht lesen: Er ist zu groß oder zu ungewöhnlich.',
  'no-feed': 'Diese Seite ist kein Feed, und auf ihr wurde keiner gefunden.',
  forgotten: 'Sein Medium möchte nicht gelesen werden.',
};

const isKnown = (code: string): code is ProblemKind => Object.hasOwn(words, code);

function ofStatus(status: string): (host: string) => string {
  if (status === '401' || status === '403')
    return (host) => `${host} verweigert den Zugriff auf diese Adresse (${status}).`;
  if (status === '404') return (host) => `${host} hat unter dieser Adresse nichts (404).`;
  if (status === '410') return (host) => `${host} sagt, dass es diese Adresse nicht mehr gibt (410).`;
  if (status === '429') return (host) => `${host} bittet um weniger Anfragen (429).`;
  if (Number(status) >= 500) return (host) => `${host} hat selbst ein Problem (${status}).`;
  return (host) => `${host} hat mit Status ${status} geantwortet.`;
}

/** The problem in German if its code is known, else the stored sentence. */
export function problem({ code = '', host, reason }: Problem): string {
  const [, status] = /^http-(\d+)$/.exec(code) ?? [];
  const said = status !== undefined ? ofStatus(status) : isKnown(code) ? words[code] : reason;
  if (typeof said === 'string') return said;
  return host === undefined ? reason : said(host);
}
