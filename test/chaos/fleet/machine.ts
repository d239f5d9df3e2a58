import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The address at which machines reach PostgreSQL; everything else is at 127.0.0.1. */
export const databaseHost = '127.0.0.2';
/** Reserved for benchmark tests (RFC 2544). */
export const machineAddresses = '198.18.0.0/15';

const ip = (...words: string[]): string => execFileSync('ip', words, { encoding: 'utf8', stdio: 'pipe' });
const byAnyRoute = (device: string) => `net.ipv4.conf.${device}.route_localnet=1`;

/** A network namespace that acts as a separate machine. One cable leads to the database, another to everything else. */
export type Machine = ReturnType<typeof createMachine>;

/** Whether this machine permits network namespaces, which requires privileges. */
export function hasMachines(): boolean {
  const name = `lede-${process.pid}`;
  try {
    ip('netns', 'add', name);
    ip('netns', 'del', name);
    return true;
  } catch {
    return false;
  }
}

export function createMachine(nth: number) {
  const name = `lede-${process.pid}-${nth}`;
  ip('netns', 'add', name);
  // The namespace's own loopback is down, so that our loopback addresses are routed through the cables.
  const cables = ['127.0.0.1', databaseHost].map((host, at) => lay(host, { name, at, nth }));
  const [web, database] = cables as [string, string];
  return {
    /** Command prefix that runs a program inside the namespace. */
    through: ['ip', 'netns', 'exec', name],
    pull(which: 'all' | 'database') {
      for (const cable of which === 'all' ? [web, database] : [database]) ip('link', 'set', cable, 'down');
    },
    plug() {
      for (const cable of cables) ip('link', 'set', cable, 'up');
    },
    /** Bytes sent so far to anything but the database. */
    sentBytes: () => Number(readFileSync(`/sys/class/net/${web}/statistics/rx_bytes`, 'utf8')),
    remove() {
      for (const cable of cables) ip('link', 'del', cable);
      ip('netns', 'del', name);
    },
  };
}

/** Connects the namespace by a cable. Returns the name of the interface on our side. */
function lay(host: string, { name, at, nth }: { name: string; at: number; nth: number }): string {
  const [near, far] = [`l${process.pid % 1e7}n${nth}${at}`, `l${process.pid % 1e7}f${nth}${at}`];
  const net = `198.18.${process.pid % 256}`;
  const first = (nth * 2 + at) * 4 + 1;
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far);
  ip('link', 'set', far, 'netns', name);
  ip('addr', 'add', `${net}.${first}/30`, 'dev', near);
  ip('-n', name, 'addr', 'add', `${net}.${first + 1}/30`, 'dev', far);
  execFileSync('sysctl', ['-qw', byAnyRoute(near)]);
  ip('netns', 'exec', name, 'sysctl', '-qw', byAnyRoute(far));
  ip('link', 'set', near, 'up');
  ip('-n', name, 'link', 'set', far, 'up');
  ip('-n', name, 'route', 'add', `${host}/32`, 'via', `${net}.${first}`, 'dev', far);
  return near;
}
