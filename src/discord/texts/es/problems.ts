import type { Problem, ProblemKind } from '../../../feeds/lookup.ts';

const words: Record<ProblemKind, string | ((host: string) => string)> = {
  'bad-url': 'No es una dirección válida. Tiene esta forma: https://example.org/feed.xml.',
  'bad-scheme': 'Lede solo lee direcciones que empiezan por http:// o https://.',
  'has-credentials': 'Lede no lee direcciones con nombre de usuario o contraseña. Da una que no los tenga.',
  'private-address': (host) => `${host} no está en la internet pública, así que Lede no lo lee.`,
  'dns-not-found': (host) => `Ningún servidor se llama ${host}. ¿Está bien escrita la dirección?`,
  'dns-failed': (host) => `En este momento no se puede encontrar la dirección de ${host}.`,
  refused: (host) => `${host} rechazó la conexión.`,
  unreachable: (host) => `No se puede llegar a ${host}.`,
  reset: (host) => `${host} cortó la conexión.`,
  tls: (host) => `${host} no ofrece una conexión segura: su certificado no es válido, o no hay https en esa dirección.`,
  timeout: (host) => `${host} no respondió a tiempo.`,
  'too-large': (host) => `${host} envió más de 5 MB, y Lede no lee tanto.`,
  'too-many-redirects': (host) => `${host} redirige demasiadas veces.`,
  'bad-redirect': (host) => `${host} redirige sin decir adónde.`,
  'unwanted-redirect': (host) => `La dirección redirige a ${host}, donde Lede no puede leer.`,
  'not-now': (host) => `No es momento de consultar ${host}. Inténtalo más tarde.`,
  'bad-response': (host) => `La respuesta de ${host} no se puede leer.`,
  aborted: (host) => `La consulta a ${host} se interrumpió.`,
  empty: 'El documento de esa dirección está vacío.',
  'not-a-feed': 'No es un feed, sino otro documento.',
  broken: 'El feed está demasiado dañado.',
  'too-slow': 'Leer el feed llevaba demasiado tiempo, y se detuvo.',
  busy: 'Hay demasiadas lecturas en curso. Inténtalo más tarde.',
  'worker-died': 'El feed no se pudo leer: es demasiado grande o demasiado raro.',
  'no-feed': 'Esa página no es un feed, y tampoco lleva a ninguno.',
  forgotten: 'Su medio no quiere que se le lea.',
};

const isKnown = (code: string): code is ProblemKind => Object.hasOwn(words, code);

function ofStatus(status: string): (host: string) => string {
  if (status === '401' || status === '403') return (host) => `${host} niega el acceso a esa dirección (${status}).`;
  if (status === '404') return (host) => `${host} no tiene nada en esa dirección (404).`;
  if (status === '410') return (host) => `${host} dice que esa dirección ya no existe (410).`;
  if (status === '429') return (host) => `${host} pide menos consultas (429).`;
  if (Number(status) >= 500) return (host) => `${host} tiene un problema propio (${status}).`;
  return (host) => `${host} respondió con el estado ${status}.`;
}

/** The problem in Spanish if its code is known, else the stored sentence. */
export function problem({ code = '', host, reason }: Problem): string {
  const [, status] = /^http-(\d+)$/.exec(code) ?? [];
  const said = status !== undefined ? ofStatus(status) : isKnown(code) ? words[code] : reason;
  if (typeof said === 'string') return said;
  return host === undefined ? reason : said(host);
}
