import type { EventSheet } from '../event.ts';

export const warmSound: EventSheet = {
  id: 'warm-sound',
  topic: 'climate',
  facts: [
    'Day 3, 11:00: the Weather Office says last month was the warmest in the Sound since measuring began 131 years ago: 1.9 degrees above the mean.',
    'Measured at the Corrick buoy. Herring spawn three weeks early; triggerfish seen. Henrik Sol heads the marine section.',
  ],
  picture: { motif: 'wave', alt: 'Drawing of waves round a measuring buoy' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 11:10',
      title: `Water in the Sound warmest for the month in 131 years`,
      categories: ['climate', 'sea'],
      text: `
        MARHAVEN (Agency North) — The water in the Sound was warmer last month than in the same month of any year since measurements began 131 years ago, the Weather Office said. The mean at the Corrick buoy was 1.9 degrees above normal.
        The old record, set six years ago, was broken by 0.4 degrees. Herring have begun to spawn three weeks early.
        "One month is weather," said Henrik Sol, who heads the marine section. "This is the ninth in a row."`,
    },
    {
      outlet: 'harbour-post',
      at: '3 16:00',
      title: `The Sound is warmer than ever, and a fish with a parrot’s beak has come to see`,
      by: 'Ida Moss',
      standfirst: `The water is 1.9 degrees too warm, and the newcomers have noticed`,
      categories: ['nature'],
      text: `
        Berit Nord has fished in the Sound off Little Hob for thirty years and thought that she had met everyone. Then, in the warmest water ever measured there, something in her pot had a beak. It was a triggerfish, which belongs a thousand miles south, and it bit her glove.
        The Weather Office has the explanation, if not the comfort. Last month the Sound was 1.9 degrees warmer than it should be, the warmest since a harbour master first lowered a bucket with a thermometer in it.
        “Nice enough fish,” said Nord, who let it go. “But I'd like to have been asked.”`,
    },
    {
      outlet: 'sound-radio',
      at: '3 18:05',
      title: `The Sound has never been so warm, says a bucket that has measured it for 131 years`,
      categories: ['News at six'],
      text: `
        Last month the water in the Sound was warmer than in the same month of any year on record. We know because of a brass bucket in the Weather Office: for the first sixty of its hundred and thirty-one years somebody rowed out with it every morning.
        These days a buoy does the work. It sends its reading every ten minutes, and last month it sent almost two degrees too many.
        They still lower the bucket once a year, to see whether the buoy is telling the truth. It is.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '4 05:50',
      title: `Der Sund war noch nie so warm: 1,9 Grad über dem Mittel`,
      by: 'Hanna Lerch',
      categories: ['Klima'],
      text: `
        Im vergangenen Monat lag die Wassertemperatur im Sund 1,9 Grad über dem langjährigen Mittel. Das ist der höchste Wert seit Beginn der Messungen vor 131 Jahren, teilte das Wetteramt mit.
        Was geht das die Südmark an? Eine Menge, sagt Kreisobstberaterin Maria Senn: „Warmes Meer bringt uns milden Winter, milder Winter frühe Blüte, und dann kommt der Frost.“ Im letzten Jahr kostete das die Kirnauer Bauern ein Viertel der Kirschen.`,
    },
  ],
};

export const stormDag: EventSheet = {
  id: 'storm-dag',
  topic: 'climate',
  facts: [
    'Days 0–1: storm Dag, gusts of 104 km/h at Pellow Point; 2,600 homes without power for a night; a beach hut at sea.',
  ],
  articles: [
    {
      outlet: 'daily-coast',
      at: '0 18:30',
      title: `Dag on the doorstep: 2,600 homes dark from Pellow to the Point`,
      by: 'Nell Harrow',
      categories: ['weather'],
      text: `
        Storm Dag reached the coast at teatime with gusts of 104 kilometres an hour at Pellow Point. Some 2,600 homes lost power when a line came down at Marsh Farm.
        The promenade is closed, and so is the pier, where the last angler was led off under protest. He had a bite.
        One of the town's beach huts is at sea. It is blue, with a curtain, and was last seen off the lido going south. The coastguard has asked shipping to look out for it.`,
    },
    {
      outlet: 'agency-north',
      at: '0 20:15',
      title: `Storm Dag cuts power to 2,600 homes on east coast`,
      categories: ['weather'],
      text: `
        PELLOW (Agency North) — The storm named Dag left about 2,600 homes on the east coast of Vennmark without electricity in the evening. The Weather Office measured gusts of 104 kilometres an hour at Pellow Point.
        Trains between Pellow and Ostrand were stopped until midnight. No injuries were reported. The wind was expected to ease before morning and turn to the north-west.`,
    },
    {
      outlet: 'sound-radio',
      at: '1 06:50',
      title: `After Dag: the lights are on, the hut is found`,
      categories: ['News at six'],
      text: `
        The storm has gone out to sea, and it has left the coast tidier than feared. Electricity came back at ten to five, to the relief of a night nurse who had been reading by the light of the fish tank.
        And the beach hut has been found. It came ashore at Lindle, upright, forty kilometres down the coast, with the deckchairs still folded inside. The village has put a vase in the window and is in no hurry to give it back.`,
    },
  ],
};

