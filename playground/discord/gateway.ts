import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocket, WebSocketServer } from 'ws';
import { guildOf, isTold, type Shard, Sharding, shardOf } from './sharding.ts';
import type { Fields } from './wire.ts';
import { isFields } from './wire.ts';
import { greetingsOf, readyOf } from './world/shapes.ts';
import type { World } from './world/state.ts';

/** Privileged intents, which the application doesn't have. */
const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const PAYLOAD_MAX = 4_096;
const BUFFER_MAX = 1_000;

interface Dispatch {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  sequence: number;
  readonly sent: Dispatch[];
  socket: WebSocket | undefined;
}

export interface GatewayHost {
  readonly heartbeatMs: number;
  readonly world: World;
  accepts(token: string): boolean;
  /** Monotonic elapsed ms. */
  monotonic(): number;
  resumeUrl(): string;
  changed(state: 'ready' | 'resumed' | 'closed'): void;
}

/** Discord's gateway: hello, identify, heartbeats, dispatch in order, resume with replay. */
export class Gateway {
  readonly #host: GatewayHost;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  readonly #sessions = new Map<string, Session>();
  readonly sharding = new Sharding();
  /** While true, heartbeats get no answer, so the client finds the connection dead. */
  silent = false;

  constructor(host: GatewayHost) {
    this.#host = host;
  }

  /** Sessions that are connected now. */
  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  /** Takes over a connection whose Host and Origin have been checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (client) => this.#greet(client));
  }

  /** Sends an event to the guild's sessions with this intent; a disconnected session gets it on resume. */
  dispatch(name: string, data: unknown, intent: number): void {
    const guildId = guildOf(name, data);
    for (const session of this.#sessions.values()) {
      if (!isTold(session.shard, guildId)) continue;
      if (intent === 0 || (session.intents & intent) !== 0) this.#send(session, name, data);
    }
  }

  /** Cuts every connection without a close frame, as a broken network does; sessions stay resumable. */
  drop(): void {
    for (const client of this.#sockets.clients) client.terminate();
  }

  /** Stops reading from all connections, like a network that drops every packet. */
  freeze(): void {
    for (const client of this.#sockets.clients) client.pause();
  }

  /** Asks every client to reconnect and resume (opcode 7). */
  requestReconnect(): void {
    this.#broadcast({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Sends every connection a raw text. */
  say(text: string): void {
    for (const client of this.#sockets.clients) client.send(text);
  }

  /** Declares all sessions invalid (opcode 9). Unless they are resumable, clients must identify again. */
  invalidate(resumable: boolean): void {
    this.#broadcast({ op: GatewayOpcodes.InvalidSession, d: resumable });
    if (!resumable) this.forget();
  }

  /** Forgets all sessions: the next resume is answered with an invalid session. */
  forget(): void {
    this.#sessions.clear();
  }

  /** Closes every connection with a code, 4004 for a token that was reset. */
  closeAll(code: number): void {
    for (const client of this.#sockets.clients) client.close(code);
  }

  stop(): void {
    this.#sessions.clear();
    for (const client of this.#sockets.clients) client.terminate();
    this.#sockets.close();
  }

  #broadcast(payload: object): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify(payload));
  }

  #send(session: Session, name: string, data: unknown): void {
    session.sequence += 1;
    const payload: Dispatch = { op: 0, t: name, s: session.sequence, d: data };
    session.sent.push(payload);
    if (session.sent.length > BUFFER_MAX) session.sent.shift();
    if (session.socket?.readyState === WebSocket.OPEN) session.socket.send(JSON.stringify(payload));
  }

  #greet(client: WebSocket): void {
    const state: { session?: Session } = {};
    client.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#host.heartbeatMs } }));
    client.on('message', (data) => {
      const payload = parse(data.toString());
      if (payload === undefined) client.close(GatewayCloseCodes.DecodeError);
      else {
        const code = this.#handle(client, state, payload.op, isFields(payload.d) ? payload.d : {});
        if (code !== undefined) client.close(code);
      }
    });
    client.on('error', () => client.terminate());
    client.on('close', (code) => {
      const { session } = state;
      if (session === undefined || session.socket !== client) return;
      session.socket = undefined;
      // A clean close ends the session; any other may be resumed.
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
      this.#host.changed('closed');
    });
  }

  /** Returns the code to close the connection with, if any. */
  #handle(client: WebSocket, state: { session?: Session }, op: number, data: Fields): number | undefined {
    if (op === GatewayOpcodes.Heartbeat) {
      if (!this.silent) client.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
      return undefined;
    }
    if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
      if (state.session !== undefined && this.#sessions.has(state.session.id))
        return GatewayCloseCodes.AlreadyAuthenticated;
      if (!this.#host.accepts(String(data.token ?? ''))) return GatewayCloseCodes.AuthenticationFailed;
      return op === GatewayOpcodes.Resume ? this.#resume(client, state, data) : this.#identify(client, state, data);
    }
    if (state.session === undefined) return GatewayCloseCodes.NotAuthenticated;
    return op === GatewayOpcodes.PresenceUpdate || op === GatewayOpcodes.VoiceStateUpdate
      ? undefined
      : GatewayCloseCodes.UnknownOpcode;
  }

  #identify(client: WebSocket, state: { session?: Session }, data: Fields): number | undefined {
    const { intents } = data;
    if (typeof intents !== 'number' || (intents & PRIVILEGED) !== 0) return GatewayCloseCodes.DisallowedIntents;
    const shard = shardOf(data.shard);
    if (shard === undefined) return GatewayCloseCodes.InvalidShard;
    if (shard[1] < this.sharding.least) return GatewayCloseCodes.ShardingRequired;
    if (this.sharding.identify(shard, this.#host.monotonic())) state.session = this.#open(client, intents, shard);
    else client.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
    return undefined;
  }

  #open(client: WebSocket, intents: number, shard: Shard): Session {
    const id = randomBytes(16).toString('hex');
    const session: Session = { id, intents, shard, sequence: 0, sent: [], socket: client };
    const isOwn = (guildId: string) => isTold(shard, guildId);
    this.#sessions.set(session.id, session);
    this.#send(session, 'READY', {
      ...readyOf(this.#host.world, isOwn),
      session_id: session.id,
      resume_gateway_url: this.#host.resumeUrl(),
      shard,
    });
    const hears = (intents & GatewayIntentBits.Guilds) !== 0;
    for (const [name, data] of hears ? greetingsOf(this.#host.world, isOwn) : []) this.#send(session, name, data);
    this.#host.changed('ready');
    return session;
  }

  #resume(client: WebSocket, state: { session?: Session }, data: Fields): number | undefined {
    const session = this.#sessions.get(String(data.session_id));
    const sequence = Number(data.seq);
    const oldest = session?.sent[0]?.s ?? 1;
    if (session === undefined || !Number.isInteger(sequence) || sequence + 1 < oldest) {
      client.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false }));
      return undefined;
    }
    if (sequence > session.sequence) return GatewayCloseCodes.InvalidSeq;
    session.socket?.terminate();
    session.socket = client;
    state.session = session;
    for (const payload of session.sent) if (payload.s > sequence) client.send(JSON.stringify(payload));
    this.#send(session, 'RESUMED', {});
    this.#host.changed('resumed');
    return undefined;
  }
}

function parse(text: string): { op: number; d: unknown } | undefined {
  if (text.length > PAYLOAD_MAX) return undefined;
  try {
    const payload: unknown = JSON.parse(text);
    return isFields(payload) && typeof payload.op === 'number' ? { op: payload.op, d: payload.d } : undefined;
  } catch {
    return undefined;
  }
}
