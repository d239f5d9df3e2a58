import type { Context } from '../context.ts';
import { allComponents } from '../reading.ts';
import type { WireComponent, WireMessage } from '../wire.ts';
import type { Life } from '../world/life.ts';
import { readMessage } from '../world/messages.ts';
import type { Place, Standing } from './begin.ts';
import { ActRefused, begin, stand } from './begin.ts';

/** A click on a button. */
export interface ClickAct extends Place {
  readonly messageId: string;
  readonly customId: string;
}

/** A choice in a select. */
export interface ChooseAct extends ClickAct {
  readonly values: readonly string[];
}

const BUTTON = 2;
const SELECT = 3;

function find(context: Context, standing: Standing, act: ClickAct): { message: WireMessage; component: WireComponent } {
  const { world } = context;
  const whisper = world.whispers.get(act.messageId);
  const message = readMessage(world, standing.channel.id, act.messageId);
  if (message === undefined || (whisper !== undefined && whisper.userId !== act.user)) {
    throw new ActRefused(`the user sees no message ${act.messageId} here`);
  }
  const component = allComponents(message.components).find(({ custom_id }) => custom_id === act.customId);
  if (component === undefined) throw new ActRefused(`no component ${act.customId} on the message`);
  if (component.disabled === true) throw new ActRefused(`component ${act.customId} is disabled`);
  return { message, component };
}

export function click(context: Context, act: ClickAct): Life {
  const standing = stand(context, act);
  const { message, component } = find(context, standing, act);
  if (component.type !== BUTTON) throw new ActRefused(`${act.customId} is no button`);
  return begin(context, standing, {
    kind: 'component',
    name: act.customId,
    messageId: message.id,
    data: { id: component.id, custom_id: act.customId, component_type: BUTTON },
  });
}

export function choose(context: Context, act: ChooseAct): Life {
  const standing = stand(context, act);
  const { message, component } = find(context, standing, act);
  if (component.type !== SELECT) throw new ActRefused(`${act.customId} is no select`);
  checkChoice(component, act.values);
  return begin(context, standing, {
    kind: 'component',
    name: act.customId,
    messageId: message.id,
    data: { id: component.id, custom_id: act.customId, component_type: component.type, values: act.values },
  });
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
