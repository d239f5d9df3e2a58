import type { EventSheet } from '../event.ts';

export const reserveRate: EventSheet = {
  id: 'reserve-rate',
  topic: 'business',
  facts: [
    'Day 3, 14:00: the Reserve, the central bank, holds its rate at 2.75 % by five votes to two. Inflation 2.4 %.',
    'Governor Ingrid Vale. The two wanted 2.5 %. Next decision in six weeks.',
  ],
  picture: { motif: 'bank', alt: 'Drawing of a columned bank building with a coin in its gable' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 14:02',
      title: `Reserve holds key rate at 2.75 percent`,
      categories: ['central bank', 'economy'],
      text: `
        MARHAVEN (Agency North) — The Reserve, Vennmark's central bank, left its key interest rate at 2.75 percent, as most economists had expected. Five members of the board voted to hold and two to cut by a quarter of a point.
        Inflation stood at 2.4 percent last month, above the target of 2. Governor Ingrid Vale said that wages and rents were "cooling, but not yet cool".
        The crown was little changed. The board meets again in six weeks.`,
    },
    {
      outlet: 'courier',
      at: '3 14:35',
      title: `Two dissenters and a kettle: the Reserve waits another six weeks`,
      by: 'Hedda Quist',
      standfirst: `Rate stays at 2.75 per cent; first split vote in a year`,
      categories: ['Economy'],
      text: `
        For the first time in a year the board of the Reserve was not of one mind. Two of its seven members would have cut the rate to 2.5 per cent. The others kept it where it is.
        Ingrid Vale, the governor, explained the delay with rents, which still rise at 3.9 per cent a year. “You do not take the kettle off because it has gone quiet,” she said.
        Borrowers with a variable mortgage, about one household in three, will notice nothing for now. Markets now put the odds of a cut next time at two in three.`,
    },
    {
      outlet: 'daily-coast',
      at: '3 15:30',
      title: `Mortgage holders wait: Reserve keeps rate at 2.75 per cent`,
      by: 'Agency North',
      categories: ['money'],
      wire: {
        take: 2,
        edits: [['2.75 percent', '2.75 per cent']],
        add: 'Coast Savings in Pellow said that it would leave its own mortgage rates alone as well, and its biscuits at the counter.',
      },
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '3 16:25',
      title: `Leitzins bleibt bei 2,75 Prozent, zwei Stimmen für Senkung`,
      by: 'Gisela Roth',
      categories: ['Wirtschaft'],
      text: `
        Die Reserve lässt den Leitzins unverändert bei 2,75 Prozent. Zwei der sieben Mitglieder des Direktoriums hätten ihn gern gesenkt. Damit müssen Häuslebauer in der Südmark noch mindestens sechs Wochen auf günstigere Kredite warten.
        Gouverneurin Ingrid Vale begründete die Entscheidung mit den Mieten. Bei der Kirnauer Volkskasse nahm man es gelassen. „Unsere Kunden rechnen in Jahrzehnten“, sagte Filialleiter Xaver Pohl, „und in Obst.“`,
    },
    {
      outlet: 'sound-radio',
      at: '3 17:40',
      title: `Reserve holds its rate: what two and three quarters per cent costs you`,
      categories: ['News at half past five'],
      text: `
        The Reserve has left its key rate where it is. If you have a variable loan of two hundred thousand crowns, that means you go on paying about four hundred and sixty a month in interest. A cut would have saved you forty.
        The governor says prices are still rising too fast, above all rents. Two of her colleagues disagreed and said so in the minutes.
        We asked a removals man what he makes of it. "When the rate falls, my back hurts," he said. His back is fine.`,
    },
  ],
};

