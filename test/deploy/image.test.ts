import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../src/web/version.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const containerfile = read('Containerfile');
const { engines, license } = JSON.parse(read('package.json'));

test('both stages begin with the Node of the package, which a builder can pin by its digest', () => {
  const node = engines.node.replace('>=', '');
  expect(containerfile).toMatch(new RegExp(`^ARG NODE_IMAGE=docker\\.io/library/node:${node}-slim$`, 'm'));
  expect(containerfile.match(/^FROM .*/gm)).toEqual([
    `FROM --platform=$BUILDPLATFORM \${NODE_IMAGE} AS build`,
    `FROM \${NODE_IMAGE}`,
  ]);
  expect(read('.nvmrc').trim()).toBe(node);
});

test('it runs as an ordinary user, by a number that Kubernetes can compare with runAsNonRoot', () => {
  expect(containerfile.match(/^USER .*/gm)).toEqual(['USER 1000:1000']);
});

test('it keeps the database in a volume that its user may write', () => {
  expect(containerfile).toMatch(/ chown 1000:1000 \/data$/m);
  expect(containerfile).toMatch(/^ENV .* DATABASE_URL=file:\/data\/lede\.db /m);
  expect(containerfile).toMatch(/^VOLUME \/data$/m);
});

test('its labels name the version and the license of the package', () => {
  expect(containerfile).toContain(`org.opencontainers.image.version="${version}"`);
  expect(containerfile).toContain(`org.opencontainers.image.licenses="${license}"`);
});

test('its port is none that Prometheus and its exporters use, which may run on the same machine', () => {
  const port = Number(/ HTTP_PORT=(\d+)/.exec(containerfile)?.[1]);
  expect(port < 9090 || port > 10_000).toBe(true);
});

test('what it installs is the same for every processor', () => {
  expect(containerfile).toContain('npm ci --omit=dev --omit=optional --ignore-scripts');
  const { packages }: { packages: Record<string, Record<string, unknown>> } = JSON.parse(read('package-lock.json'));
  const installed = Object.entries(packages).filter(([, { dev, optional }]) => !dev && !optional);
  const bound = installed.filter(([, { os, cpu, hasInstallScript }]) => os ?? cpu ?? hasInstallScript);
  expect(bound.map(([path]) => path)).toEqual([]);
});

test('no secret and no database of the checkout reaches the builder', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const name of ['.env', 'data', '.git', 'node_modules', 'dist']) expect(ignored).toContain(name);
});
