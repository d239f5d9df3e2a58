// The image's health check: exits with 0 if /healthz answers 200 at the host and port of the settings, else with 1.
import { get } from 'node:http';
import { isIPv6 } from 'node:net';

const port = process.env.HTTP_PORT?.trim();
const given = process.env.HTTP_HOST?.trim() || '127.0.0.1';
const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[given] ?? given;

function end(code, sentence) {
  console.log(sentence);
  process.exit(code);
}

// An operator who unsets the port wants no check.
if (!port) end(0, 'HTTP_PORT is empty, so nothing was asked.');
get({ host, port, path: '/healthz', headers: { host: isIPv6(host) ? `[${host}]` : host } }, async (response) => {
  const said = (await response.toArray()).join('').trim();
  end(response.statusCode === 200 ? 0 : 1, said);
}).on('error', ({ message }) => end(1, message));
