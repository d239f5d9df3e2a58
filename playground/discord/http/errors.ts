export type Path = readonly (string | number)[];

/** One broken rule: its place in the body, Discord's code and sentence. */
export interface Problem {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

export const problem = (path: Path, code: string, message: string): Problem => ({ path, code, message });

interface ErrorTree {
  [key: string]: ErrorTree | { code: string; message: string }[];
}

/** An error response in Discord's shape; the only way a route refuses a request. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The body in Discord's format: problems become a tree whose leaves are `_errors`. */
  body(): object {
    const base = { message: this.message, code: this.code };
    return this.problems.length === 0 ? base : { ...base, errors: tree(this.problems) };
  }
}

function tree(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { path, code, message } of problems) {
    let at = root;
    for (const key of path) {
      const next = at[key];
      if (next === undefined || Array.isArray(next)) at[key] = {};
      at = at[key] as ErrorTree;
    }
    const list = at._errors;
    if (Array.isArray(list)) list.push({ code, message });
    else at._errors = [{ code, message }];
  }
  return root;
}

/** Throws 50035 if there are problems. Like Discord, it lists every one, not only the first. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ApiError(400, 50035, 'Invalid Form Body', problems);
}

/** Error 50035 for one problem. */
export const invalid = (...given: Parameters<typeof problem>): ApiError =>
  new ApiError(400, 50035, 'Invalid Form Body', [problem(...given)]);

/** Named as in Discord's table of JSON error codes. */
export const refusals = {
  notFound: () => new ApiError(404, 0, '404: Not Found'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownRole: () => new ApiError(404, 10011, 'Unknown Role'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  foreignMessage: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  closedToMessages: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  notText: () => new ApiError(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  invalidWebhookToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  archivedThread: () => new ApiError(400, 50083, 'Thread is archived'),
  serverError: () => new ApiError(500, 0, '500: Internal Server Error'),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
} as const;
