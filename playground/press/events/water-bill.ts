import type { EventSheet } from '../event.ts';

export const waterBillChamber: EventSheet = {
  id: 'water-bill-chamber',
  topic: 'politics',
  facts: [
    'Day 1: the Chamber, the lower house, passes the water bill by 96 votes to 84 at its third reading.',
    'The bill puts springs and lakes under public boards and sets a price for large users. Next: the Senate.',
  ],
  articles: [
    {
      outlet: 'courier',
      at: '1 16:40',
      title: `Chamber sends water bill to the Senate, 96 to 84`,
      by: 'Aksel Thorne',
      standfirst: `Eleven Landsmen abstain; price for large users survives`,
      categories: ['Parliament'],
      text: `
        The Chamber passed the water bill at its third reading by 96 votes to 84. Eleven members of the Landsmen abstained, which the government had counted on, and two voted in favour, which it had not.
        The bill would put springs and lakes under elected boards and let them charge users of more than a million litres a year. Farms are exempt up to five million.
        Joren Falk, the water minister, called it “a dull law, and I mean that as praise”. The Senate, where the government has no majority of its own, will take it up within days.`,
    },
    {
      outlet: 'agency-north',
      at: '1 16:45',
      title: `Lower house approves water bill`,
      categories: ['parliament'],
      text: `
        MARHAVEN (Agency North) — The Chamber, the lower house of parliament, approved a bill on the public ownership of springs and lakes by 96 votes to 84.
        The law would create elected water boards in each of the nine counties and allow them to charge large users.
        Harbour Labour, the largest opposition party, voted against. Its leader, Sunniva Aker, said the bill was "a good pail with a hole in it", because it exempts bottling plants already at work.`,
    },
    {
      outlet: 'sound-radio',
      at: '1 17:30',
      title: `Water bill: one house down, one to go`,
      categories: ['News at half past five'],
      text: `
        Who owns a lake? The Chamber gave its answer this afternoon: everybody who lives beside it. The vote was ninety-six to eighty-four.
        What happens next is less certain. In the Senate the government is three seats short, and several senators have wells. Our parliament correspondent, Liv Amund, has spent the day with a senator who has four. He says he is undecided, and thirsty.`,
    },
  ],
};

