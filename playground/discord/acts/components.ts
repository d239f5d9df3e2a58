import { ComponentType } from 'discord-api-types/v10';
import type { Context } from '../context.ts';
import { allComponents } from '../reading.ts';
import type { WireComponent } from '../wire.ts';
import type { Life } from '../world/life.ts';
import type { Place } from './begin.ts';
import { ActRefused, begin, messageFor, stand } from './begin.ts';

/** A click on a button. */
export interface ClickAct extends Place {
  readonly messageId: string;
  readonly customId: string;
}

/** A choice in a select. */
export interface ChooseAct extends ClickAct {
  readonly values: readonly string[];
}

export const click = (context: Context, act: ClickAct): Life => use(context, act, ComponentType.Button);

export const choose = (context: Context, act: ChooseAct): Life =>
  use(context, act, ComponentType.StringSelect, act.values);

function use(context: Context, act: ClickAct, type: number, values?: readonly string[]): Life {
  const standing = stand(context, act);
  const { customId, messageId } = act;
  const { components } = messageFor(context, standing, messageId);
  const component = allComponents(components).find(({ custom_id }) => custom_id === customId);
  if (component === undefined) throw new ActRefused(`no component ${customId} on the message`);
  if (component.disabled === true) throw new ActRefused(`component ${customId} is disabled`);
  if (component.type !== type)
    throw new ActRefused(`${customId} is no ${type === ComponentType.Button ? 'button' : 'select'}`);
  if (values !== undefined) checkChoice(component, values);
  const data = { id: component.id, custom_id: customId, component_type: type, values };
  return begin(context, standing, { kind: 'component', name: customId, messageId, data });
}

function checkChoice(select: WireComponent, values: readonly string[]): void {
  const least = select.min_values ?? 1;
  const most = select.max_values ?? 1;
  if (values.length < least || values.length > most || new Set(values).size !== values.length) {
    throw new ActRefused(`choose ${least} to ${most} different values`);
  }
  for (const value of values) {
    if (select.options?.some((option) => option.value === value) !== true) {
      throw new ActRefused(`no choice ${value}`);
    }
  }
}