export const aldsteelFurnace: EventSheet = {
  id: 'aldsteel-furnace',
  topic: 'business',
  facts: [
    'Day 2: Aldsteel in Ostrand will shut blast furnace 2 next year: 340 jobs of its own staff. With contractors 430 (Courier).',
    'Day 3, 16:30: after talks 120 of the 340 get places at the new hydrogen line. Chief executive Per Ravn, works council Hanne Lohr.',
  ],
  picture: { motif: 'furnace', alt: 'Drawing of a steelworks with one glowing furnace' },
  articles: [
    {
      outlet: 'agency-north',
      at: '2 09:05',
      title: `Aldsteel to shut blast furnace in Ostrand, 340 jobs at risk`,
      categories: ['steel', 'jobs'],
      text: `
        OSTRAND (Agency North) — The steelmaker Aldsteel will shut the second of its two blast furnaces in Ostrand next year, the company said. 340 jobs are affected.
        Aldsteel is building a line that makes iron with hydrogen and needs fewer people. "We are not leaving, we are changing the fire," said its chief executive, Per Ravn.
        The works council called a meeting for the evening shift. Its chair, Hanne Lohr, said that nobody would be let go without an offer.`,
    },
    {
      outlet: 'courier',
      at: '2 11:15',
      title: `Furnace closure costs 430 jobs, not 340, if contractors count`,
      by: 'Hedda Quist',
      standfirst: `Aldsteel’s figure leaves out ninety people who wear the same helmet`,
      categories: ['Industry'],
      text: `
        Aldsteel speaks of 340 jobs. The works council's own list, which the Courier has seen, has 430 names. The difference is ninety people from three cleaning and repair firms who have worked at the furnace for eleven years on average.
        The company does not dispute the list. It says the contractors' staff “is not ours to count”.
        The hydrogen line will cost 1.9 billion crowns, a third of it public money. The grant agreement asks Aldsteel to keep “employment on the site”, without saying whose.`,
    },
    {
      outlet: 'quay-and-cargo',
      at: '2 15:00',
      title: `One furnace fewer: what Ostrand’s switch does to ore and coke traffic`,
      categories: ['Bulk', 'Steel'],
      text: `
        Furnace 2 at Ostrand takes 1.1 million tonnes of coking coal a year, two ships a week. From next year they will not come.
        Ore volumes hold, but the grade changes: the hydrogen line wants pellets with 67 percent iron, which Hask can deliver and the present unloader cannot handle without dust covers. Budget for these: 14 million crowns.
        The river authority expects to lose a tenth of its dues. It has asked whether hydrogen comes by barge. For now, it comes by pipe.`,
    },
    {
      outlet: 'harbour-post',
      at: '3 06:00',
      title: `Aldsteel’s night shift listens`,
      by: 'Clara Bonde',
      categories: ['labour'],
      text: `
        Six hundred people stood in the rolling hall at ten last night because there is nowhere else in Ostrand that holds six hundred. Hanne Lohr read out the plan from a forklift. When Aldsteel shuts its second blast furnace, 340 jobs go; when she came to the word hydrogen, somebody asked her to spell it.
        Furnace 2 was lit by a grandmother of a man in the third row, a schoolgirl then, chosen because she had won a prize for handwriting. He has her match.
        There was no shouting. They asked who would train them, and when, and whether it would be on paid time.`,
    },
    {
      outlet: 'agency-north',
      at: '3 16:35',
      title: `Aldsteel offers 120 furnace workers places at hydrogen line`,
      categories: ['steel', 'jobs'],
      text: `
        OSTRAND (Agency North) — Aldsteel has promised 120 of the 340 workers at its second blast furnace a place at the new hydrogen line, the company and the works council said after a day of talks.
        They will be trained on full pay for nine months. For the others there will be early retirement or severance; the details are to be settled by the end of the month.
        "A third is a start," said Hanne Lohr of the works council. "We have two thirds of our voice left."`,
    },
  ],
};

