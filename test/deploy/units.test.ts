import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import { variables } from '../../src/config.ts';
import { isPublicAddress } from '../../src/web/publicHost.ts';
import { scratchFolder } from '../storage/scratch.ts';

const root = join(import.meta.dirname, '../..');
const units = ['lede.service', 'lede@.service'] as const;
const read = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');

/** The values of a setting, in order. */
function valuesIn(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map((match) => match[1] ?? '');
}

/** The part that both units must share: restarts, memory limits and hardening. */
const rest = (text: string) => text.slice(text.indexOf('Restart=on-failure'));

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

/** Expects that systemd accepts these units of a folder, the first of them with an exposure of at most 1.1. */
function expectValid(folder: string, ...names: string[]): void {
  const paths = names.map((name) => join(folder, name));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const words = ['security', '--offline=true', '--threshold=11', paths[0] ?? ''];
  const { status: exposed, stdout } = spawnSync('systemd-analyze', words, { encoding: 'utf8' });
  expect(exposed, stdout).toBe(0);
}

describe.each(units)('%s', (name) => {
  const unit = read(name);

  test('runs the installed package’s command in a read-only folder', () => {
    const { bin, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(bin)).toEqual(['lede']);
    expect(valuesIn(unit, 'ExecStart')).toEqual(['/opt/lede/node_modules/.bin/lede start']);
    expect(valuesIn(unit, 'WorkingDirectory')).toEqual(['/opt/lede']);
    const [page = ''] = valuesIn(unit, 'Documentation');
    const path = page.replace('file:/opt/lede/node_modules/lede/', '');
    expect(path === 'README.md' || files.includes(path.split('/')[0])).toBe(true);
  });

  test('sets only variables that Lede knows', () => {
    const names = valuesIn(unit, 'Environment').flatMap((line) => line.split(' ').map((pair) => pair.split('=')[0]));
    const known = [...Object.keys(variables.shape), 'NODE_ENV'];
    expect(names.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  test('signals only the command, gives it no swap, and blocks privileged system calls', () => {
    expect(valuesIn(unit, 'KillMode')).toEqual(['mixed']);
    expect(valuesIn(unit, 'KillSignal')).toEqual(['SIGTERM']);
    expect(valuesIn(unit, 'RestartPreventExitStatus')).toEqual(['2']);
    expect(valuesIn(unit, 'MemorySwapMax')).toEqual(['0']);
    expect(valuesIn(unit, 'SystemCallFilter')).toEqual(['@system-service', '~@privileged @resources']);
    expect(valuesIn(unit, 'CapabilityBoundingSet')).toEqual(['']);
  });

  test.skipIf(!hasSystemd)('is a valid systemd unit, with an exposure of at most 1.1 (left out: no systemd)', () => {
    const folder = scratchFolder();
    // systemd-analyze checks that the command exists.
    writeFileSync(join(folder, name), unit.replace(/^ExecStart=\S+/m, 'ExecStart=/bin/sh'));
    expectValid(folder, name);
  });
});

test('both have the same rights', () => {
  const [one = '', other = ''] = units.map((name) => rest(read(name)));
  expect(one).toBe(other);
});

describe('lede-backup', () => {
  const unit = read('lede-backup.service');
  const ofLede = read('lede.service');

  test('copies the database of lede.service as its user, into a folder that systemd makes', () => {
    expect(valuesIn(unit, 'User')).toEqual(['lede']);
    expect(valuesIn(unit, 'Environment')).toEqual(valuesIn(ofLede, 'Environment'));
    expect(valuesIn(unit, 'WorkingDirectory')).toEqual(valuesIn(ofLede, 'WorkingDirectory'));
    expect(valuesIn(unit, 'StateDirectory')).toEqual([`${valuesIn(ofLede, 'StateDirectory')} lede/backup`]);
    const [command = ''] = valuesIn(unit, 'ExecStart');
    // Unescaped, as systemd passes it to the shell.
    const line = /'(.*)'/.exec(command)?.[1]?.replaceAll('$$', '$').replaceAll('%%', '%') ?? '';
    const folder = scratchFolder();
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/.bin/lede'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
    const { stdout } = spawnSync('/bin/sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toMatch(/^backup --to \/var\/lib\/lede\/backup\/lede-[1-7]\.db\n$/);
  });

  test('has no more privileges than lede.service, and no network', () => {
    const rights = (text: string) =>
      text.split('\n').filter((line) => /^(?:Protect|Private|Restrict|System|Cap|No|Lock)/.test(line));
    const own = rights(unit);
    const missing = rights(ofLede).filter((line) => !own.includes(line));
    expect(missing).toEqual([expect.stringMatching(/^RestrictAddressFamilies=/)]);
    expect(valuesIn(unit, 'PrivateNetwork')).toEqual(['yes']);
    expect(valuesIn(unit, 'RestrictAddressFamilies')).toEqual(['AF_UNIX']);
  });

  test.skipIf(!hasSystemd)('is a valid unit and timer for systemd (left out: no systemd)', () => {
    const folder = scratchFolder();
    const names = ['lede-backup.service', 'lede-backup.timer'];
    for (const name of names) writeFileSync(join(folder, name), read(name));
    expectValid(folder, ...names);
  });
});

describe('public-only.conf', () => {
  const denied = valuesIn(read('public-only.conf'), 'IPAddressDeny')
    .flatMap((line) => line.split(' '))
    .flatMap((range) => (range === 'multicast' ? ['224.0.0.0/4', 'ff00::/8'] : [range]));
  const isDenied = (address: string) => {
    const parsed = ipaddr.parse(address);
    return denied.some((range) => {
      const [net, bits] = ipaddr.parseCIDR(range);
      return net.kind() === parsed.kind() && parsed.match([net, bits] as never);
    });
  };

  test('blocks private networks and cloud metadata, and leaves loopback and the web open', () => {
    const networks = ['10.0.0.5', '172.16.0.1', '192.168.1.1', '100.64.0.1', 'fe80::1'];
    const metadata = ['169.254.169.254', 'fd00:ec2::254'];
    expect([...networks, ...metadata].filter((address) => !isDenied(address))).toEqual([]);
    const open = ['127.0.0.1', '127.0.0.53', '::1', '9.9.9.9', '162.159.135.232', '2620:fe::fe'];
    expect(open.filter(isDenied)).toEqual([]);
  });

  test('blocks no address that Lede itself would request', () => {
    const firstAndLast = denied.flatMap((range) => {
      const version = range.includes(':') ? ipaddr.IPv6 : ipaddr.IPv4;
      return [range.split('/')[0] ?? '', version.broadcastAddressFromCIDR(range).toString()];
    });
    expect(firstAndLast.filter(isPublicAddress)).toEqual([]);
  });

  test('ends within its section, so that resolvers can be appended', () => {
    expect(read('public-only.conf').match(/^\[\w+\]$/gm)).toEqual(['[Service]']);
  });
});
