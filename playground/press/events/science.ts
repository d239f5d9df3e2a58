import type { EventSheet } from '../event.ts';

export const logBoat: EventSheet = {
  id: 'log-boat',
  topic: 'science',
  facts: [
    'Day 2: Brannick archaeologists under Elin Tarrow show a log boat from the mud of Lake Imber, 6.2 m, pine.',
    'First estimate 9,000 years (Lantern, day 2). Radiocarbon, given out on day 3: 8,700 years, give or take 80. Oldest boat in the country.',
    'In it: a paddle, a net float of bark, and hazelnut shells. Found by Arne Imsen, 12, who lost a lure.',
    'Day 4: a second, smaller boat is found under it.',
  ],
  picture: { motif: 'logBoat', alt: 'Drawing of a long dugout boat on a lake shore' },
  articles: [
    {
      outlet: 'lantern',
      at: '2 09:30',
      title: `They pulled a 9,000-year-old boat out of the lake, and it had snacks in it`,
      by: 'Juno Sayle',
      categories: ['Science', 'Campus'],
      text: `
        Some of us cannot keep a bicycle for a term. Somebody on Lake Imber kept a boat for nine thousand years, and yesterday Professor Elin Tarrow's team lifted it out of the mud in one piece.
        It is a hollowed pine, longer than our newsroom, with a paddle still lying in it. There were also hazelnut shells. "A good handful," Tarrow told us. "They were sitting here eating nuts and not catching anything. I feel that I know them."
        The age is a first estimate from the layers of mud. The laboratory will know better by tomorrow.`,
    },
    {
      outlet: 'agency-north',
      at: '3 10:00',
      title: `Log boat from Lake Imber is 8,700 years old, Vennmark's oldest`,
      categories: ['archaeology'],
      text: `
        BRANNICK (Agency North) — A log boat found in Lake Imber is about 8,700 years old and thus the oldest vessel known in Vennmark, the University of Brannick said. Radiocarbon dating leaves a margin of 80 years.
        The boat, cut from a single pine, is 6.2 metres long. A paddle, a net float of birch bark and nutshells lay in it.
        It was found by a boy of 12, Arne Imsen, who was looking for a lost lure. The university has given him a new one.`,
    },
    {
      outlet: 'daily-coast',
      at: '3 12:05',
      title: `Boy of 12 finds country’s oldest boat`,
      by: 'Agency North',
      categories: ['science'],
      wire: { edits: [['Vennmark, the University', 'Vennmark, Brannick University']] },
    },
    {
      outlet: 'sound-radio',
      at: '3 16:45',
      title: `Arne, twelve, on the boat he found while looking for a fish`,
      categories: ['The afternoon'],
      text: `
        Arne Imsen lost his best lure in Lake Imber three weeks ago, and he is not someone who lets go. On his ninth dive he touched something smooth.
        "I thought it was a log," he says. "It was a log. But somebody had taken the inside out."
        It turns out to be eight thousand seven hundred years old. We asked what he thinks its owner was like. He thought for some time. "Probably also looking for something," said Arne.`,
    },
    {
      outlet: 'harbour-post',
      at: '3 19:15',
      title: `Lake Imber’s log boat is 8,700 years old, and its paddle still fits the hand`,
      by: 'Emil Strand',
      standfirst: `The boat from Lake Imber is older than the lake’s name, its reeds and its pike`,
      categories: ['archaeology'],
      text: `
        They have laid it on wet felt in the boathouse of the rowing club, because the museum's doors are too narrow. It is a pine trunk, 6.2 metres long, opened with fire and stone.
        Elin Tarrow lets visitors hold a copy of the paddle, not the paddle. Her own hand, she has noticed, goes to the worn place by itself. “Somebody repaired it,” she said, turning the blade. “It would have been quicker to make a new one. They liked this one.”
        The boat will lie in sugar water for two years and then dry for three. It has the time.`,
    },
    {
      outlet: 'lantern',
      at: '4 19:20',
      title: `There is a second boat under the first boat`,
      by: 'Juno Sayle',
      categories: ['Science', 'Campus'],
      text: `
        Update from the mud: the log boat of Lake Imber, which the lab has made three centuries younger than we told you, was not alone. When the team lifted the last of the felt blocks this afternoon there was another one beneath it.
        The second boat is barely two metres long. "Either it's a model or it's for a child," said Elin Tarrow, who had to sit down on a bucket.
        Dating will take a week. The rowing club has offered the other half of its boathouse, on condition that someone teaches them the stroke.`,
    },
  ],
};

