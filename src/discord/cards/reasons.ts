import type { Refusal } from '../../desk/refusal.ts';
import type { Problem, ProblemKind } from '../../web/lookup.ts';
import type { Texts } from '../texts/texts.ts';
import { escapeMarkdown } from './escape.ts';
import { moment } from './parts.ts';

/** Why an input was refused, and what to do next. */
export function refusalText({ code, detail, also }: Refusal, { refusals }: Texts): string {
  const all = [{ code, detail }, ...also.map((other) => ({ code: other.problem, detail: other.detail }))];
  return all
    .map(({ code, detail }) => {
      const said = refusals[code];
      if (typeof said === 'string') return said;
      return said({ detail: code === 'requests-spent' ? moment(Number(detail), 'R') : escapeMarkdown(detail, 100) });
    })
    .join('\n');
}

const kindOf: Readonly<Record<string, 'denied' | 'missing' | 'gone' | 'throttled'>> = {
  401: 'denied',
  403: 'denied',
  404: 'missing',
  410: 'gone',
  429: 'throttled',
};

/** Why an address could not be read. For an unknown code, the stored English sentence. */
export function problemText({ code = '', host, reason }: Problem, { problems }: Texts): string {
  const { http, ...others } = problems;
  const [, status] = /^http-(\d+)$/.exec(code) ?? [];
  if (status !== undefined) {
    const kind = kindOf[status] ?? (Number(status) >= 500 ? 'faulty' : 'status');
    return host === undefined ? reason : http[kind]({ host, status });
  }
  const known: Readonly<Record<ProblemKind, string | ((values: { host: string }) => string)>> = others;
  if (!Object.hasOwn(known, code)) return reason;
  const said = known[code as ProblemKind];
  if (typeof said === 'string') return said;
  return host === undefined ? reason : said({ host });
}