export const canneryBuyout: EventSheet = {
  id: 'cannery-buyout',
  topic: 'business',
  facts: [
    'Day 4, 10:00: the 86 workers of the Pellow Herring Works buy it from its owner’s heirs for 1.2 million crowns.',
    'Each puts in at least 5,000; Merrow Bank lends 700,000. The works had been due to close at the end of the season.',
  ],
  picture: { motif: 'can', alt: 'Drawing of an open tin with a fish on its label' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 10:15',
      title: `Workers buy Pellow herring cannery to keep it open`,
      categories: ['fisheries', 'jobs'],
      text: `
        PELLOW (Agency North) — The 86 workers of the Pellow Herring Works have bought the cannery to prevent its closure. The contract was signed this morning for 1.2 million crowns, both sides said.
        The heirs of its founder had announced that they would close the works at the end of the season. Each worker contributed at least 5,000 crowns; Merrow Bank lent 700,000.
        The new owners elected the forewoman, Tora Tvedt, as manager. She said the first decision had been to mend the roof.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 11:00',
      title: `It’s ours: 86 herring workers sign for the works on Salt Lane`,
      by: 'Nell Harrow',
      categories: ['Pellow', 'business'],
      text: `
        The kettle at the Pellow Herring Works has belonged to the people who drink from it since five past ten this morning. So have the boiler, the lids and the debts.
        Eighty-six names stand on the contract. The oldest is Gudrun Ask, 71, who has packed fillets since she was sixteen and signed first. "I thought I'd be buried with the place," she said. "Now I own a bit of the gate."
        The brass band played, although it had been asked to wait. Packing went on at eleven, because the herring had been landed and does not care who owns what.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 12:35',
      title: `The cannery that bought itself`,
      categories: ['The country at noon'],
      text: `
        Some people bring cake on their last day. In Pellow they brought a cheque. The herring works was meant to close at the end of the season, and today the people who work there bought it.
        It took them seven weeks. They sold two cars, a caravan and a piano, and they held a raffle whose first prize was a year of herring.
        The bank manager, who lent the rest, says he looked at the books for a long time. Then he looked at who was asking.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 18:40',
      title: `Pellow’s cannery has eighty-six owners and one tin opener`,
      by: 'Clara Bonde',
      categories: ['coast'],
      text: `
        There was a moment in the notary's office in Pellow when nobody had a pen. Eighty-six workers patted their aprons. Then the notary lent his, and in forty minutes the herring cannery changed hands eighty-six times.
        The price was 1.2 million crowns, less than the heirs had been offered by a builder of holiday flats. One of them, a dentist in Ostrand, said he had eaten the works' fish every week of his childhood and “could not have looked at a tin again”.
        The new board meets in the canteen. Its minutes will be kept on the back of labels, of which there are four hundred thousand.`,
    },
  ],
};

export const craneArrival: EventSheet = {
  id: 'crane-arrival',
  topic: 'business',
  facts: [
    'Day 2, 06:40: three new cranes for Marhaven pass under the Narrows Bridge with 40 cm to spare at low water. 91 m high.',
  ],
  picture: { motif: 'containers', alt: 'Drawing of a tall harbour crane over containers' },
  articles: [
    {
      outlet: 'quay-and-cargo',
      at: '2 10:00',
      title: `Three cranes, one bridge, forty centimetres`,
      categories: ['Terminals', 'Heavy lift'],
      text: `
        Marhaven's new ship-to-shore cranes cleared the Narrows Bridge at 06:40 with 40 centimetres to spare, at the lowest water of the month and with the booms down.
        The three units, 91 metres high on deck, had waited eight days at anchor for the tide. The master took on 600 tonnes of ballast in the last mile and, as he told us, held his breath.
        They will serve ships of 14,000 boxes from next quarter. Two of the port's oldest cranes go to Port Meren, which needs them more.`,
    },
    {
      outlet: 'metro',
      at: '2 17:05',
      title: `Mind your head! Giant cranes squeeze under the Narrows Bridge`,
      by: 'Kit Barlow',
      categories: ['City'],
      text: `
        Forty centimetres. That's a ruler and a bit, and it's all that stood between three giant cranes and the bridge you drive to work on.
        Hundreds of early birds lined the railing as the ship crept through at dawn. One man reached down and says he touched it. His wife says he didn't.
        The cranes are as tall as the cathedral with a bus on top. The skipper is having a lie-down.`,
    },
  ],
};

export const candleListing: EventSheet = {
  id: 'candle-listing',
  topic: 'business',
  facts: [
    'Day 4, 09:00: the candle maker Tallow & Wick lists on the Marhaven exchange at 18 crowns, closes at 23.40, up 30 %.',
    'It sold 40 % of its shares, for 216 million crowns. A power cut of eleven minutes hit the exchange at the opening bell.',
  ],
  picture: { motif: 'candle', alt: 'Drawing of one lit candle in a plain holder' },
  articles: [
    {
      outlet: 'courier',
      at: '4 10:10',
      title: `Tallow & Wick opens up at 18 crowns and warms quickly`,
      by: 'Hedda Quist',
      standfirst: `A 160-year-old candle maker comes to market`,
      categories: ['Markets'],
      robots: 'nosnippet',
      text: `
        Shares in Tallow & Wick began trading at 18 crowns and stood at 21 an hour later. The family keeps 60 per cent.
        The money, 216 million crowns, will pay for a second factory and for leaving paraffin, which the company intends to do within six years. Its best customers, surprisingly, are people under thirty.
        Analysts had thought the price ambitious for a business that makes light the way it was made in the days of sail. Its margin is 19 per cent. The power company's is 11.`,
    },
    {
      outlet: 'agency-north',
      at: '4 17:05',
      title: `Candle maker Tallow & Wick ends first trading day up 30 percent`,
      categories: ['stock exchange'],
      text: `
        MARHAVEN (Agency North) — Shares in the candle maker Tallow & Wick closed at 23.40 crowns on their first day on the Marhaven exchange, 30 percent above the issue price.
        Trading was interrupted for eleven minutes after the opening by a power cut in the building. The company's chair, Agda Wick, had brought samples, and the floor was lit within a minute.
        The offering raised 216 million crowns. It was the largest in Vennmark this year.`,
    },
    {
      outlet: 'metro',
      at: '4 18:20',
      title: `Lights out at the stock exchange, so candle boss hands out candles`,
      by: 'Kit Barlow',
      categories: ['Money'],
      text: `
        You could not make it up, and Agda Wick says she didn't.
        The candle queen, 77, was ringing in her firm's first day on the exchange when the power went. Eleven minutes of pitch dark. Out of her handbag came two dozen best beeswax.
        "I never travel without," she told Metro. Traders cheered, the shares shot up, and the electricity firm, also listed, slipped two per cent. Cause of the cut: a squirrel. He is fine.`,
    },
  ],
};
