import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { variables } from '../../src/config.ts';
import { composeFiles, filled, servicesIn } from './compose.ts';

const containerfile = readFileSync(new URL('../../Containerfile', import.meta.url), 'utf8');
const settings = Object.keys(variables.shape);
const runsLede = ({ build }: { build?: unknown }) => build !== undefined;

describe.each(composeFiles)('%s', (file) => {
  const text = readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');
  const services = servicesIn(file);
  const ledes = Object.values(services).filter(runsLede);

  test('drops all capabilities that no service needs, and limits each service’s resources', () => {
    for (const [name, service] of Object.entries(services)) {
      expect({ name, ...service }).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        tmpfs: expect.arrayContaining(['/tmp']),
        pids_limit: expect.any(Number),
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
        memswap_limit: service.mem_limit,
        healthcheck: { test: expect.any(Array) },
      });
      expect(service).not.toHaveProperty('privileged');
      expect(service).not.toHaveProperty('cap_add');
      expect(service).not.toHaveProperty('ports');
    }
  });

  test('restarts after a fault and after a reboot', () => {
    expect(new Set(Object.values(services).map(({ restart }) => restart))).toEqual(new Set(['unless-stopped']));
  });

  test('sets only variables that Lede knows, and uses the image’s own health check', () => {
    expect(ledes.length).toBeGreaterThan(0);
    for (const { environment = {}, healthcheck } of ledes) {
      expect(Object.keys(environment).filter((name) => !settings.includes(name))).toEqual([]);
      expect(containerfile).toMatch(new RegExp(`^ENV .*\\bHTTP_PORT=${environment.HTTP_PORT}\\b`, 'm'));
      const [keyword, ...command] = healthcheck.test;
      expect(containerfile).toContain(`${keyword} ["${command.join('", "')}"]`);
    }
  });

  test('holds no secret, and no image tagged latest', () => {
    expect(text).not.toMatch(/:\/\/\w+:(?!\$\{)[^@\s]+@/);
    expect(text).not.toMatch(/:latest\b/);
  });
});

test('a single process keeps its database in the volume, whatever .env says', () => {
  const { lede } = servicesIn('compose.yaml');
  expect(containerfile).toContain(` DATABASE_URL=${lede?.environment?.DATABASE_URL} `);
  expect(lede?.volumes).toEqual(['data:/data']);
  expect(lede?.env_file).toEqual(['../.env']);
});

test('the processes together have every role, and PostgreSQL has connections for twice as many', () => {
  const { postgres, ...others } = servicesIn('compose.scaled.yaml');
  const roles = Object.values(others).flatMap(({ environment }) => environment?.LEDE_ROLES?.split(',') ?? []);
  expect(roles.sort()).toEqual(['gateway', 'group', 'publish', 'read', 'send']);
  const connections = Number(/max_connections=(\d+)/.exec(postgres?.command?.join(' ') ?? '')?.[1]);
  const processes = Object.values(others).reduce((sum, { deploy }) => sum + (deploy?.replicas ?? 1), 0);
  expect(connections).toBeGreaterThanOrEqual(2 * 11 * processes);
});

test('the scaled file names a missing secret, and its PostgreSQL image can be pinned', () => {
  const services = Object.values(servicesIn('compose.scaled.yaml'));
  const entries = services.flatMap(({ environment = {} }) => Object.entries(environment));
  const secrets = entries.filter(([name]) => /TOKEN|PASSWORD/.test(name));
  expect(new Set(secrets.map(([name]) => name))).toEqual(new Set(['POSTGRES_PASSWORD', 'DISCORD_TOKEN']));
  for (const [name, value] of secrets) expect(() => filled(value, {})).toThrow(`${name}: put it into .env`);
  const foreign = services.filter((service) => !runsLede(service));
  expect(foreign.map(({ image }) => filled(image, {}))).toEqual([expect.stringMatching(/^docker\.io\/\S+:\d+$/)]);
  expect(foreign.map(({ image }) => filled(image, { POSTGRES_IMAGE: 'x@sha256:1' }))).toEqual(['x@sha256:1']);
});
