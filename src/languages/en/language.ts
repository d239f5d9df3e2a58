import type { Language } from '../language.ts';
import { either } from '../words.ts';
import { attributed } from './attribution.ts';
import { denying } from './denying.ts';
import { figures } from './figures.ts';
import { pointsBack } from './pronouns.ts';
import { splitEnglish } from './sentences.ts';
import { stem } from './stem.ts';
import { stopWords } from './stopWords.ts';

export const english: Language = {
  code: 'en',
  stopWords,
  stem,
  splitSentences: splitEnglish,
  capitalisesNouns: false,
  pointsBack,
  leaning: {
    openers: either(`
      He She They It His Her Their Its Him Them This That These Those But And Or So Yet Nor Then However Instead Also
      Meanwhile Moreover Furthermore Nevertheless Nonetheless Still Therefore Thus Besides Otherwise Both Such There,
      Here Now Plus Other Which Another
    `),
    quantities: either(`
      Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen
      Nineteen Twenty Dozens Some Most Many Several Others All None Neither
    `),
    auxiliaries: either('is are was were has have had will would can could may might must should did do does'),
    ours: 'our',
    reporters: 'correspondent|reporter|editor',
  },
  speakerBeside: attributed,
  figures,
  denying,
  labels: {
    withdrawn: 'retracted|retraction|withdrawn',
    correction: 'correction|corrected|clarification',
  },
  suicide:
    /(?<![\p{L}-])(?:(?:dies?|died|dying) by ["'“‘]?suicide|(?:attempt|commit)(?:s|t?ed|t?ing)? suicide|suicide (?:attempt|note|suspected)|suspected suicide|self-harm(?:s|ed|ing)?|(?:kill(?:s|ed|ing)?|sho(?:ots|t)|hang(?:s|ed)) (?:him|her|them)sel(?:f|ves)|guns? on (?:him|her|them)sel(?:f|ves)|t(?:akes?|ook|aking) (?:his|her|their) own li(?:fe|ves))(?![\p{L}-])/iu,
  schedule: {
    days: [
      ['mon', 'monday'],
      ['tu', 'tue', 'tues', 'tuesday'],
      ['we', 'wed', 'wednesday'],
      ['th', 'thu', 'thurs', 'thursday'],
      ['fri', 'friday'],
      ['sat', 'saturday'],
      ['su', 'sun', 'sunday'],
    ],
    everyDay: ['daily', 'day', 'everyday'],
    weekdays: ['weekday', 'weekdays'],
    weekend: ['weekend', 'weekends'],
    every: 'every',
    until: 'to',
    and: 'and',
    afterHours: 'am|pm',
  },
};
