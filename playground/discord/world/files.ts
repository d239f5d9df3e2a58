import type { Context } from '../context.ts';
import type { PageHandler } from '../http/listener.ts';
import type { Fields, WireAttachment } from '../wire.ts';
import { fieldsIn, isFields } from '../wire.ts';
import type { World } from './state.ts';

/** A file that came with a request, or that a user attached. */
export interface Upload {
  readonly filename: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const PATH = /^\/attachments\/(\d{1,20})\/(\d{1,20})\/[^/]{1,1000}$/;

/** Stores a file under a new id and URL. `ownerId` is the user who attached it to a command. */
export function keepUpload(context: Context, channelId: string, upload: Upload, ownerId?: string): WireAttachment {
  const id = context.ids.next();
  const { filename, type, bytes } = upload;
  const url = `${context.origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  const attachment: WireAttachment = {
    id,
    filename,
    size: bytes.length,
    url,
    proxy_url: url,
    ...(type === '' ? {} : { content_type: type }),
  };
  context.world.files.set(id, { attachment, bytes, ownerId });
  return attachment;
}

/** Stores the files of a message under the names given in its body. */
export function keepUploads(
  context: Context,
  channelId: string,
  body: Fields,
  uploads: readonly Upload[],
): WireAttachment[] {
  const described = fieldsIn(body.attachments);
  return uploads.map((upload, index) => {
    const named = described.find((entry) => String(entry.id) === String(index))?.filename;
    return keepUpload(context, channelId, { ...upload, filename: String(named ?? upload.filename) });
  });
}

/** A file or gallery component as Discord returns it: with URLs, and for a file with name and size. */
export function withFile(component: Fields, attachments: readonly WireAttachment[]): Fields {
  const { file, items } = component;
  const named = ({ url: asked }: Fields) =>
    attachments.find(({ filename, url }) => asked === `attachment://${filename}` || asked === url);
  if (Array.isArray(items)) {
    const pictures = items.filter(isFields).map((item) => {
      const found = isFields(item.media) ? named(item.media) : undefined;
      return found === undefined ? item : { ...item, media: { url: found.url, attachment_id: found.id } };
    });
    return { ...component, items: pictures };
  }
  if (!isFields(file)) return component;
  const found = named(file);
  if (found === undefined) return component;
  const { id, url, proxy_url, filename, size, content_type } = found;
  return { ...component, file: { url, proxy_url, attachment_id: id, content_type }, name: filename, size };
}

const isPng = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\u0089PNG';

/** Serves stored files, always as downloads, so that none can act as a page of this origin. */
export function serveFiles(world: World): PageHandler {
  return (request, response) => {
    const [, channelId, id = ''] = PATH.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
    const file = world.files.get(id);
    if (request.method !== 'GET' || file?.attachment.url.includes(`/attachments/${channelId}/`) !== true) return false;
    response.writeHead(200, {
      'content-type': isPng(file.bytes) ? 'image/png' : 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.attachment.filename)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(file.bytes);
    return true;
  };
}
