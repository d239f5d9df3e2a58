import { list } from '../words.ts';

export const stopWords = list(`
  a about above after again against ago all almost along already also although always am amid among an and another any
  anyone anything are aren't around as at away back be became because become been before began behind being below
  between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down
  during each either else even ever every few first for from further get go going got had hadn't has hasn't have
  haven't having he he'd he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in
  including into is isn't it it's its itself just last later least less let let's like made make many may me might
  more most much must my myself near never new next no nor not now of off often on once one only onto or other others
  our ours ourselves out over own part per put quite rather said same say saying says see seen several shall she she'd
  she'll she's should shouldn't since so some something still such take taken than that that's the their theirs them
  themselves then there there's these they they'd they'll they're they've this those though three through time to told
  too took toward towards two under until up upon us use used very via was wasn't way we we'd we'll we're we've well
  went were weren't what what's when where whether which while who who's whom whose why will with within without won't
  would wouldn't year years yes yet you you'd you'll you're you've your yours yourself yourselves
`);
