import { list } from '../words.ts';

/** Abbreviations before a name or number, in lower case: their period never ends a sentence. */
export const titles = list(`
  mr mrs ms mx dr drs prof sen sens rep reps gov govs lt gen col capt cpt cmdr cdr maj sgt cpl pvt pfc pte spc ens adm
  rev hon pres supt insp det dep atty asst assoc messrs mme mlle mgr msgr fr amb brig treas wm geo chas thos jas jos
  robt mt ft vs v cf viz e.g i.e eg ie approx dpt
`);

/** Abbreviations before a number ("No. 1", "Fig. 3", "Art. 5"), which are ordinary words elsewhere. */
export const numbered = list(`
  no nos c ca p pp fig figs fl art arts sec cert ch chap vol vols par para eq ver nr op apt bldg rm rt ste rte exit
`);

export const months = list('jan feb mar apr jun jul aug sep sept oct nov dec');

/** Abbreviations that end a sentence only if a word follows that opens sentences. */
export const doubtful = list(`
  inc co corp ltd llc plc pty bros jr sr esq etc al est ave av blvd rd st sts hwy pkwy sq ct ln tel ext dept univ assn
  natl intl tues wed thurs max mph lb lbs oz sen rep gov esp incl tsp tbsp cm km kg mm hr hrs yr yrs
`);

/** American and Canadian states and provinces. */
export const states = list(`
  ala ariz ark calif cal colo conn del fla ga ill ind kan ky la md me mass mich minn miss mo mont neb nev okla ore pa
  penn tenn tex va vt wash wis wyo ont que alta
`);

/** Words that open sentences and rarely begin a name. */
const openers = list(`
  The A An This That These Those He She It They We You I There Here But And Or Nor So Yet In On At By For From With
  Without Within As If When Whenever While After Before Since Until Unless Because Although Though Despite However
  Meanwhile Moreover Furthermore Nevertheless Nonetheless Therefore Thus Also Then Now What Who Whose Why How Where
  Which Whether His Her Hers Its Their Our My Your Some Many Most Much Several Few Both Each Every Everyone Everything
  Nobody Nothing Someone Something All Another Other Others Any Anyone Either Neither None Today Yesterday Tomorrow
  Tonight Earlier Later Last Still Just Even Only Not Yes Under Over Between Among During According Asked Instead
  Nearly Almost About Around Above Across Against Along More Less Fewer Such Like Unlike Once Perhaps Maybe Finally
  Eventually Recently Currently Additionally Besides Otherwise Indeed Is Are Was Were Do Does Did Can Could Would
  Should Has Have Had Given Despite Through Throughout Upon Rather Ever Never Often Sometimes Soon Too Together
  Overall Based Following Including
`);

/** Words that open a sentence before a small letter ("Police said") and belong to a name before a capital. */
const openersBeforeSmall = list(`
  Police Officials Authorities Investigators Prosecutors Experts Critics Researchers Analysts Residents Witnesses
  Scientists Economists Lawmakers Lawyers Doctors Firefighters Voters Protesters Supporters Officers Rescuers Shares
  Stocks Prices Sales Travelers People Women Men Children Hundreds Thousands Millions Billions Dozens One Two Three
  Four Five Six Seven Eight Nine Ten Half No Let Please Get Next First Second Third New Total Republicans Democrats
  Polls Doors Tickets Voting Classes Schools Students Workers Teachers Parents Families Patients Passengers Drivers
  Fans Players Shoppers Visitors Troops Soldiers Rebels Crews Temperatures Banks Traders Palestinians Israelis
  Russians Ukrainians Americans Europeans
`);

/** Whether the text begins with a word that opens sentences; "He's" counts as "He". */
export function opensSentence(text: string): boolean {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? '';
  if (openers.has(word)) return true;
  return openersBeforeSmall.has(word) && /^\s+\p{Ll}/u.test(text.slice(word.length));
}

/** Verbs that link a closed quotation to the speaker named after it. */
export const reporting =
  '(?:said|says|asked|asks|told|wrote|writes|added|adds|cried|shouted|yelled|tweeted|posted|replied|recalled|joked|exclaimed|wondered|continued|explained|insisted|declared|responded|answered|called|thought|quipped|demanded|warned|pressed|prompted|urged|mused|murmured|muttered|whispered|screamed|countered|inquired|pleaded|begged|interjected|interrupted|remarked|snapped)';