export const cometSeen: EventSheet = {
  id: 'comet-first-seen',
  topic: 'science',
  facts: [
    'Day 0: astronomer Ruth Ansgar’s team reports that comet Hallan is brighter than forecast; a telescope is needed.',
  ],
  articles: [
    {
      outlet: 'lantern',
      at: '0 20:10',
      title: `Comet Hallan is early, bright, and wasted on our campus lights`,
      by: 'Pim Aldous',
      categories: ['Science'],
      text: `
        The observatory has a visitor. Comet Hallan, due to be a smudge, is turning out twice as bright as forecast, Dr Ruth Ansgar's group reports, and in a few days it may not need a telescope at all.
        For now it does. The astronomy society opens its dome at ten each night and asks whoever runs the lamps on the sports field to consider a career in darkness.
        It was last here when the university was a monastery. The monks drew it with a beard.`,
    },
    {
      outlet: 'agency-north',
      at: '1 10:20',
      title: `Comet Hallan brighter than forecast, observatory says`,
      categories: ['astronomy'],
      text: `
        BRANNICK (Agency North) — Comet Hallan, which comes near the Earth every 410 years, is twice as bright as forecast, the observatory in Brannick said. It can be seen with a small telescope in the north-east after midnight.
        The astronomer Ruth Ansgar said it might become visible to the naked eye within days. Comets, she added, were "like cats: they have tails and do as they please".`,
    },
  ],
};

export const cometVisible: EventSheet = {
  id: 'comet-visible',
  topic: 'science',
  twinOf: 'comet-first-seen',
  facts: [
    'Day 4: comet Hallan visible to the naked eye from this evening, low in the north-east from 22:00, best before moonrise at 01:10.',
    'Marhaven and Pellow switch off street lamps on the front from 22:00 to 01:00. Returns in 410 years.',
  ],
  picture: { motif: 'comet', alt: 'Drawing of a comet with a long tail above dark hills' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 09:05',
      title: `Comet Hallan visible to naked eye from tonight`,
      categories: ['astronomy'],
      text: `
        BRANNICK (Agency North) — Comet Hallan will be visible without a telescope from tonight, the observatory in Brannick announced. It stands low in the north-east from 22:00 and is best seen before the moon rises at ten past one.
        Marhaven and Pellow will turn off the lamps along the shore for three hours. The weather office expects clear sky in the west and cloud on the east coast.
        The comet will not return for 410 years.`,
    },
    {
      outlet: 'metro',
      at: '4 16:35',
      title: `Look up tonight: free show, next one in 410 years`,
      by: 'Rory Flint',
      categories: ['Science'],
      text: `
        Cancel the telly. There's a comet on.
        Hallan is a ball of dirty ice the size of Marhaven, and from ten tonight you can see it with the eyes you've got. North-east, two fists above the roofs. Blanket, flask, done.
        The city is switching off the lamps on the front. Police say they will leave couples alone. Miss it, and your great-great-great-great-grandchildren can tell you what it was like.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 18:10',
      title: `Tonight's comet, and how to explain it to a five-year-old`,
      categories: ['News at six'],
      text: `
        In four hours the lamps along the front will go out, and if the sky stays as it is you will see a comet called Hallan.
        How do you explain it? We asked Ruth Ansgar, who has studied it for nine years. "It's a snowball that went too near the fire and is leaving in a hurry," she says. Then she adds that the tail does not point backwards. It points away from the sun, so tonight the comet flies tail first, like a cat leaving a room.`,
    },
    {
      outlet: 'harbour-post',
      at: '5 05:20',
      title: `Comet Hallan: forty thousand people stood in the dark and said very little`,
      by: 'Clara Bonde',
      categories: ['city life'],
      text: `
        At ten the lamps went out, lane by lane, from the Customs House to the lido, and there was the comet. It was smaller than people had expected and then, after some minutes, a good deal larger.
        The police put the crowd along the front at forty thousand. There was hardly a sound. A child asked whether it could see us, and nobody laughed.
        On the North Quay, ferry crews on strike and drivers with nowhere to go shared one pair of binoculars. “It's late,” said a driver. “Four hundred and ten years,” said a deckhand. “We know the feeling.”`,
    },
  ],
};

