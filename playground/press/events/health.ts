import type { EventSheet } from '../event.ts';

export const spaVirus: EventSheet = {
  id: 'spa-virus',
  topic: 'health',
  facts: [
    'Day 2: 43 guests of the Pellow baths fall ill with norovirus; the warm pool is closed. Day 4: 61, nobody gravely ill; source: the lemonade bar’s ice machine.',
    'Metro says “hundreds”; the figure was 43. Public health officer Karin Holt. Reopens after 48 hours without a new case.',
  ],
  articles: [
    {
      outlet: 'daily-coast',
      at: '2 10:20',
      title: `Warm pool shut at Pellow baths as 43 guests fall ill`,
      by: 'Nell Harrow',
      categories: ['Pellow', 'health'],
      text: `
        The warm pool at the Pellow baths was closed at eight this morning after 43 guests reported sickness within a day and a half. Tests point to norovirus, the public health office said.
        Nobody is in danger. Two people were kept in hospital overnight for fluids, and one of them has asked for a better book.
        Dr Karin Holt, who runs the office, wants anyone who was at the baths and feels unwell to stay at home for two days. The cold pool is open. It had four swimmers, none of whom had heard.`,
    },
    {
      outlet: 'agency-north',
      at: '2 12:10',
      title: `Norovirus closes part of spa in Pellow, 43 ill`,
      categories: ['health'],
      text: `
        PELLOW (Agency North) — 43 guests of the public baths in the seaside town of Pellow have fallen ill with norovirus, health officials said. One pool was closed and is being disinfected.
        The illness usually passes within three days. The source had not been found; water samples taken yesterday were clean.
        The baths have about 1,100 visitors a day at this time of year. Officials were ringing those who had booked by name.`,
    },
    {
      outlet: 'metro',
      at: '2 15:30',
      title: `Hundreds hit as bug turns spa break sour`,
      by: 'Kit Barlow',
      categories: ['Health'],
      text: `
        They came to relax. They left in a hurry.
        Norovirus, a tummy bug, has swept the posh baths at Pellow and laid hundreds low. Hen party guest Mia, 31, says five of her eight friends are "never looking at a lemon again". She blames the lemonade.
        The warm pool is shut. The spa is handing out refunds, and paper bags. Top tip from the doc: wash your hands with soap. Gel won't do it.`,
    },
    {
      outlet: 'agency-north',
      at: '4 10:05',
      title: `Ice machine was source of Pellow outbreak; 61 ill in all`,
      categories: ['health'],
      text: `
        PELLOW (Agency North) — The norovirus outbreak at the Pellow baths came from an ice machine at the lemonade bar, the public health office said. The number of people taken ill has risen to 61 from 43; all are recovering.
        The machine has been taken out of use. The warm pool may open again once 48 hours have passed without a new case, which could be tomorrow evening.
        "The water was never the problem," said the health officer, Karin Holt. "It was the frozen water."`,
    },
    {
      outlet: 'daily-coast',
      at: '4 12:30',
      title: `It was the ice: baths may reopen warm pool tomorrow evening`,
      by: 'Nell Harrow',
      categories: ['Pellow', 'health'],
      text: `
        One of the hen party had it right on the first day: it was the lemonade. More exactly, it was the ice in it, from a machine behind the bar.
        Swabs from that machine matched those of the patients, of whom there are now 61. The last new case was on the evening before yesterday.
        The baths will give every affected guest a free day and, the manager promised, a hot drink. The hen party has been invited back as a body. It is thinking about it.`,
    },
  ],
};

