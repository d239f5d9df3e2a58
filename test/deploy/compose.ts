import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface Service {
  image: string;
  build?: unknown;
  user?: string;
  command?: string[];
  restart: string;
  environment?: Record<string, string>;
  env_file?: string[];
  ports?: string[];
  volumes?: string[];
  tmpfs: string[];
  read_only: boolean;
  cap_drop: string[];
  cap_add?: string[];
  security_opt: string[];
  pids_limit: number;
  mem_limit: string;
  memswap_limit: string;
  privileged?: boolean;
  healthcheck: { test: string[] };
  deploy?: { replicas: number };
}

export const composeFiles = ['compose.yaml', 'compose.scaled.yaml'] as const;

export function servicesIn(file: (typeof composeFiles)[number]): Record<string, Service> {
  const text = readFileSync(new URL(`../../deploy/${file}`, import.meta.url), 'utf8');
  return parse(text, { merge: true }).services;
}

/** Substitutes `${NAME:-default}` and `${NAME:?error}`, as compose does. */
export const filled = (text: string, values: Readonly<Record<string, string | undefined>>) =>
  text.replaceAll(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, given: string) => {
    const value = values[name] || (kind === '-' ? given : undefined);
    if (value === undefined) throw new Error(`${name}: ${given}`);
    return value;
  });
