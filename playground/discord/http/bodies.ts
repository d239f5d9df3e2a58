import type { IncomingMessage } from 'node:http';
import type { Upload } from '../world/files.ts';
import { refusals } from './errors.ts';

const JSON_MAX = 1_000_000;
/** Maximum bytes of a whole form; Discord limits each file separately. */
const UPLOAD_MAX = 11_000_000;

/** A request body: parsed JSON (undefined when empty) and the uploaded files. */
export interface Body {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** Reads JSON, or a form with `payload_json` and files. Throws 40005 or 50109 as Discord does. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const bytes = await collect(request, isForm ? UPLOAD_MAX : JSON_MAX);
  if (bytes.length === 0) return { json: undefined, uploads: [] };
  return isForm ? await readForm(bytes, type) : { json: parseJson(bytes), uploads: [] };
}

/** Reads a body of at most `max` bytes. Throws 40005. */
export async function collect(request: IncomingMessage, max: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Reads on and discards the rest, because a client that is still writing would see a reset instead of the answer.
    if (size <= max) chunks.push(chunk);
    if (size > 10 * UPLOAD_MAX) break;
  }
  if (size > max) throw refusals.tooLarge();
  return Buffer.concat(chunks);
}

/** Throws 50109. */
export function parseJson(text: Buffer | string): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    throw refusals.invalidJson();
  }
}

async function readForm(bytes: Buffer, type: string): Promise<Body> {
  const copy = new Uint8Array(bytes);
  const form = await new Response(copy, { headers: { 'content-type': type } }).formData().catch(() => {
    throw refusals.invalidJson();
  });
  const uploads: Upload[] = [];
  let json: unknown;
  for (const [key, value] of form) {
    if (typeof value === 'string') {
      if (key === 'payload_json') json = parseJson(value);
      continue;
    }
    uploads.push({ filename: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { json, uploads };
}