export const stormEbba: EventSheet = {
  id: 'storm-ebba',
  topic: 'climate',
  twinOf: 'storm-dag',
  facts: [
    'Day 4: warning for storm Ebba for the night, east coast: gusts to 120 km/h. Day 5, 01:00: 126 km/h at Pellow Point; 8,900 homes without power.',
    'The sea wall in Pellow, finished a month ago, holds; water 40 cm below the edge. Two lightly injured. Metro says 150 km/h.',
  ],
  picture: { motif: 'storm', alt: 'Drawing of a storm cloud with rain and one bolt' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 12:45',
      title: `Weather Office warns of storm Ebba on east coast tonight`,
      categories: ['weather'],
      text: `
        MARHAVEN (Agency North) — The Weather Office has issued a red warning for the east coast for the night. Storm Ebba is expected to bring gusts of up to 120 kilometres an hour between 23:00 and 04:00, with high water at one.
        It would be stronger than Dag, which cut off 2,600 homes four days ago. Pellow will close its flood gates at nine. People living along the front were asked to sleep upstairs.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 15:10',
      title: `Gates close at nine: Pellow gets ready for Ebba`,
      by: 'Nell Harrow',
      categories: ['weather', 'Pellow'],
      text: `
        Sandbags are free at the fire station until seven, ten to a household, bring your own barrow. The flood gates on the front close at nine. After that the only way to the beach is over the wall, and the constable will be standing on it.
        It will be the first real test for the new sea wall, 3.4 kilometres long and a metre higher than the old one. Its engineer, Tilde Munk, is staying in a hotel right behind it, ground floor, by choice.
        The beach huts have been tied together this time.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 20:05',
      title: `Storm tonight: four things to do before you go to bed`,
      categories: ['The evening'],
      text: `
        If you live on the east coast, here is your evening. Charge your telephone. Bring in the bins. Fill a bath, in case the pumps fail. And knock at the door of whoever lives alone next to you.
        Storm Ebba should reach Pellow at about eleven. High water is at one, and that is the hour that counts.
        We will be with you all night, with a battery and a thermos. In the west there is nothing but stars and a comet.`,
    },
    {
      outlet: 'agency-north',
      at: '5 05:00',
      title: `Storm Ebba leaves 8,900 homes without power, sea wall holds`,
      categories: ['weather'],
      text: `
        PELLOW (Agency North) — Storm Ebba has cut off electricity to some 8,900 homes on the east coast of Vennmark. The Weather Office recorded a gust of 126 kilometres an hour at Pellow Point at one in the morning.
        Two people were lightly injured by a falling sign. The new sea wall in Pellow held; the water stopped 40 centimetres below its edge, the fire service said.
        Power should be restored by noon. Trains on the coast line will not run before ten.`,
    },
    {
      outlet: 'daily-coast',
      at: '5 05:35',
      title: `Forty centimetres: the night the wall held`,
      by: 'Nell Harrow',
      categories: ['weather', 'Pellow'],
      text: `
        At five past one you could have leaned over the new sea wall and washed your hands. The water stood forty centimetres from the top for eleven minutes, and then, with a sound like someone setting down a heavy bag, it began to go.
        Tilde Munk, who designed the wall, watched from the ground-floor window of the Strand Hotel with the owner and his dog. "I was quite sure," she said. "The dog wasn't."
        Marsh Farm is dark again. All forty huts are where they were tied.`,
    },
    {
      outlet: 'metro',
      at: '5 06:30',
      title: `Ebba huffs at 150, wall says no`,
      by: 'Rory Flint',
      categories: ['Weather'],
      text: `
        She huffed. She puffed. She went home.
        Storm Ebba smashed into Pellow at 150 kilometres an hour last night and met 3.4 kilometres of brand-new concrete. Concrete won.
        Nearly nine thousand homes lost the lights. Two people were bumped by a flying sign that read MIND YOUR HEAD. They're fine and have been given the sign. Power's due back by lunch.`,
    },
  ],
};

