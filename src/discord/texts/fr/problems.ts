import type { Problem, ProblemKind } from '../../../feeds/lookup.ts';

const words: Record<ProblemKind, string | ((host: string) => string)> = {
  'bad-url': 'Ce n’est pas une adresse valide. Elle ressemble à ceci : https://example.org/feed.xml.',
  'bad-scheme': 'Lede ne lit que les adresses qui commencent par http:// ou https://.',
  'has-credentials':
    'Lede ne lit pas les adresses avec nom d’utilisateur ou mot de passe. Donnes-en une qui n’en contient pas.',
  'private-address': (host) => `${host} n’est pas sur l’internet public ; Lede ne le lit donc pas.`,
  'dns-not-found': (host) => `Aucun hôte ne s’appelle ${host}. L’adresse est-elle bien écrite ?`,
  'dns-failed': (host) => `L’adresse de ${host} n’a pas pu être résolue pour le moment.`,
  refused: (host) => `${host} a refusé la connexion.`,
  unreachable: (host) => `${host} est injoignable.`,
  reset: (host) => `${host} a coupé la connexion.`,
  tls: (host) =>
    `${host} n’offre pas de connexion sûre : son certificat n’est pas valide, ou il n’y a pas de https à cette adresse.`,
  timeout: (host) => `${host} n’a pas répondu à temps.`,
  'too-large': (host) => `${host} a envoyé plus de 5 Mo ; Lede n’en lit pas tant.`,
  'too-many-redirects': (host) => `${host} redirige trop de fois.`,
  'bad-redirect': (host) => `${host} redirige sans dire où.`,
  'unwanted-redirect': (host) => `L’adresse redirige vers ${host}, où Lede n’a pas le droit de lire.`,
  'not-now': (host) => `Ce n’est pas le moment d’interroger ${host}. Réessaie plus tard.`,
  'bad-response': (host) => `La réponse de ${host} est illisible.`,
  aborted: (host) => `La requête à ${host} a été interrompue.`,
  empty: 'Le document à cette adresse est vide.',
  'not-a-feed': 'Ce n’est pas un flux, mais un autre document.',
  broken: 'Le flux est trop abîmé.',
  'too-slow': 'La lecture du flux prenait trop de temps et a été arrêtée.',
  busy: 'Trop de lectures sont en cours. Réessaie plus tard.',
  'worker-died': 'Le flux n’a pas pu être lu : il est trop gros ou trop inhabituel.',
  'no-feed': 'Cette page n’est pas un flux, et aucun n’y a été trouvé.',
  forgotten: 'Son média ne veut pas être lu.',
};

const isKnown = (code: string): code is ProblemKind => Object.hasOwn(words, code);

function ofStatus(status: string): (host: string) => string {
  if (status === '401' || status === '403') return (host) => `${host} refuse l’accès à cette adresse (${status}).`;
  if (status === '404') return (host) => `${host} n’a rien à cette adresse (404).`;
  if (status === '410') return (host) => `${host} indique que cette adresse n’existe plus (410).`;
  if (status === '429') return (host) => `${host} demande moins de requêtes (429).`;
  if (Number(status) >= 500) return (host) => `${host} a lui-même un problème (${status}).`;
  return (host) => `${host} a répondu par le statut ${status}.`;
}

/** The problem in French if its code is known, else the stored sentence. */
export function problem({ code = '', host, reason }: Problem): string {
  const [, status] = /^http-(\d+)$/.exec(code) ?? [];
  const said = status !== undefined ? ofStatus(status) : isKnown(code) ? words[code] : reason;
  if (typeof said === 'string') return said;
  return host === undefined ? reason : said(host);
}
