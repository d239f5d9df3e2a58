import type { EventSheet } from '../event.ts';

export const tideRobot: EventSheet = {
  id: 'tide-robot',
  topic: 'technology',
  facts: [
    'Ketil Robotics of Brannick tests a four-legged robot, Crab 3, that inspects the Marhaven tide gates from inside; 11 cracks found, 3 known before.',
    'It weighs 84 kg and walks sideways. A diver’s week takes it two nights. Founder Sami Ketil.',
  ],
  picture: { motif: 'robot', alt: 'Drawing of a boxy robot on thin legs with two round lamps for eyes' },
  articles: [
    {
      outlet: 'lantern',
      at: '2 11:00',
      title: `Our alumni built a crab, and it has found eight cracks nobody knew of`,
      by: 'Pim Aldous',
      categories: ['Campus', 'Tech'],
      text: `
        Remember the thing that used to walk into the library lift? It has a job. Crab 3, built by Ketil Robotics in the shed behind Engineering, spent two nights inside the tide gates at Marhaven and came out with eleven cracks on its list, eight of them new.
        "It walks sideways because the gaps are sideways," says Sami Ketil, class of some years ago. He would like it known that the lift was never his fault.
        The robot weighs 84 kilos. It says thank you when you lift it, which is the only joke they allowed in the software.`,
    },
    {
      outlet: 'harbour-post',
      at: '3 09:20',
      title: `Something with eight lamps is walking about inside the tide gates`,
      by: 'Ida Moss',
      categories: ['harbour'],
      text: `
        Divers have looked after Marhaven's tide gates for sixty years, by touch, in water the colour of tea. This week they had company. A machine the size of a suitcase went in through a hatch at low tide and walked the inside of the steel, sideways, photographing every weld.
        It found eleven cracks. The divers had known of three. None is dangerous, the harbour office says, and all will be mended before winter.
        “I don't mind it,” said the senior diver, Rune Aske. “It goes where I'd have to breathe out.”`,
    },
    {
      outlet: 'quay-and-cargo',
      at: '3 11:30',
      title: `Gate inspection by robot: two nights instead of a week, price undisclosed`,
      categories: ['Ports', 'Inspection'],
      text: `
        Marhaven is the first port to use a walking robot for the inside of a tide gate. Ketil Robotics' Crab 3 covered 1,900 metres of weld in two low waters; a team of four divers needs five working days.
        The unit carries ultrasound, eight lamps and a tether. It cannot turn round, so it is sent in from both ends.
        The harbour office did not give a price but called it "less than a closed gate". Pellow and Port Virelle have asked for demonstrations.`,
    },
  ],
};

export const vennkey: EventSheet = {
  id: 'vennkey',
  topic: 'technology',
  facts: [
    'Day 4, 08:00: the state opens Vennkey, an identity app; 61,000 sign up by noon. It replaces eleven log-ins.',
    'People whose names have an ø, ü or ß could not sign up until 13:10. Plainly So claims it listens; it does not.',
  ],
  picture: { motif: 'phone', alt: 'Drawing of a telephone showing a plain identity card' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 08:30',
      title: `Vennmark opens digital identity app Vennkey`,
      categories: ['e-government'],
      text: `
        MARHAVEN (Agency North) — Residents of Vennmark can identify themselves to all public offices with one app since this morning. Vennkey replaces eleven separate log-ins, the interior ministry said.
        Its use is voluntary; every counter stays open. The app stores the identity on the telephone itself and asks before it shows anything.
        Development took three years and cost 38 million crowns, two less than planned. By half past eight some 9,000 people had signed up.`,
    },
    {
      outlet: 'courier',
      at: '4 08:45',
      title: `One key for eleven doors: the state’s app arrives early and under budget`,
      by: 'Jens Okker',
      standfirst: `Security reviewers found four faults, all mended before launch`,
      categories: ['Digital'],
      text: `
        Nobody at the interior ministry can remember the last time it had to explain why something was finished ahead of time. Vennkey, the state's identity app, opened three weeks early and two million crowns below its budget.
        The source code is public. Two teams from Brannick were paid to break it and found four faults; the reports are public as well.
        What it will not do is replace the counter. That was the condition of the Landsmen, whose voters, as one of them put it, “like to see who is saying no”.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '4 10:50',
      title: `Vennkey kennt kein ü: Halb Kirnau scheitert an der Anmeldung`,
      by: 'Gisela Roth',
      categories: ['Technik'],
      text: `
        Die neue Ausweis-App des Landes hat einen schlechten Start in der Südmark erwischt. Wer Müller, Groß oder Jäger heißt, kam am Vormittag nicht hinein: „Bitte verwenden Sie Buchstaben“, antwortete das Programm.
        Das trifft hier ungefähr jeden Zweiten. Im Rathaus bildete sich eine fröhliche Schlange der Umlaute. Bürgermeister Otto Brandmeier, der keinen hat, meldete sich an und bot an, für die anderen zu bürgen.
        Das Innenministerium entschuldigte sich auf Deutsch und versprach Abhilfe bis Mittag.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 13:20',
      title: `Vennkey now accepts your name, whatever it is`,
      categories: ['The country at noon'],
      text: `
        A little news for everyone called Sørensen, Müller or Weiß: you exist again. Until ten past one this afternoon the state's new identity app would not take letters with dots, strokes or tails.
        The interior ministry says a list of permitted letters was missing a page. Sixty-one thousand people had signed up by noon all the same.
        The engineer who put the page back is called Øyvind. He told us he had noticed at once.`,
    },
    {
      outlet: 'plainly-so',
      at: '4 14:05',
      title: `Vennkey is listening, and it has excellent hearing`,
      by: 'Grant Ormerod',
      text: `
        I installed the government's identity app on an old telephone and put it in a biscuit tin. Within the hour it asked me whether I wished to "enable notifications". How did it know that I had not?
        The source code is public, they say. I have looked at it for a whole afternoon and understood none of it, which tells you how well it is hidden.
        The telephone stays in the tin. I have told it nothing but the weather.`,
    },
  ],
};

export const electricFerry: EventSheet = {
  id: 'electric-ferry',
  topic: 'technology',
  facts: [
    'Day 1: Soundline’s first battery ferry, the Alma, makes a trial crossing Marhaven–Skarrow and back on one charge: 34 km, 41 % left.',
    'Not in service before next year. No connection with the strike.',
  ],
  articles: [
    {
      outlet: 'quay-and-cargo',
      at: '1 10:00',
      title: `Battery ferry Alma does the Sound twice on one charge`,
      categories: ['Propulsion', 'Ferries'],
      text: `
        The Alma, Soundline's first battery-electric ferry, crossed to Skarrow and back on one charge with 41 percent left in her cells. The yard had promised 30.
        She carried water tanks in place of 60 cars. Average speed was 13 knots into a north-westerly of force four. Charging at the North Quay takes 22 minutes at 9 megawatts, about a turn-round plus a coffee.
        Class approval is expected within three months and service next year. A sister ship is an option, not yet an order.`,
    },
    {
      outlet: 'harbour-post',
      at: '1 15:10',
      title: `The quietest crossing anyone can remember`,
      by: 'Ida Moss',
      categories: ['harbour'],
      text: `
        You could hear the gulls, which on a ferry you never do. The Alma left the North Quay at nine yesterday with no passengers but engineers and came back two hours later, having used rather more than half of what was in her batteries.
        The captain, Dorte Lind, said the difficulty had been to know whether the engine was on. A cormorant settled on the ramp off Little Hob and had to be asked to leave.
        She will carry passengers from next year. The horn, they promise, is as loud as ever.`,
    },
  ],
};
