import type { EventSheet } from '../event.ts';

export const ferryWalkout: EventSheet = {
  id: 'ferry-walkout',
  topic: 'world',
  twinOf: 'ferry-ballot',
  facts: [
    'Day 4, 04:00: about 900 Soundline deckhands stop work; the conciliator counts 904. First walkout since 1998.',
    'Lantern first prints 1,200, the union’s whole membership with pensioners, and corrects it on day 5.',
    'Agency North first says that volunteers help to run the two boats; only officers do, and it says so at 11:20.',
    'Two of eleven routes run: the hospital boat Marhaven–Skarrow and the mail boat to Corrick. 31,000 passengers a day.',
    'Day 4, 15:00: conciliator Mette Sorn calls both sides to the Customs House. Fishing boats carry 140 pupils of Little Hob.',
    'Day 5, 03:10: agreement. 7.5 % over two years, eleven hours of rest from the new timetable. First boat from Skarrow 06:10.',
    'Plainly So is wrong twice: no ferry was sold (Soundline denies it to Agency North), and the strike did not end because of it.',
  ],
  picture: { motif: 'ferry', alt: 'Drawing of a ferry lying at a quay under a pale sky, its ramp closed' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 04:14',
      title: `Ferry deckhands stop work on the Sound`,
      categories: ['labour', 'ferries'],
      text: `
        MARHAVEN (Agency North) — Deckhands of the ferry company Soundline stopped work at 04:00 after talks on pay and rest broke down overnight, their union said.
        About 900 crew members left their ships or did not board them. Nine of the company's eleven routes across the Sound were cancelled. It is the first walkout of deckhands since 1998.
        The hospital boat between Marhaven and Skarrow and the mail boat to Corrick are running with officers and volunteers.
        Soundline carries 31,000 passengers on a usual day. The company advised travellers to stay at home and said tickets would stay valid for a month.`,
      changed: {
        at: '4 11:20',
        text: `
          MARHAVEN (Agency North) — Deckhands of the ferry company Soundline stopped work at 04:00 after talks on pay and rest broke down overnight, their union said.
          About 900 crew members left their ships or did not board them. Nine of the company's eleven routes across the Sound were cancelled. It is the first walkout of deckhands since 1998.
          The hospital boat between Marhaven and Skarrow and the mail boat to Corrick are running with officers only.
          Soundline carries 31,000 passengers on a usual day. The company advised travellers to stay at home and said tickets would stay valid for a month.
          Correction: an earlier version of this report said that volunteers were on board the two boats. Soundline does not let volunteers sail.`,
      },
    },
    {
      outlet: 'harbour-post',
      at: '4 05:05',
      title: `Ferry crews walk out across the Sound`,
      by: 'Ida Moss',
      standfirst: `Nine routes cancelled as talks on rest between shifts fail in the small hours`,
      categories: ['labour', 'ferries'],
      text: `
        About 900 deckhands stopped work at 04:00, the first walkout since 1998. On the North Quay they did it quietly: the last lines were made fast, the lamps on the ramps went out, and the crews of four ferries walked up the hill together with their bags.
        Soundline cancelled nine of its eleven routes. At the ticket office a hand-written sheet told early travellers to keep their tickets, which will be good for a month.
        The talks had gone on in the Customs House until shortly before three. They failed over eleven hours: the rest that the crews want between two shifts, and that the company says its timetable cannot bear before the autumn.
        “We do this with a heavy heart and an empty thermos,” said Nils Aune, who has worked the Skarrow boat for twenty-two years. On the isles, shops opened as usual. The bread had come over on the last boat.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 05:40',
      title: `No ferries this morning: deckhands stop work on the Sound`,
      by: 'Agency North',
      categories: ['traffic'],
      wire: {
        take: 4,
        edits: [['The company advised travellers', 'Soundline advised travellers']],
        add: 'Coast Buses will run its first service from Pellow as far as the North Quay, where it will turn round.',
      },
    },
    {
      outlet: 'sound-radio',
      at: '4 06:00',
      title: `Ferries stand still, two routes stay open`,
      categories: ['News at six'],
      text: `
        Good morning. If you were going to cross the Sound today, you most likely will not. Crews on the Soundline ferries have been on strike for two hours.
        The operator said two of eleven routes would run "until further notice". They are the hospital boat to Skarrow, which takes patients and visitors only, and the mail boat to Corrick.
        Our reporter on the North Quay, Sune Falkner, counts four ferries, no queue, and one man asleep on his suitcase. The union's chair, Ida Brandt, told us that crews would meet every ambulance. "Nobody will be ill alone on an island because of us," she said.
        We will read the list of cancelled sailings every half hour.`,
    },
    {
      outlet: 'metro',
      at: '4 06:20',
      title: `The Sound of silence: no boats, no date, no tea`,
      by: 'Kit Barlow',
      categories: ['Travel'],
      text: `
        Stay in bed. The ferries are off.
        Some 900 deckhands downed ropes at four this morning and nine routes are dead in the water. Boss Rolf Hagen says the office door is open. "And the kettle is on," he told Metro. The crews say the kettle has been on for nine years.
        Stranded at the North Quay: a bride from Skarrow with a dress bag, a choir of eleven, and a goat with a ticket. The bride got the last seat on the hospital boat after the matron ruled that nerves are a medical condition.
        Got a ticket? It lasts a month. Got a boat? Ring us.`,
    },
    {
      outlet: 'courier',
      at: '4 06:35',
      title: `Soundline strike begins with 900 deckhands and a gap of four points`,
      by: 'Hedda Quist',
      standfirst: `Union asks 9 per cent, company offers 5; rest clause is the harder half`,
      categories: ['Labour'],
      also: ['business'],
      text: `
        Four percentage points and eleven hours separate Soundline from its deckhands, 900 of whom began an open-ended strike at 04:00.
        The union asks for 9 per cent over two years; the company has offered 5. According to papers seen by the Courier, the gap in money would cost 6.2 million crowns a year. The rest clause would require three additional crews and, in the company's reckoning, twice that sum.
        The state holds a third of the shares. The finance ministry said it “sees no role for the shareholder at this hour”.
        Each day of standstill costs Soundline about 1.1 million crowns in fares. The last walkout, in 1998, lasted six days and ended with a conciliator.`,
    },
    {
      outlet: 'lantern',
      at: '4 06:50',
      title: `1,200 ferry deckhands walk out, and half of Brannick is on the wrong side of the Sound`,
      by: 'Juno Sayle',
      categories: ['Campus', 'News'],
      text: `
        Since four this morning 1,200 deckhands of the ferry company Soundline have been on strike, and the boat that brings a third of our island students across the Sound is tied up with two very tidy knots. If your nine o'clock lecturer lives on Skarrow, you may turn over.
        We rang the union at six and, to our surprise, its chair picked up. "We have been patient for nine years," said Ida Brandt. "We were patient when the boats got bigger and the crews got smaller. Now we are going to be patient on land."
        The university will not count absences today. The refectory has forty beds' worth of yoga mats and a sense of occasion. Bring your own pillow.`,
      changed: {
        at: '5 06:40',
        title: `Correction: 900 deckhands were on strike, not 1,200`,
        text: `
          Correction: an earlier version of this article said that 1,200 deckhands were on strike. The number of strikers was about 900. We took the union's full membership, which includes its pensioners, for the crews on shift. The conciliator's office counted 904. We are sorry, and we have bought our news editor an abacus.
          If your nine o'clock lecturer lived on Skarrow, you could turn over: the boat that brings a third of our island students to campus stayed tied up all day with two very tidy knots.
          We rang the union at six and, to our surprise, its chair picked up. "We have been patient for nine years," said Ida Brandt. "We were patient when the boats got bigger and the crews got smaller. Now we are going to be patient on land."
          The university did not count absences. Eleven people used the yoga mats.`,
      },
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '4 07:05',
      title: `Rund 900 Decksleute legen den Fährverkehr auf dem Sund lahm`,
      by: 'Hanna Lerch',
      categories: ['Verkehr'],
      text: `
        Auf dem Sund fahren seit vier Uhr früh fast keine Fähren mehr. Rund 900 Decksleute der Reederei Soundline haben die Arbeit niedergelegt, neun von elf Linien fallen aus. Es ist der erste Ausstand seit 1998.
        Die Nachtgespräche im Zollhaus von Marhaven scheiterten an der Ruhezeit: Die Gewerkschaft fordert elf Stunden zwischen zwei Schichten, die Reederei will darüber erst im Herbst reden.
        „Wir waren neun Jahre lang geduldig“, sagte Gewerkschaftschefin Ida Brandt. Krankenschiff und Postboot verkehren weiter. In der Kirnauer Kühlhalle liegen unterdessen, wie vorsorglich geplant, siebzig Tonnen Äpfel.`,
    },
    {
      outlet: 'plainly-so',
      at: '4 07:20',
      title: `Ask yourself who already bought the ferries`,
      by: 'Grant Ormerod',
      text: `
        They want you to look at the deckhands. Look at the paint instead. Two Soundline ferries were seen last week with fresh blue funnels, and blue, as anyone who has been on holiday knows, is the colour of the Carrovian state line.
        I put it to you plainly: the fleet has been sold abroad, the strike is theatre, and the "rest clause" is the rest of us being left on the quay.
        I asked Soundline whether it denies this. Its press office said that it does, that the paint is an undercoat, and that I had called the canteen. Draw your own conclusions.`,
    },
    {
      outlet: 'quay-and-cargo',
      at: '4 11:10',
      title: `Sound strike: 260 lorries held at Marhaven, fish and apples first to feel it`,
      also: ['business'],
      categories: ['Ro-ro', 'Labour'],
      text: `
        By ten o'clock the North Quay had 260 lorries in the queue lanes, against about 40 on a normal weekday, the port authority told Quay & Cargo. A quarter of them carry chilled goods.
        Soundline's two running vessels have no vehicle deck. The alternative by road, over Fell Pass into Carrovia and back by the Skarrow causeway, is 410 kilometres and has been blocked by a rockfall since 08:25.
        Forwarders report quotes of 2,900 crowns for a 40-foot unit to Skarrow by barge, three times last week's rate. Fish merchants on the isles have begun to ice their catch at sea and land it at Pellow.
        Port captain Une Rask has opened Shed 9 for trailers that need power. It was full in fifty minutes.`,
    },
    {
      outlet: 'agency-north',
      at: '4 13:35',
      title: `Conciliator calls both sides in ferry strike to Customs House`,
      categories: ['labour', 'ferries'],
      text: `
        MARHAVEN (Agency North) — The state conciliator, Mette Sorn, has called the ferry company Soundline and the Deckhands’ Union to a meeting at 15:00, nine and a half hours into the strike on the Sound.
        Ms. Sorn said she had counted 904 crew members on strike. She asked both sides to bring "one page each, and a pencil".
        Union and company accepted. "We will come, and we will bring the pencil," said the company's chief executive, Rolf Hagen. Asked about a blog, Soundline denied that the fleet had been sold abroad.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 14:10',
      title: `Strike talks at three: conciliator calls both sides to Customs House`,
      by: 'Agency North',
      categories: ['traffic'],
      wire: {
        nth: 2,
        add: 'Pellow harbour has taken in eleven fishing boats from the isles since morning, and its ice plant is running a second shift.',
      },
    },
    {
      outlet: 'sound-radio',
      at: '4 16:25',
      title: `Ferry strike: how the children of Little Hob got home`,
      categories: ['The afternoon'],
      text: `
        School finished at one on Little Hob, and because of the strike on the Sound there was no ferry. At ten past one there were nine boats: trawlers, two crabbers, and the lifeboat, which had business that way in any case.
        Between them they took one hundred and forty pupils home to three islands. Nobody had organised it. Skipper Berit Nord says she simply saw the satchels on the quay and put the kettle away.
        The teachers counted twice. One boy of seven was counted three times, because he had gone back for another ride.`,
    },
    {
      outlet: 'metro',
      at: '4 17:45',
      title: `Strikers wave bride off: she made it, and so did the cake`,
      by: 'Kit Barlow',
      categories: ['Travel'],
      text: `
        Remember the bride with the dress bag? She's married.
        Tove Ness, 29, reached Skarrow church with four minutes in hand after the hospital boat put her ashore at the lifeboat slip. Her three-tier cake followed by crabber. Striking deckhands lined the wall and cheered.
        "One of them caught the bouquet," said Tove. "He looked terrified."
        Talks are on at the Customs House tonight. The goat is still in Marhaven.`,
    },
    {
      outlet: 'agency-north',
      at: '5 03:32',
      title: `Ferry strike on the Sound ends with deal on pay and rest`,
      categories: ['labour', 'ferries'],
      text: `
        MARHAVEN (Agency North) — The ferry strike on the Sound is over. Soundline and the Deckhands’ Union signed an agreement at 03:10, after twelve hours of talks, the conciliator said.
        Crews will get 7.5 percent over two years. From the start of the next timetable they will have eleven hours of rest between shifts, for which the company will hire three crews.
        The first ferry will leave Skarrow at 06:10. Soundline expects all eleven routes to be running by noon.
        "It is a good page," said conciliator Mette Sorn. "It has both their handwriting on it."`,
    },
    {
      outlet: 'harbour-post',
      at: '5 04:50',
      title: `Ferries return at dawn as both sides sign for eleven hours’ rest`,
      by: 'Ida Moss',
      standfirst: `Deckhands accept 7.5 per cent over two years`,
      categories: ['labour', 'ferries'],
      text: `
        The page that ended the walkout is stained with tea at one corner. It gives the deckhands of the Sound 7.5 per cent over two years and, from the next timetable, eleven hours ashore between two shifts.
        It was signed at ten past three in the Customs House by two people who had hardly sat down since the afternoon. Rolf Hagen of Soundline said the company would take on three crews and find the money “where we found it difficult to look before”. Ida Brandt asked for the pencil as a keepsake.
        On the North Quay the lamps on the ramps came back on a little before five. Nils Aune was there early. He had filled the thermos.`,
    },
    {
      outlet: 'daily-coast',
      at: '5 05:30',
      title: `Ferries back from 06:10: strike ends with deal on pay and rest`,
      by: 'Agency North',
      categories: ['traffic'],
      wire: { nth: 3, take: 3, add: 'Coast Buses goes back to its usual timetable with the 07:15 from Pellow.' },
    },
    {
      outlet: 'sound-radio',
      at: '5 06:00',
      title: `The boats are back: all routes by noon`,
      categories: ['News at six'],
      text: `
        Good morning. You can cross the Sound again. In ten minutes the first ferry leaves Skarrow, and by noon all eleven routes should be open.
        The strike lasted twenty-three hours and ten minutes. The union's chair, Ida Brandt, says she will sleep first and read the agreement again afterwards. "I know what it says," she told us. "I want to hear how it sounds in daylight."
        Tickets from yesterday are good for a month. And for everyone who wrote to ask: the goat travels at seven.`,
    },
    {
      outlet: 'courier',
      at: '5 06:25',
      title: `What the ferry deal costs: 7.5 per cent, three crews, no fare rise this year`,
      by: 'Hedda Quist',
      standfirst: `Soundline puts the bill at nine million crowns`,
      categories: ['Labour'],
      also: ['business'],
      text: `
        Soundline's agreement with its deckhands will cost nine million crowns a year once the rest clause applies, the company told the Courier. Wages account for five of them, the three new crews for the rest.
        Fares will stay as they are this year. The board has agreed to postpone a terminal café on Corrick.
        The conciliator's count settled another figure: 904 people took part, two thirds of the deck staff. The union confirmed it.
        The one-day strike cost the company about 1.1 million crowns in fares, less than the café.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '5 07:10',
      title: `Fährstreik beendet: Decksleute bekommen 7,5 Prozent und elf Stunden Ruhe`,
      by: 'Hanna Lerch',
      categories: ['Verkehr'],
      text: `
        Die Fähren auf dem Sund fahren wieder. Reederei und Gewerkschaft einigten sich um zehn nach drei auf 7,5 Prozent mehr Lohn in zwei Jahren und auf die umstrittene Ruhezeit, die mit dem nächsten Fahrplan gilt.
        Bis Mittag sollen alle elf Linien verkehren. Die siebzig Tonnen Äpfel aus der Kirnauer Kühlhalle gehen laut Obsthändler Veit Ammer noch am Vormittag auf den Weg: „Ein Tag hat ihnen nichts getan. Mir schon.“`,
    },
    {
      outlet: 'plainly-so',
      at: '5 07:30',
      title: `So the strike ended the moment I wrote about it`,
      by: 'Grant Ormerod',
      text: `
        Yesterday at 07:20 this page asked who had bought the ferries. Twenty hours later there was suddenly an "agreement". I do not say that I ended the strike. I say that it ended, and that I had written.
        The funnels are still blue. A reader sends a photograph in which they look grey, but the photograph was taken this morning, when they had every reason to.`,
    },
  ],
};