export const nightWard: EventSheet = {
  id: 'night-ward',
  topic: 'health',
  facts: [
    'Day 3, 12:30: the hospital in Tollern closes its emergency ward at night from next month; nearest 94 km, Hask 120.',
    'Three doctors for nine posts. Chief physician Ove Marsh. 14 cases a night on average (ministry says 9).',
  ],
  picture: { motif: 'hospital', alt: 'Drawing of a small hospital with a lit cross' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 13:05',
      title: `Tollern hospital to close emergency ward at night`,
      categories: ['hospitals'],
      text: `
        TOLLERN (Agency North) — The hospital in the mining town of Tollern will close its emergency ward between 22:00 and 07:00 from next month because it cannot find doctors. The next one open at night is 94 kilometres away.
        Three of nine posts are filled, the hospital said. The health ministry offered a helicopter on call.
        The ministry counts nine patients on an average night. "We see fourteen," said the chief physician, Ove Marsh. "Perhaps five of them are shy."`,
    },
    {
      outlet: 'sound-radio',
      at: '3 17:15',
      title: `A night with the last three doctors of Tollern`,
      categories: ['The afternoon'],
      text: `
        Ove Marsh has slept in his office two hundred and eleven times this year. He keeps count on the wall, in the manner of prisoners, and says that it is a joke.
        From next month his emergency ward will be dark at night. He signed the order himself. "Three tired doctors are more dangerous than ninety-four kilometres," he told our reporter. "I worked it out. I did not like the answer."
        At the bakery, which opens at four, they have begun a list of people who own fast cars and do not drink.`,
    },
    {
      outlet: 'harbour-post',
      at: '3 20:10',
      title: `Ninety-four kilometres from Tollern to the nearest light`,
      by: 'Emil Strand',
      categories: ['health'],
      text: `
        We drove it, after dark, at the speed that one would. It took an hour and sixteen minutes to get from the hospital in Tollern to the next one that will be open at night, and in the last third there was no signal.
        The county has advertised six posts for doctors for two years. It offers a house. Four people have come to look; one of them stayed for the skiing and left with the snow.
        Alma Osk, the health minister, calls the closure “a defeat, and I would rather say so”. She will be in Tollern next week, by road.`,
    },
    {
      outlet: 'courier',
      at: '4 05:40',
      title: `Tollern is the fourth: where rural hospitals close at night`,
      by: 'Margit Olander',
      standfirst: `A list that the health ministry keeps but does not publish`,
      categories: ['Health'],
      text: `
        Tollern will be the fourth emergency ward in two years to close at night, according to a list of the health ministry. Seven more are marked yellow.
        The common cause is not money. The budget for the posts exists and is returned unspent each winter: 41 million crowns at the last count. What is missing is 112 doctors who wish to live more than an hour from a theatre.
        Ministry and counties will meet on the matter next month. One proposal would let student debts lapse after five years in the north.`,
    },
  ],
};

