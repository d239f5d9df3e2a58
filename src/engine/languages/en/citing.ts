import type { Citing } from '../language.ts';

const first = '(?:(?:first|earlier|previously|exclusively|also) )?';
const day =
  '(?:(?:on|earlier|late|early|last|this|that|the|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|day|week|month) ?){0,4}';
/** Words for what outlets publish, with up to three words before the author: "a report published by §". */
const works =
  '(?:reports?|reporting|investigation|story|article|op-ed|column|essay|interview|recording)(?: (?!requests?)[\\p{L}-]+){0,3}';
const verbs = 'report(?:s|ed|ing)?|learned|understands|reveal(?:s|ed)|quot(?:es|ed)|cit(?:es|ed)|broke|writes|wrote';

export const citing: Citing = {
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
