import { languagesIn, type Texts, textsFor } from '../../../../src/discord/texts/texts.ts';

interface Words {
  command: { named: readonly [string, string] };
  times: (values: { bells: number }) => string;
}

const languages = languagesIn<Words>(new URL('./locales/', import.meta.url));

/** The texts of this feature in the language of others. */
export const wordsIn = ({ f }: Pick<Texts, 'f'>): Words => textsFor(f.locale, languages);