export const grendGlacier: EventSheet = {
  id: 'grend-glacier',
  topic: 'climate',
  facts: [
    'Day 2: the Grend glacier lost 31 m of length in a year, the yearly survey finds; 1.1 km in fifty years. Glaciologist Astrid Grann.',
  ],
  picture: { motif: 'glacier', alt: 'Drawing of a glacier between grey peaks with a measuring post' },
  articles: [
    {
      outlet: 'harbour-post',
      at: '2 08:30',
      title: `The woman who measures Grend with her grandfather’s tape`,
      by: 'Emil Strand',
      categories: ['mountains'],
      text: `
        Astrid Grann ties the steel tape to the same iron ring that her grandfather drove into the rock. When he did it, the ice began at the ring. This year she had to splice on a third tape, for the tongue of the Grend glacier now ends 1.1 kilometres up the valley.
        Since last year's visit it has gone back 31 metres. She writes the figure into the family's notebook, then into the university's computer, in that order.
        “I used to bring a picnic,” she said. “Now I walk too far to carry one.”`,
    },
    {
      outlet: 'agency-north',
      at: '2 13:15',
      title: `Grend glacier retreats 31 metres in a year`,
      categories: ['climate', 'mountains'],
      text: `
        TOLLERN (Agency North) — The Grend, the largest glacier in Vennmark, has become 31 metres shorter within a year, a survey by the University of Brannick found. In fifty years it has lost 1.1 kilometres.
        The ice was also four metres thinner at the central stake. If the warming continues as it has, the glacier will part into three within twenty years, said the glaciologist Astrid Grann.`,
    },
    {
      outlet: 'lantern',
      at: '2 15:40',
      title: `Geography field trip finds less to look at`,
      by: 'Pim Aldous',
      categories: ['Campus', 'Climate'],
      text: `
        The second-year geographers are back from Mount Grend with sunburn and bad news. They helped to measure the glacier, which means holding one end of a very long tape, and the other end kept being farther away.
        Thirty-one metres in twelve months is about the length of our library. "It's one thing to see the graph," said Ola, who held the dumb end. "It's another to walk up the graph."
        The hut guestbook has a sketch of the ice from the year the hut was built. You can no longer see it from there.`,
    },
  ],
};

export const mossBog: EventSheet = {
  id: 'moss-bog',
  topic: 'climate',
  facts: [
    'Day 3: Pellow Moss, 640 ha of drained peat, is under water again after three years; 214 plugs in ditches; first cranes breed.',
  ],
  articles: [
    {
      outlet: 'daily-coast',
      at: '3 14:45',
      title: `The Moss is wet again, and two cranes have moved in`,
      by: 'Nell Harrow',
      categories: ['nature', 'Pellow'],
      text: `
        Three years and 214 plugged ditches after the first spade went in, Pellow Moss is a bog again. The county put the last plug in this morning, and a warden in waders read out the water level to applause: four centimetres above the peat.
        Drained, the 640 hectares gave off as much carbon as nine thousand cars. Wet, they should begin to take it back.
        A pair of cranes has not waited for the ceremony. Their nest is by the third sluice, and the path there is closed until further notice.`,
    },
    {
      outlet: 'sound-radio',
      at: '3 20:15',
      title: `Listening to a bog fill up`,
      categories: ['The evening'],
      text: `
        What you hear now is Pellow Moss. That click is the peat taking in water. It has been dry for ninety years, and since this morning all of its ditches are closed.
        The man who closed them is Jory Teal, whose great-grandfather dug them. "He'd be cross for a minute," he says. "Then he'd ask what it's worth."
        It is worth, the county reckons, the exhaust of nine thousand cars. And that sound at the end, like a gate? That is a crane.`,
    },
  ],
};

export const windFarm: EventSheet = {
  id: 'wind-farm',
  topic: 'climate',
  facts: [
    'Day 4, 14:00: the energy office approves the Skarrow Bank wind farm, 48 turbines, 720 MW, 22 km off Skarrow; was 64 turbines before the birds were counted.',
    'The isles get a fund of 0.5 % of revenue. Two fishing associations will appeal.',
  ],
  picture: { motif: 'turbine', alt: 'Drawing of two wind turbines standing in the sea' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 14:05',
      title: `Skarrow Bank wind farm approved with 48 turbines`,
      categories: ['energy', 'climate'],
      text: `
        MARHAVEN (Agency North) — The energy office has approved the wind farm on Skarrow Bank, the largest in Vennmark. It will have 48 turbines with 720 megawatts, enough for a fifth of the country's households, and stand 22 kilometres off the island.
        The developers had asked for 64. Sixteen were dropped because they would have stood in the path of migrating divers.
        The isles will receive half a percent of the revenue. Two fishing associations announced an appeal.`,
    },
    {
      outlet: 'quay-and-cargo',
      at: '4 15:00',
      title: `Skarrow Bank go-ahead: 48 foundations, and the quays to build them on`,
      also: ['business'],
      categories: ['Offshore wind'],
      text: `
        With consent for Skarrow Bank the question moves ashore. Each of the 48 monopiles weighs 1,450 tonnes and needs a quay that bears 20 tonnes to the square metre. Vennmark has one, in Marhaven, and it is full of trailers today.
        Pellow could be ready in fourteen months if the county starts now. Port Meren has offered space at a third less, which the local-content clause may forbid.
        Installation vessels are booked out for two summers. The developer says it has an option on one, and would not say which.`,
    },
    {
      outlet: 'courier',
      at: '4 16:10',
      title: `Sixteen turbines fewer, and a bird that moved 1.3 billion crowns`,
      by: 'Jens Okker',
      standfirst: `Energy office cuts Skarrow Bank by a quarter and approves the rest`,
      categories: ['Energy'],
      text: `
        The red-throated diver weighs a kilo and a half. It has taken sixteen turbines and some 1.3 billion crowns of investment off the plans for Skarrow Bank, which the energy office approved this afternoon in its reduced form.
        The developer accepted within the hour. At 720 megawatts the farm still pays, it said, if the grid is ready; the cable to Ostrand is two years late.
        On Skarrow the council voted in favour by nine to two. Both opponents have a sea view. So have the nine.`,
    },
  ],
};
