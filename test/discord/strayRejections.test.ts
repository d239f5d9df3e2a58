import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** Runs in a separate process, because the test is about whether the process survives. */
function ends(message: string, at: string) {
  const script = `
    import { guardStrayRejections } from '${new URL('../../src/discord/gateway/client.ts', import.meta.url)}';
    guardStrayRejections({ warn: (_, text) => console.log(text) });
    const error = new Error(${JSON.stringify(message)});
    error.stack = error.message + '\\n    at ${at}';
    void Promise.reject(error);
    setImmediate(() => setImmediate(() => console.log('alive')));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
}

describe('a rejection that nobody handles', () => {
  test.each(['WebSocket is not open: readyState 0 (CONNECTING)', "WebSocketShard wasn't connected"])(
    'from a shard whose connection was replaced is logged: %s',
    (message) => {
      const ended = ends(message, 'WebSocketShard.identify (node_modules/@discordjs/ws/dist/index.js:799:23)');
      expect(ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/connection changed.*alive/s) });
    },
  );

  test.each([
    ['of anything else', 'no such table', '@discordjs/ws/dist/index.js'],
    ['of that kind from elsewhere', 'WebSocket is not open: readyState 0', 'src/http/server.ts'],
  ])('%s ends the process', (_, message, at) => {
    const ended = ends(message, at);
    expect(ended.status).not.toBe(0);
    expect(ended.stdout).not.toContain('alive');
  });
});