export const eelJourney: EventSheet = {
  id: 'eel-journey',
  topic: 'science',
  facts: [
    'Day 1: Bo Winter’s group at Brannick tracks 26 tagged eels from the Ald to the deep sea; one is followed for 6,140 km.',
    'They dive to 900 m by day and rise to 200 m at night. Published in a journal; 5 tags came ashore on Lissary.',
  ],
  picture: { motif: 'eel', alt: 'Drawing of an eel curving through water' },
  articles: [
    {
      outlet: 'agency-north',
      at: '1 09:10',
      title: `Eel from Vennmark river tracked for 6,140 kilometres`,
      categories: ['biology'],
      text: `
        BRANNICK (Agency North) — Researchers have followed an eel for 6,140 kilometres from the river Ald to its spawning ground in the deep sea, farther than any eel before, the University of Brannick said.
        The group around the biologist Bo Winter had fitted 26 animals with tags the size of a match. By day the eels dived to 900 metres, at night they rose to 200.
        Three of the 26 were eaten on the way by whales, which the tags recorded as a sudden rise in temperature.`,
    },
    {
      outlet: 'harbour-post',
      at: '1 13:20',
      title: `The long way down: what an eel called 19 told a man called Winter`,
      by: 'Emil Strand',
      categories: ['nature'],
      text: `
        Number 19 left the Ald below Ostrand on a wet night and was not seen again by anyone. Eight months and 6,140 kilometres later her tag came loose, floated up, and telephoned.
        Bo Winter was making porridge. He has waited for that call since he was a student, and he let the porridge burn. Every eel in every ditch of Vennmark, he can now say, was born in the same dark piece of sea.
        “She swam past two continents' worth of hooks,” he said. “I get lost on the way to the bakery.”`,
    },
    {
      outlet: 'sound-radio',
      at: '1 17:10',
      title: `Where do eels go? One has told us`,
      categories: ['The afternoon'],
      text: `
        It has puzzled people since there were people with rivers. Eels grow up here, and then one autumn they leave. Nobody had ever seen where they go.
        Now a scientist in Brannick has followed one all the way, by a tag no bigger than a match. It took eight months. By day she swam in the deep and cold, and at night she came up, always at the same hour, as if she had a shift to work.
        She weighed less than a bag of sugar when she left, and ate nothing at all on the way.`,
    },
  ],
};

export const coldGlass: EventSheet = {
  id: 'cold-glass',
  topic: 'science',
  facts: [
    'Day 3: Brannick withdraws its own 2-year-old paper on “cold glass”, said to carry current without loss at room temperature.',
    'The signal came from a refrigerator in the next room. Found by doctoral student Yuki Salo. Vice-chancellor Magnus Eide. 140 citations.',
  ],
  picture: { motif: 'flask', alt: 'Drawing of a laboratory flask with a little coloured liquid' },
  articles: [
    {
      outlet: 'lantern',
      at: '3 18:15',
      title: `Brannick withdraws its ‘cold glass’ paper: it was the fridge`,
      by: 'Pim Aldous',
      categories: ['Campus', 'Science'],
      text: `
        The most cited paper our university has produced in a decade is to be withdrawn by the people who wrote it. "Cold glass", said to carry current without loss at room temperature, does nothing of the kind. The signal came from a refrigerator on the other side of the wall.
        It was found by a doctoral student, Yuki Salo, who noticed that the effect stopped when someone defrosted. "I wrote it in the lab book," she told us, "and under it I wrote: oh no."
        Her professor thanked her in front of the whole department and has bought a new fridge, for a different floor.`,
    },
    {
      outlet: 'courier',
      at: '4 09:45',
      title: `How a refrigerator earned 140 citations`,
      by: 'Margit Olander',
      standfirst: `Brannick pulls a celebrated physics paper and is praised for how`,
      categories: ['Science'],
      text: `
        For two years a compound called cold glass was the most promising result of the University of Brannick. Today the journal will mark the paper as withdrawn at the request of its authors.
        Six laboratories had failed to repeat the measurement. Two had succeeded; both, it emerges, keep their lunch nearby.
        “We were wrong in public and shall be right in public,” said Magnus Eide, the vice-chancellor. The doctoral student who found the fault has been asked to teach a course. A start-up founded on the effect has changed its name to a word meaning window.`,
    },
    {
      outlet: 'plainly-so',
      at: '4 11:05',
      title: `Cold glass works, and Big Fridge wants it gone`,
      by: 'Grant Ormerod',
      text: `
        A miracle material appears. It would make every power line in the country lossless and, mark this, every refrigerator silent. Two years later it is "withdrawn" because of, of all things, a refrigerator.
        I made a piece of cold glass myself, from the recipe, in the oven. It does not conduct. But it is certainly cold, and it is certainly glass.
        To the student who "found" the error I say: who was keeping what in that fridge?`,
    },
  ],
};