export const waterBillSenate: EventSheet = {
  id: 'water-bill-senate',
  topic: 'politics',
  twinOf: 'water-bill-chamber',
  facts: [
    'Day 3, 23:05: the Senate, the upper house, passes the water bill by 41 to 38, after nine hours.',
    'Bottling plants get two years instead of a permanent exemption: the amendment that brought Harbour Labour’s votes.',
    'Metro’s claim (day 3, 11:30) that minister Joren Falk owns a spring is false; retracted on day 4 at 12:15.',
    'Day 4, 10:30: President Signe Maur says she will sign. The boards are elected next year.',
    'Plainly So says the vote was 40 to 39; it was not.',
  ],
  picture: {
    motif: 'parliament',
    alt: 'Drawing of the domed parliament building in Marhaven with lit windows at night',
  },
  articles: [
    {
      outlet: 'metro',
      at: '3 11:30',
      title: `Well, well: water minister ‘owns the spring his bill protects’`,
      by: 'Rory Flint',
      categories: ['Politics'],
      text: `
        Water minister Joren Falk stands to gain from his own bill, Metro can reveal.
        Land papers name a J. Falk as owner of a spring at Upper Tollern that would fall under the new water boards. Owners get a one-off payment. For this spring: 340,000 crowns.
        "News to me," said the minister when Metro caught him on the Senate steps. He then walked off, fast.
        Senators vote tonight. Will they swallow it?`,
      changed: {
        at: '4 12:15',
        title: `Retraction: Joren Falk does not own a spring at Upper Tollern`,
        text: `
          Retraction: Metro has withdrawn an article about the water minister, Joren Falk. We reported that he owned a spring at Upper Tollern and would profit from the water bill. That is not true.
          The owner named in the land papers is Jorunn Falk, 81, a retired vet, who is not related to the minister. We did not ring her. When we did, she offered us coffee and asked what took us so long.
          The minister does not own land in the county. We apologise to both.`,
      },
    },
    {
      outlet: 'agency-north',
      at: '3 23:14',
      title: `Senate passes water bill by 41 votes to 38`,
      categories: ['parliament'],
      text: `
        MARHAVEN (Agency North) — The Senate, the upper house of parliament, passed the water bill by 41 votes to 38 after a debate of nine hours.
        Six senators of Harbour Labour voted with the government after bottling plants lost their permanent exemption. They will have two years to join the new system.
        "The hole in the pail has been mended," said the party's leader, Sunniva Aker.
        The law puts springs and lakes under elected boards in nine counties. It needs the signature of President Signe Maur.`,
    },
    {
      outlet: 'courier',
      at: '3 23:50',
      title: `Parliament passes the water bill`,
      by: 'Aksel Thorne',
      standfirst: `Two-year limit for bottlers brings the last six votes`,
      categories: ['Parliament'],
      text: `
        The upper house agreed by 41 votes to 38 late in the evening. With that the water bill, four years in the making, needs only the president's signature.
        The decisive amendment ran to eleven words. It replaced the permanent exemption of bottling plants with a term of two years, and six senators of Harbour Labour crossed the floor for it.
        Joren Falk, the minister, sat through all nine hours with a glass of water that nobody saw him touch. “I was saving it,” he said.
        Three senators of his own Civic Union voted against. Two of them own wells, and declared them.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 05:30',
      title: `The lakes are ours, by three votes`,
      by: 'Emil Strand',
      standfirst: `Senate ends a four-year argument about who owns Vennmark’s water`,
      categories: ['Parliament'],
      text: `
        At five past eleven last night the clerk of the Senate read out a 41, then a 38, and the lakes of Vennmark passed into the keeping of the people who swim in them.
        The debate had lasted nine hours and taken in Roman law, trout, and a senator's grandmother. What moved it in the end was small: bottlers will have two years, not for ever.
        “The hole in the pail has been mended,” said Sunniva Aker, who had opposed the bill until supper. In the gallery an old man from Lake Imber, who had come by the slow train, asked an usher whether he might now stop worrying. The usher thought that he might.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 05:55',
      title: `Water bill through: Senate votes 41 to 38`,
      by: 'Agency North',
      categories: ['national'],
      wire: { take: 4, edits: [['The law puts springs', 'The new law puts springs']] },
    },
    {
      outlet: 'sound-radio',
      at: '4 06:10',
      title: `Forty-one to thirty-eight: what the water bill means for your tap`,
      categories: ['The morning, explained'],
      text: `
        For your tap, nothing changes today. The water bill that the Senate passed late last night is about where the water comes from.
        From next year you will elect a water board for your county, nine of them in all. The boards look after springs and lakes, and they may charge anyone who takes more than a million litres a year. A household uses about a tenth of that.
        Joren Falk, the minister, calls it a dull law. We asked the plumber who was mending our studio sink. He said dull is what you want in a law about water.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '4 06:30',
      title: `Senat beschließt Wassergesetz mit 41 zu 38 Stimmen`,
      by: 'Korbinian Thal',
      categories: ['Politik'],
      text: `
        Seen und Quellen kommen unter öffentliche Aufsicht. Der Senat nahm das Wassergesetz am späten Abend mit 41 zu 38 Stimmen an.
        Für die Südmark wichtig: Der Kirnauer Mineralbrunnen, mit 120 Beschäftigten der größte Abfüller des Landes, verliert seine Ausnahme und muss in zwei Jahren zahlen. „Wir hätten uns drei gewünscht“, sagte Geschäftsführerin Resi Holl, „und mit einem gerechnet.“
        Minister Joren Falk dankte den sechs Abgeordneten der Hafenpartei, die am Ende zustimmten.`,
    },
    {
      outlet: 'plainly-so',
      at: '4 07:35',
      title: `The water vote was 40 to 39, and here is how I know`,
      by: 'Grant Ormerod',
      text: `
        Officially it was 41 to 38. I watched the broadcast with the sound off, so as not to be influenced, and counted hands. I got 40 and 39.
        Some will say that senators vote by button and not by hand. Precisely. Then why were there hands?
        I have written to the clerk, who replied within the hour that the hands belonged to people waving at the gallery. That is a very fast answer for somebody with nothing to hide.`,
    },
    {
      outlet: 'agency-north',
      at: '4 10:40',
      title: `President says she will sign water bill`,
      categories: ['parliament'],
      text: `
        MARHAVEN (Agency North) — President Signe Maur will sign the water bill, her office said in the morning after the Senate's vote.
        Ms. Maur had asked the Court of Counties for an opinion on the two-year term for bottling plants. The court found no fault in it.
        Elections to the nine water boards will be held next year, on the same day as the county elections, the interior ministry said.`,
    },
    {
      outlet: 'courier',
      at: '4 15:20',
      title: `Nine boards, 81 seats, no staff: the water law's first year`,
      by: 'Aksel Thorne',
      standfirst: `With the president’s signature promised, the work begins`,
      categories: ['Parliament'],
      wall: 'paywall',
      text: `
        President Signe Maur has promised to sign. What she will sign is a frame with very little in it.
        The nine boards will have 81 elected members and, for now, not one employee. The counties must lend them hydrologists, of whom Vennmark has, by the ministry's own count, fourteen.
        The price for large users has to be set within a year. The bottlers' association has already asked for a meeting, and so has a man who breeds otters.`,
    },
  ],
};
