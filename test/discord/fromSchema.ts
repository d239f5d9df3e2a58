import type { Random } from '../chaos/random.ts';

/** A zod schema; `discord-api-spec` publishes no types for it. */
export interface Schema {
  readonly _zod: { readonly def: Definition };
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly unknown[] } };
}

interface Definition {
  readonly type: string;
  readonly getter?: () => Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly innerType?: Schema;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly format?: string } } }[];
}

/** Maximum depth to which optional fields are filled, because messages contain replies and containers components. */
const depthMax = 6;

/**
 * Generates values that fit a schema. Unions and enums cycle through their members, so that each one occurs; an
 * optional field is present with probability `chance`.
 */
export function createMaker(random: Random, chance: number) {
  const turns = new Map<Definition, number>();
  let last = 100_000_000_000_000_000n;
  const inTurn = <T>(def: Definition, list: readonly T[]): T => {
    const turn = turns.get(def) ?? 0;
    turns.set(def, turn + 1);
    return list[turn % list.length] as T;
  };

  const text = (formats: readonly (string | undefined)[]): string => {
    last += 1n;
    if (formats.includes('datetime')) return '2026-11-24T08:00:00.000Z';
    if (formats.includes('url')) return `https://post.example/${last}`;
    return formats.includes('regex') ? String(last) : random.pick(['', 'Ferry', 'https://post.example/f', '💥']);
  };

  const make = (schema: Schema, depth = 0): unknown => {
    const { def } = schema._zod;
    const inner = () => make(def.innerType as Schema, depth + 1);
    switch (def.type) {
      case 'lazy':
        return make(def.getter?.() as Schema, depth);
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape ?? {})
            .map(([name, field]) => [name, make(field, depth + 1)])
            .filter(([, value]) => value !== undefined),
        );
      case 'array':
        return Array.from({ length: depth > depthMax ? 0 : random.between(0, 2) }, () =>
          make(def.element as Schema, depth + 1),
        );
      case 'union':
        return make(inTurn(def, def.options ?? []), depth);
      case 'literal':
        return inTurn(def, def.values ?? []);
      case 'optional':
        return depth <= depthMax && random.chance(chance) ? inner() : undefined;
      case 'nullable':
        return depth <= depthMax && random.chance(chance) ? inner() : null;
      case 'record':
        return {};
      case 'string':
        return text((def.checks ?? []).map((check) => check._zod.def.format));
      case 'number':
        return random.between(0, 9);
      case 'boolean':
        return random.chance(0.5);
      case 'null':
        return null;
      default:
        throw new Error(`no value for a ${def.type}`);
    }
  };
  return make;
}
