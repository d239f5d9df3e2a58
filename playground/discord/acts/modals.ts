import { ComponentType } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import type { WireComponent } from '../wire.ts';
import type { Life } from '../world/life.ts';
import { ActRefused, begin, type Place, stand } from './begin.ts';
import { type Picker, type Resolved, resolveChannel, resolveRole } from './options.ts';

/** Submitting a modal. Fields that are left out keep what the modal shows. */
export interface SubmitAct extends Place {
  /** Id of the interaction that opened the modal. */
  readonly modalId: string;
  /** By custom id: a text, or the chosen values. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

/** Submits a modal as the user who opened it; it can be submitted again, as a client does after a failure. */
export function submit(context: Context, act: SubmitAct): Life {
  const standing = stand(context, act);
  const opener = [...context.world.lives.values()].find(({ origin }) => origin.id === act.modalId);
  const { answer, origin } = opener ?? {};
  if (answer?.kind !== 'modal' || origin?.userId !== act.user || origin.channelId !== act.channel) {
    throw new ActRefused('the user has no such modal open here');
  }
  const { modal } = answer;
  const resolved: Resolved = {};
  const picker = { world: context.world, guild: standing.guild, userId: act.user };
  const fields = modal.components.flatMap(({ component }) => component ?? []);
  for (const id of Object.keys(act.values)) {
    if (!fields.some(({ custom_id }) => custom_id === id)) throw new ActRefused(`no field ${id} in the modal`);
  }
  const components = modal.components.map(({ type, id, component }) => ({
    type,
    id,
    ...(component === undefined ? {} : { component: submitted(component, act.values, picker, resolved) }),
  }));
  return begin(context, standing, {
    kind: 'modal',
    name: modal.custom_id,
    ...(origin.sourceId === undefined ? {} : { messageId: origin.sourceId }),
    data: {
      custom_id: modal.custom_id,
      components,
      ...(Object.keys(resolved).length === 0 ? {} : { resolved }),
    },
  });
}

/** A field as the interaction carries it. Throws ActRefused if Discord's client would not let it be submitted. */
function submitted(field: WireComponent, values: SubmitAct['values'], picker: Picker, resolved: Resolved): object {
  const { type, id, custom_id } = field;
  const given = values[custom_id ?? ''];
  if (type === ComponentType.TextInput) return { type, id, custom_id, value: textIn(field, given) };
  const chosen = given === undefined ? shownIn(field) : typeof given === 'string' ? [given] : given;
  checkCount(field, chosen);
  for (const value of chosen) {
    if (type === ComponentType.RoleSelect) resolveRole(picker, value, resolved);
    else if (type === ComponentType.ChannelSelect) resolveChannel(picker, value, resolved, field.channel_types);
    else if (type !== ComponentType.Checkbox && !field.options?.some((option) => option.value === value)) {
      throw new ActRefused(`no choice ${value} of ${custom_id}`);
    }
  }
  if (type === ComponentType.RadioGroup) return { type, id, custom_id, value: chosen[0] ?? null };
  if (type === ComponentType.Checkbox) return { type, id, custom_id, value: chosen[0] === 'true' };
  return { type, id, custom_id, values: chosen };
}

function checkCount(
  { type, custom_id, required, min_values = 1, max_values, options }: WireComponent,
  chosen: readonly string[],
): void {
  const least = required === false || type === ComponentType.Checkbox ? 0 : min_values;
  const most = max_values ?? (type === ComponentType.CheckboxGroup ? (options?.length ?? 0) : 1);
  if (chosen.length < least || chosen.length > most || new Set(chosen).size !== chosen.length) {
    throw new ActRefused(`choose ${least} to ${most} different values of ${custom_id}`);
  }
}

function textIn(field: WireComponent, given: string | readonly string[] | undefined): string {
  const value = given ?? field.value ?? '';
  if (typeof value !== 'string') throw new ActRefused(`${field.custom_id} takes a text`);
  if (value === '' && field.required === false) return value;
  const least = Math.max(field.min_length ?? 0, field.required === false ? 0 : 1);
  if (value.length < least || value.length > (field.max_length ?? 4_000)) {
    throw new ActRefused(`${field.custom_id} takes ${least} to ${field.max_length ?? 4_000} characters`);
  }
  return value;
}

/** The values that the modal shows as chosen. */
function shownIn({ type, options = [], default_values = [], default: isOn }: WireComponent): string[] {
  if (type === ComponentType.Checkbox) return [String(isOn === true)];
  return [
    ...options.filter((one) => one.default === true).map(({ value }) => value),
    ...default_values.map(({ id }) => id),
  ];
}
