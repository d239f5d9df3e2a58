import { DiscordAPIError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

function logged(value: object): string {
  const lines: string[] = [];
  createLog('info', { write: (line) => lines.push(line) }).error(value, 'failed');
  return lines.join('');
}

describe('the log', () => {
  test.each(['err', 'error'])('shows what an error under "%s" says and where it was thrown', (key) => {
    const line = logged({ [key]: new TypeError('no such thing', { cause: new Error('deeper') }) });
    expect(line).toContain('no such thing');
    expect(line).toContain('log.test.ts');
    expect(line).toContain('deeper');
  });

  test.each(['err', 'error'])('an error of Discord under "%s" shows no token of an interaction and no body', (key) => {
    const url = 'https://discord.com/api/v10/interactions/123456/aW50ZXJhY3Rpb24tdG9rZW4/callback';
    const raw = { code: 10_062, message: 'Unknown interaction' };
    const body = { files: undefined, json: { content: 'what a member wrote' } };
    const line = logged({ [key]: new DiscordAPIError(raw, 10_062, 404, 'POST', url, body) });
    expect(line).toContain('Unknown interaction');
    expect(line).toContain('10062');
    expect(line).not.toContain('aW50ZXJhY3Rpb24tdG9rZW4');
    expect(line).not.toContain('what a member wrote');
  });

  test('a token under its own name is not shown', () => {
    expect(logged({ token: 'abc.def.ghi', bot: { token: 'abc.def.ghi' } })).not.toContain('abc.def.ghi');
  });
});
