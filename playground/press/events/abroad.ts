import type { EventSheet } from '../event.ts';

export const lissaryElection: EventSheet = {
  id: 'lissary-election',
  topic: 'world',
  facts: [
    'Day 1: the republic of Lissary votes for a president; at midnight Anouk Serre and Paul Devane are level.',
    'Day 2, 10:45: Serre 50.6 %, ahead by 4,112 votes of 343,000. She is the first woman in the office, a harbour pilot by trade.',
    'Day 3, 09:20: Devane concedes after a recount in two districts moves 31 votes. Agency North first dates the oath wrongly.',
  ],
  picture: { motif: 'ballotBox', alt: 'Drawing of a white ballot box with a paper going in' },
  articles: [
    {
      outlet: 'agency-north',
      at: '1 23:30',
      title: `Lissary presidential vote too close to call`,
      categories: ['Lissary', 'election'],
      text: `
        PORT VIRELLE (Agency North) — The presidential election in Lissary was too close to call three hours after the polls closed, with the harbour pilot Anouk Serre and the former finance minister Paul Devane each at just under 50 percent.
        The election commission said the count on the outer islands would continue overnight because the boxes come by sailing boat. Turnout was 81 percent, the highest since the republic was founded.`,
    },
    {
      outlet: 'agency-north',
      at: '2 10:55',
      title: `Harbour pilot Serre elected president of Lissary`,
      categories: ['Lissary', 'election'],
      text: `
        PORT VIRELLE (Agency North) — Anouk Serre, a harbour pilot who had never held office, has been elected president of Lissary with 50.6 percent of the vote, the election commission announced.
        She is ahead of Paul Devane by 4,112 votes out of some 343,000. Mr. Devane asked for a recount in two districts.
        Ms. Serre, 52, will be the first woman to lead the republic. "I have spent my life bringing other people's ships in safely," she said. "I will ask before I turn."`,
    },
    {
      outlet: 'courier',
      at: '2 13:10',
      title: `Serre’s 4,112 votes: what Lissary’s new president means for trade`,
      by: 'Margit Olander',
      standfirst: `Fishing quota and harbour dues are first on her list`,
      categories: ['Abroad'],
      text: `
        Lissary buys a fifth of Vennmark's timber and sells it nearly all its lemons. It has elected a president who promises to lower the harbour dues that both pay.
        Anouk Serre won by 4,112 votes. Her programme has nine pages, four of them on dredging. She wants to reopen talks on the fishing quota, which Vennmark considers settled until the end of the decade.
        The foreign ministry in Marhaven congratulated her within the hour and added that it “looks forward to not reopening anything”.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '2 15:20',
      title: `Lotsin wird Präsidentin: Lissary wählt Anouk Serre`,
      by: 'Korbinian Thal',
      categories: ['Ausland'],
      text: `
        Die Republik Lissary bekommt zum ersten Mal eine Präsidentin. Die Hafenlotsin Anouk Serre setzte sich mit 50,6 Prozent gegen den früheren Finanzminister Paul Devane durch, der in zwei Bezirken nachzählen lässt.
        Serre hat nie ein Amt bekleidet. Im Wahlkampf fuhr sie jede der vierzehn Inseln mit dem eigenen Boot an und legte, wie ihr Gegner einräumte, „jedes Mal ohne Kratzer“ an. In Port Virelle läuteten am Vormittag die Schiffsglocken.`,
    },
    {
      outlet: 'agency-north',
      at: '3 09:35',
      title: `Devane concedes in Lissary after recount moves 31 votes`,
      categories: ['Lissary', 'election'],
      text: `
        PORT VIRELLE (Agency North) — Paul Devane has conceded the presidential election in Lissary. A recount in two districts changed the result by 31 votes, the election commission said, 18 of them in favour of the winner, Anouk Serre.
        Mr. Devane rang Ms. Serre at twenty past nine and offered his congratulations and his tide tables. She accepted both. The new president takes the oath in three weeks aboard the pilot cutter Constance, as the old palace is being rewired.`,
      changed: {
        at: '4 09:10',
        text: `
          Correction: an earlier version of this report said that the oath is in three weeks. It is in two.
          PORT VIRELLE (Agency North) — Paul Devane has conceded the presidential election in Lissary. A recount in two districts changed the result by 31 votes, the election commission said, 18 of them in favour of the winner, Anouk Serre.
          Mr. Devane rang Ms. Serre at twenty past nine and offered his congratulations and his tide tables. She accepted both. The new president takes the oath in two weeks aboard the pilot cutter Constance, as the old palace is being rewired.`,
      },
    },
    {
      outlet: 'daily-coast',
      at: '3 10:15',
      title: `Lissary’s pilot president: rival concedes after recount`,
      by: 'Agency North',
      categories: ['abroad'],
      wire: { nth: 3, edits: [['Mr. Devane rang Ms. Serre', 'Mr. Devane telephoned Ms. Serre']] },
    },
    {
      outlet: 'sound-radio',
      at: '3 12:10',
      title: `A president who reads the tide`,
      categories: ['The world at noon'],
      text: `
        In Lissary it is settled. Paul Devane has told the winner that he lost, and our correspondent there says he did it handsomely.
        So who is Anouk Serre? She has brought eleven thousand ships into Port Virelle and touched bottom once, in fog, in her first year. She tells the story at every meeting. "People trust you more," she says, "when they know which rock it was."
        She will be sworn in on a pilot boat. The guest list has been cut to what the boat can carry, which is nineteen.`,
    },
  ],
};

export const ustaneQuake: EventSheet = {
  id: 'ustane-quake',
  topic: 'world',
  facts: [
    'Day 0, 05:12: earthquake off the coast of Ustane near Port Meren. First given as magnitude 5.9, revised to 5.7.',
    'No deaths. 62 injured on day 0, 71 on day 1. The old market hall falls; it was empty.',
  ],
  articles: [
    {
      outlet: 'agency-north',
      at: '0 07:50',
      title: `Earthquake injures dozens in Port Meren on Ustane coast`,
      categories: ['Ustane', 'earthquake'],
      text: `
        PORT MEREN (Agency North) — An earthquake of magnitude 5.9 shook the coast of Ustane at 05:12, injuring at least 62 people in and around Port Meren, the civil guard said. No deaths were reported.
        The roof of the town's market hall came down half an hour before the traders were due. Most of the injured were hurt by tiles and glass.
        Power was back in four of six districts by seven. A tsunami warning was lifted after forty minutes.`,
    },
    {
      outlet: 'sound-radio',
      at: '0 12:05',
      title: `Port Meren after the quake: soup, blankets, an empty market`,
      categories: ['The world at noon'],
      text: `
        The number that everyone in Port Meren keeps repeating today is half past five. That is when the fish traders unlock the market hall. The earthquake came eighteen minutes earlier, and the roof fell on an empty floor.
        More than sixty people are in hospital, most with cuts and broken bones. Schools are closed, and so is the bridge. Outside the town hall two bakers are giving away everything they have.
        Seismologists at Brannick now put the magnitude at five point seven, a little lower than first thought.`,
    },
    {
      outlet: 'daily-coast',
      at: '0 09:10',
      title: `Dozens hurt as quake shakes Ustane coast`,
      by: 'Agency North',
      categories: ['abroad'],
      wire: { take: 3 },
    },
    {
      outlet: 'agency-north',
      at: '1 08:15',
      title: `Port Meren counts 71 injured, reopens bridge after earthquake`,
      categories: ['Ustane', 'earthquake'],
      text: `
        PORT MEREN (Agency North) — The number of people injured in the earthquake on the coast of Ustane has risen to 71, the civil guard said a day after the shock. Nine are still in hospital.
        Engineers reopened the river bridge to cars. The magnitude has been revised to 5.7 from 5.9.
        The mayor thanked neighbours from four countries for tents and said the town now had more than it needed. "Please send a market hall," he added.`,
    },
  ],
};

export const portsLeague: EventSheet = {
  id: 'ports-league',
  topic: 'world',
  facts: [
    'Day 3: the Nine Ports League agrees in Marhaven that captains must report every lost container within six hours.',
    'About 1,400 containers a year go overboard in its waters by the League’s estimate; Quay & Cargo’s own count of claims is 1,150.',
  ],
  picture: { motif: 'containers', alt: 'Drawing of stacked containers under a harbour crane' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 15:10',
      title: `Nine Ports League agrees to report lost containers within six hours`,
      categories: ['shipping', 'diplomacy'],
      text: `
        MARHAVEN (Agency North) — The countries of the Nine Ports League have agreed that captains must report every container lost at sea within six hours, and that the positions will be public.
        The rule was signed at the League's meeting in Marhaven and takes effect next year. By the League's estimate some 1,400 containers a year go overboard in its waters; until now only dangerous goods had to be declared.
        Carrovia signed after the deadline was moved from three hours to six.`,
    },
    {
      outlet: 'quay-and-cargo',
      at: '3 16:40',
      title: `Six hours to own up: League makes box losses public, insurers cheer quietly`,
      also: ['business'],
      categories: ['Containers', 'Regulation'],
      text: `
        Owners will have six hours from discovery, not from the loss itself, to report a container overboard. That distinction took two of the League's three days.
        Our own count of insurance claims gives 1,150 boxes last year, against the League's estimate of 1,400. The gap is partly empties, which nobody claims, and partly shame.
        Positions go to a public chart run from Marhaven. Insurers expect salvage firms to watch it closely. "Bananas float," one of them told us, "and so do trainers."`,
    },
    {
      outlet: 'harbour-post',
      at: '3 18:30',
      title: `Where the lost boxes go: nine countries promise to say`,
      by: 'Emil Strand',
      categories: ['shipping'],
      text: `
        For as long as there have been containers, some have gone over the side, and for as long as they have gone over the side, nobody has had to mention it. From next year a captain in League waters must say so within six hours.
        The ministers signed in the old Exchange under a painting of a shipwreck. Every year some 1,400 steel boxes slip into these seas, a few of which drift for weeks just under the surface, where fishing boats find them in the dark.
        “My brother-in-law found one at eleven knots,” said the delegate of Ustane. It was, she added, full of garden gnomes.`,
    },
  ],
};
