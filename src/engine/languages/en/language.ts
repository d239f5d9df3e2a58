import type { Citing, Language } from '../language.ts';
import { either } from '../words.ts';
import { figures, numbersIn, war } from './figures.ts';
import furniture from './furniture.json' with { type: 'json' };
import { splitEnglish } from './sentences.ts';
import { stem } from './stem.ts';
import stopWords from './stopWords.json' with { type: 'json' };

const first = '(?:(?:first|earlier|previously|exclusively|also) )?';
const day =
  '(?:(?:on|earlier|late|early|last|this|that|the|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|day|week|month) ?){0,4}';
/** Words for what outlets publish, with up to three words before "by": "a report published this week by §". */
const works =
  '(?:reports?|reporting|investigation|story|article|op-ed|column|essay|interview|recording)(?: (?!requests?)[\\p{L}-]+){0,3}';
const verbs = 'report(?:s|ed|ing)?|learned|understands|reveal(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)|broke|writes|wrote';

const citing: Citing = {
  articles: 'the|The|a|an|its',
  kinds: `(?:news|wire) (?:agency|agencies|service|site|website|outlet|portal|channel|network|organi[sz]ation)|(?:[Nn]ews)?(?:paper|site|outlet|agency|agencies)|[Mm]agazine|[Bb]roadcasters?|website|tabloid|mouthpiece|daily|weekly|network|channel|podcast|station|television|affiliate|partner|state-run|semi-?official|state-owned|state|official`,
  patterns: [
    '(?:[Tt]old|tells?|telling|informed) §',
    '(?:[Aa]ccording to|[Pp]er|as per|citing|[Cc]ited by) §',
    '(?<=,) (?:reported|reports|wrote|writes) §',
    `(?:reported|revealed|published|broken|obtained|seen|reviewed|quoted|confirmed|disclosed) ${first}by §`,
    '(?:quoted|cited) as (?:saying|telling) (?:by|to) §',
    `${works} (?:by|from|in|with|on|for|to) §`,
    'interviewed by §',
    '(?:spoke|speaks|[Ss]peaking|talk(?:s|ed|ing)|said|statement|remarks(?: made)?|comments?|confirm(?:ed|s)|revealed|admitted|open(?:s|ed) up|sent|email) (?:exclusively )?(?:to|with) §',
    `(?:said|says|wrote|writes?|writing|penned|appear(?:ed|ance|ing)) ${day}(?:[^.;:,“”"]{1,30} )?(?:on|in|for) §`,
    'told [^.;:“”"]{1,40} (?:on|of|at|from) §',
    '(?:[Ww]ith (?:additional )?|^\\(?)(?:[Ii]nputs?|reporting|files|material) (?:from|by) §',
    '[Ww]ith § inputs?',
    `§(?:,? citing [^,;]{1,80},)?(?: on \\p{Lu}\\p{L}+day)?(?: has| had| have| is| was)? ${first}(?:${verbs}|the first to report)(?!\\p{L}| to )`,
    '§, [^,.;]{3,80}, report(?:s|ed)(?!\\p{L})',
    "§ (?:\\p{Lu}[\\p{L}’'-]+ ){2,3}report(?:s|ed)(?!\\p{L})",
    '§ (?:interview|investigation|report|analysis|poll|tally|survey|photos|documentary|essay|op-ed|column|editorial)(?!\\p{L})',
    '§/[\\p{L}/]{2,20} poll',
    '§[^.;]{0,40}, which (?:first )?(?:broke|reported|obtained|published)',
    '(?<=,) § sa(?:ys|id)[.”"]?$',
    '§[^.;]{0,60} asked [^.;]{1,60} in an interview',
  ],
  agencyPatterns: ['§(?:,? citing [^,;]{1,80},)? (?:says?|said|aired|carried)(?!\\p{L})'],
};

export const english: Language = {
  code: 'en',
  stopWords: new Set(stopWords),
  stem,
  numerals: 'zero one two three four five six seven eight nine ten eleven twelve'.split(' '),
  splitSentences: splitEnglish,
  capitalisesNouns: false,
  leaning: {
    openers: either(`
      He She They It His Her Their Its Him Them This That These Those But And Or So Yet Nor Then However Instead Also
      Meanwhile Moreover Furthermore Nevertheless Nonetheless Still Therefore Thus Besides Otherwise Both Such There,
      Here Now Plus Other Which Another
    `),
    pronouns: 'he|she|they',
  },
  lead: {
    months: 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec',
    personal: 'I|we|my|our|you|your',
    calls:
      '(?:re)?watch|follow|click|read|see|listen|share (?:this|on|your)|sign up|subscribe|join|get|find out|check out|' +
      'download|stay tuned|(?:photos?|images?|pictures?|video|source)\\s?[:|]',
    boilerplate:
      "^in (?:tonight|today|this) ?(?:['’]s )?(?:edition|episode|issue|video|newsletter|podcast)|" +
      '\\bcontributed (?:reporting )?to this (?:report|story|article)\\b|' +
      '^the following is (?:the |a )?(?:full |complete |unedited )?(?:text|transcript|version) of',
  },
  teasing: [
    '^(?:\\d+|five) (?:\\p{L}+ )?(?:things|questions|takeaways|reasons)(?!\\p{L})',
    '(?:things|what) (?:to|we|you) know',
    '^the latest:|(?<!\\p{L})live (?:updates|blog|results)|^watch(?!\\p{L})',
  ],
  kinds: {
    voice: /^(?:i|i'm|i've|my|me|you|your|you're|you'll|we|we're|our)$/u,
    said: /\b(?:said|says|announced|told|according to|reported)\b/i,
    weekday: /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
  },
  furniture,
  figures,
  numbersIn,
  war,
  citing,
  labels: {
    withdrawn: 'retracted|retraction|withdrawn',
    correction: 'correction|corrected|clarification',
    corrected:
      '(?:an? |the )?(?:earlier|previous|original) version of (?:this|the|our) (?:article|story|report|piece|headline)|' +
      '(?:this|the) (?:article|story|report|piece|headline) (?:has been|was) (?:corrected|amended)',
    revised: '(?:this|the) (?:article|story|report|headline) (?:has been|was) (?:updated|changed)',
    kickers: 'breaking(?: news)?|developing|updated?|exclusive|watch|video',
    live: 'live(?: updates| blog| results)?|as it happened',
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
    weekdays: ['weekday', 'weekdays', 'workday', 'workdays', 'working days', 'business days'],
    weekend: ['weekend', 'weekends'],
    weekly: ['weekly', 'week', 'once a week'],
    every: 'every',
    from: 'from',
    until: 'to',
    and: 'and',
    beforeHours: 'at',
    afterHours: 'am|pm',
  },
  all: 'all',
  zoneWords: / time$/,
};
