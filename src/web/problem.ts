export type ProblemCode =
  | 'bad-url'
  | 'bad-scheme'
  | 'has-credentials'
  | 'private-address'
  | 'dns-not-found'
  | 'dns-failed'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'unwanted-redirect'
  | 'not-now'
  | 'forgotten'
  | 'bad-response'
  | 'aborted';

/**
 * A request without a usable answer. The message is a sentence for users without query, token or password; `host` is
 * the host that it names.
 */
export class FetchProblem extends Error {
  readonly code: ProblemCode;
  readonly host?: string;
  constructor(code: ProblemCode, sentence: string, { host, cause }: { host?: string; cause?: unknown } = {}) {
    super(sentence, { cause });
    this.name = 'FetchProblem';
    this.code = code;
    this.host = host;
  }
}

/** The error and its causes, at most five. */
function* causesOf(error: unknown): Generator<Error> {
  for (let current = error, depth = 0; depth < 5 && current instanceof Error; depth++, current = current.cause)
    yield current;
}

function codesOf(error: Error): string[] {
  const all: Error[] = error instanceof AggregateError ? [error, ...error.errors] : [error];
  return [...all.flatMap((one) => ('code' in one ? [String(one.code)] : [])), error.name];
}

const sentences: readonly [ProblemCode, RegExp, (host: string) => string][] = [
  ['dns-not-found', /^(?:ENOTFOUND|ENODATA)$/, (host) => `There is no host called ${host}. Check the spelling.`],
  ['dns-failed', /^EAI_/, (host) => `The address of ${host} could not be looked up just now.`],
  ['timeout', /TIMEOUT|^ETIMEDOUT$|^TimeoutError$/i, (host) => `${host} did not answer in time.`],
  ['aborted', /ABORT/i, (host) => `The request to ${host} was stopped.`],
  ['refused', /^ECONNREFUSED$/, (host) => `${host} refused the connection.`],
  ['unreachable', /^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, (host) => `${host} can not be reached.`],
  [
    'tls',
    /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME_MISMATCH)/,
    (host) => `${host} offers no safe connection: its certificate is not valid, or there is no https at this address.`,
  ],
  ['reset', /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, (host) => `${host} broke off the connection.`],
  ['bad-response', /^(?:HPE_|UND_ERR_)/, (host) => `${host} answered with something that is not valid HTTP.`],
];

/** Turns any error of a request into a FetchProblem whose sentence names only the host. */
export function problemOf(error: unknown, host?: string): FetchProblem {
  const named = host ?? 'The address';
  const causes = [...causesOf(error)];
  const known = causes.find((one) => one instanceof FetchProblem);
  if (known) return known;
  const codes = causes.flatMap(codesOf);
  for (const [code, pattern, sentence] of sentences) {
    if (codes.some((one) => pattern.test(one))) return new FetchProblem(code, sentence(named), { host, cause: error });
  }
  return new FetchProblem('bad-response', `${named} could not be read.`, { host, cause: error });
}
