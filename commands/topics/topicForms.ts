import type { CommandForm } from '../../src/discord/command.ts';
import { textField } from '../../src/discord/forms/fields.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { OwnTopic } from './ask.ts';
import { ownTopic, propose, wordLists } from './propose.ts';

const fieldsOf = (topic: OwnTopic | undefined, texts: Texts) => {
  const { fields } = texts.topics.form;
  return [
    textField('name', fields.name, topic?.name ?? '', { required: true, max: 40 }),
    ...wordLists.map((list) => textField(list, fields[list], topic?.words[list].join(', ') ?? '')),
  ];
};

export const createForm: CommandForm = {
  draw: async (_, { texts }) => ({ title: texts.topics.form.create, fields: fieldsOf(undefined, texts) }),
  submit: (interaction, context, _, typed) => propose(interaction, context, { typed }),
};

export const editForm: CommandForm = {
  async draw(interaction, context, topicId) {
    const topic = await ownTopic(interaction, context, topicId);
    return { title: context.texts.topics.form.edit({ name: topic.name }), fields: fieldsOf(topic, context.texts) };
  },
  submit: (interaction, context, topicId, typed) => propose(interaction, context, { topicId, typed }),
};