export const freeSpectacles: EventSheet = {
  id: 'free-spectacles',
  topic: 'health',
  facts: [
    'Day 3, 09:00: health minister Alma Osk announces free spectacles for everyone under 18, from the next school year. Cost 52 million crowns a year.',
    'One child in six needs them; one in eleven of these has none. Choice of twelve frames.',
  ],
  picture: { motif: 'spectacles', alt: 'Drawing of a pair of round spectacles' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 09:15',
      title: `Vennmark to give free spectacles to under-18s`,
      categories: ['health policy'],
      text: `
        MARHAVEN (Agency North) — Children and young people under 18 will get spectacles free of charge from the next school year, the health minister, Alma Osk, announced. The programme will cost 52 million crowns a year.
        One child in six needs spectacles, the ministry said, and one in eleven of these has none, mostly because of the price.
        Eye tests will be held in schools twice a year. Families can choose from twelve frames or pay the difference for another.`,
    },
    {
      outlet: 'courier',
      at: '3 11:40',
      title: `Spectacles for every pupil: 52 million crowns, and opticians who approve`,
      by: 'Margit Olander',
      standfirst: `The trade expects to sell more, not less`,
      categories: ['Health'],
      text: `
        It is rare that a trade welcomes a programme to give away what it sells. The guild of opticians did so within minutes of the minister's announcement, and for a reason: it will be paid by the pair, at 310 crowns.
        Alma Osk found the 52 million in the school book fund, which has a surplus since half the books moved to screens. “There is a certain logic in it,” the minister remarked.
        Harbour Labour wants adults on low pay included. That would cost three times as much.`,
    },
    {
      outlet: 'lantern',
      at: '3 14:20',
      title: `Free spectacles for under-18s come two years too late for this editor`,
      by: 'Juno Sayle',
      categories: ['Health'],
      text: `
        The health minister is going to give free spectacles to everyone under 18, and we applaud it from behind frames held together with a paper clip.
        At our office of seven, five wear glasses, and three got their first pair late, from a cousin. "I thought trees were just like that," said our sports editor. "Green, with no details."
        The Students' Union wants the scheme stretched to the end of a first degree. Lottie Fenn, its president, says lecturers are often seen to best advantage in soft focus, but essays are not.`,
    },
    {
      outlet: 'sound-radio',
      at: '3 15:25',
      title: `Free spectacles: twelve frames, and the children who chose them`,
      categories: ['The afternoon'],
      text: `
        From the next school year, the health minister said this morning, spectacles for children will be free. But who decided what they look like? Not the ministry, it turns out. It asked a panel of ninety children between six and seventeen.
        They threw out thirty-one frames for being, in the words of the minutes, "for grandads", and one for being "too cool, it will get stolen". Twelve were left. The most popular is round and green.
        The minister has ordered it for herself. She is paying.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '3 16:50',
      title: `Brillen für alle unter 18 werden kostenlos`,
      by: 'Gisela Roth',
      categories: ['Gesundheit'],
      text: `
        Kinder und Jugendliche bekommen ab dem nächsten Schuljahr ihre Brille vom Staat. Gesundheitsministerin Alma Osk stellte das Vorhaben am Morgen vor; es soll 52 Millionen Kronen im Jahr kosten.
        Optikermeisterin Traudl Kern aus der Mühlgasse kennt den Bedarf: „Ich habe eine Schublade voll Brillen, die ich heimlich halb verschenkt habe. Die Schublade kann ich jetzt schließen.“ Zur Auswahl stehen zwölf Gestelle. In Kirnau rechnet man mit rund neunhundert Kindern.`,
    },
  ],
};

export const mackerelRecall: EventSheet = {
  id: 'mackerel-recall',
  topic: 'health',
  facts: [
    'Day 4, 09:30: Brine & Sons of Ostrand recalls smoked mackerel, batch B-117, for listeria: 4,200 packets. Nobody ill.',
    'Sold in four counties. Has nothing to do with the Pellow Herring Works.',
  ],
  picture: { motif: 'can', alt: 'Drawing of a tin with a fish on its label' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 09:50',
      title: `Smoked mackerel recalled over listeria`,
      categories: ['food safety'],
      text: `
        OSTRAND (Agency North) — The fish company Brine & Sons has recalled 4,200 packets of smoked mackerel after a sample tested positive for listeria. No illness has been reported.
        The recall concerns packets of 200 grams with the batch number B-117, sold in four counties in the past week. They should not be eaten, the food authority said, and can be returned without a receipt.
        Pregnant women and older people who have eaten the fish and develop a fever should see a doctor.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 10:35',
      title: `Check the fridge: smoked mackerel recalled in four counties`,
      by: 'Agency North',
      categories: ['consumer'],
      wire: { add: 'The Pellow Herring Works, which is not connected with Brine & Sons, asks us to say so. Gladly.' },
    },
    {
      outlet: 'metro',
      at: '4 11:15',
      title: `Holy mackerel! Bin it if it says B-117`,
      by: 'Rory Flint',
      categories: ['Health'],
      wall: 'consent',
      text: `
        Got smoked mackerel in the fridge? Read the small print before you reach for the toast.
        Brine & Sons is calling back 4,200 packets because of listeria, a bug you do not want. Look for B-117 next to the date. Found it? Don't open it, don't feed it to the cat, take it back.
        Nobody has fallen ill. "We'd sooner lose the fish than a customer," says boss Hugo Brine, who eats it every morning and had two of the packets at home.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 13:45',
      title: `Brine & Sons recalls its smoked mackerel, and says sorry by hand`,
      by: 'Clara Bonde',
      categories: ['food'],
      text: `
        The notice that Brine & Sons pinned up in 212 shops this morning to recall its smoked mackerel is written in ink. Hugo Brine, the fourth of that name, wrote the first one himself and had it copied, since printing would have taken until the afternoon.
        It says that one sample out of sixty was bad, which batch to look for, and that he is ashamed. The food authority's inspector called it the clearest notice she had seen, and has asked whether she may show it to others.
        Half of the packets were back by noon. Several came with notes.`,
    },
  ],
};

export const napStudy: EventSheet = {
  id: 'nap-study',
  topic: 'health',
  facts: [
    'Day 1: a Brannick study of 340 office workers: a 25-minute nap before three improves memory tests by 9 %. Longer naps do not.',
    'Plainly So multiplies the nap, which is wrong.',
  ],
  articles: [
    {
      outlet: 'metro',
      at: '1 08:00',
      title: `Nod off, boss: 25-minute nap makes you sharper, science says`,
      by: 'Rory Flint',
      categories: ['Health'],
      text: `
        Put that in your out-of-office. A nap of 25 minutes after lunch makes you nine per cent better at remembering things, say boffins at Brannick.
        They let 340 office workers doze at their desks, then tested them on shopping lists. Nappers won. But there's a catch: sleep past three o'clock, or longer than half an hour, and you wake up dim.
        Metro tried it. The results of our test are around here somewhere.`,
    },
    {
      outlet: 'lantern',
      at: '1 12:15',
      title: `University proves what the back row has always known`,
      by: 'Pim Aldous',
      categories: ['Campus', 'Health'],
      text: `
        It is official and peer-reviewed: sleeping in the early afternoon is good for the memory. The psychology department tested 340 volunteers, and those who napped for 25 minutes did nine per cent better.
        We put it to the timetable office that the two o'clock lecture is therefore a health measure. The office answered that it is not meant to be slept through.
        The lead author, Dr Helga Rye, takes her own nap at one. There is a sign on her door, in Latin.`,
    },
    {
      outlet: 'plainly-so',
      at: '1 16:30',
      title: `Why stop at 25 minutes?`,
      by: 'Grant Ormerod',
      text: `
        A university has found that a nap of twenty-five minutes makes a man nine per cent cleverer. Simple arithmetic, which they do not want you to do, shows that three hours must come to sixty-five per cent, and a whole week to several hundred.
        I began at one o'clock today. On waking I knew at once that I had been right about everything. I could not remember what, but the feeling was very strong.`,
    },
  ],
};
