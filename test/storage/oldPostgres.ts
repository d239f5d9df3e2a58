import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { onTestFinished } from 'vitest';

const message = (type: string, ...parts: (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(5, type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const int16 = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const int32 = (value: number) => Buffer.concat([int16(value >> 16), int16(value & 0xffff)]);

/** Starts a server that accepts anyone and answers every query with `major` in a column `major`. Returns its URL. */
export async function oldPostgres(major: string): Promise<string> {
  const ready = message('Z', 'I');
  const column = [int16(1), 'major\0', int32(0), int16(0), int32(23), int16(4), int32(-1), int16(0)];
  const answer = Buffer.concat([
    ...[message('1'), message('2'), message('T', ...column)],
    ...[message('D', int16(1), int32(major.length), major), message('C', 'SELECT 1\0'), ready],
  ]);
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]));
      // `X` ends the connection; everything else gets the answer.
      socket.on('data', (data) => void (data.toString('latin1').startsWith('X') ? socket.end() : socket.write(answer)));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `postgres://lede@127.0.0.1:${(server.address() as AddressInfo).port}/lede`;
}
