import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version } from '../../src/version.ts';
import { flagsOf, image, initialArgs, pairs, said, stages, stepsOf, textOf, wordsIn } from './containerfile.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test('both stages use the same base, which can be pinned by digest and is never “latest”', () => {
  expect(initialArgs).toEqual({ NODE_IMAGE: expect.stringMatching(/^docker\.io\/library\/node:26[\w.-]*$/) });
  expect(stages.map(({ from }) => from.getImage())).toEqual([`\${NODE_IMAGE}`, `\${NODE_IMAGE}`]);
  expect(read('.nvmrc').trim()).toBe('26');
});

test('it runs as an ordinary user, without a shell, and is stopped by the signal that Lede knows', () => {
  // Numeric, because Kubernetes' `runAsNonRoot` can't tell from a name that the user is not root.
  expect(said('USER')).toEqual(['1000:1000']);
  expect(said('RUN').join()).toContain(`chown ${said('USER')[0]} ${said('VOLUME')[0]}`);
  expect(said('ENTRYPOINT')).toEqual([]);
  expect(said('CMD').map(wordsIn)).toEqual([['lede', 'start']]);
  expect(said('STOPSIGNAL')).toEqual(['SIGTERM']);
  const keywords = image.steps.map((step) => step.getKeyword());
  expect(keywords.lastIndexOf('USER')).toBeGreaterThan(keywords.lastIndexOf('RUN'));
});

test('its health check uses the address at which the settings open /healthz', () => {
  expect(said('HEALTHCHECK').map(wordsIn)).toEqual([['node', '/app/bin/healthy.mjs']]);
  expect(Object.keys(flagsOf(stepsOf('HEALTHCHECK')[0]))).toEqual(['interval', 'timeout', 'start-period', 'retries']);
  expect(pairs('ENV')).toEqual({
    NODE_ENV: 'production',
    DATABASE_URL: 'file:/data/lede.db',
    HTTP_PORT: '8323',
    SQLITE_TMPDIR: '/data',
  });
  expect(said('VOLUME')).toEqual(['/data']);
});

test('its port is none of those that Prometheus and its exporters are found on, which may run on the same machine', () => {
  const port = Number(pairs('ENV').HTTP_PORT);
  expect(port < 9090 || port > 10_000).toBe(true);
});

test('its labels describe it, with the package’s version', () => {
  expect(pairs('LABEL')).toMatchObject({
    'org.opencontainers.image.title': 'Lede',
    'org.opencontainers.image.version': version,
    'org.opencontainers.image.licenses': JSON.parse(read('package.json')).license,
  });
});

test('it contains only what was built, which is the same for every processor', () => {
  const copied = said('COPY').flatMap((text) => text.split(' ').slice(0, -1));
  expect(copied.map((path) => path.replace('/build/', ''))).toEqual([
    ...['package.json', 'LICENSE', 'PRIVACY.md', 'bin', 'dist', 'node_modules'],
  ]);
  const install = stages[0]?.steps.map(textOf).findLast((text) => text.startsWith('npm ci')) ?? '';
  expect(install).toContain('--omit=dev --omit=optional --ignore-scripts');
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<
      string,
      { dev?: boolean; optional?: boolean; os?: unknown; cpu?: unknown; hasInstallScript?: true }
    >;
  };
  const bound = Object.entries(packages).filter(
    ([, { dev, optional, os, cpu, hasInstallScript }]) => !dev && !optional && (os ?? cpu ?? hasInstallScript),
  );
  expect(bound.map(([path]) => path)).toEqual([]);
});

test('no secret and no database of the checkout gets into the build context', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const name of ['.env', 'data', '.git', 'node_modules', 'dist']) expect(ignored).toContain(name);
});
