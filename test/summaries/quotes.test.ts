import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../src/summaries/quotes.ts';
import { quoteArticles } from './quoteArticles.ts';
import { quotePassages } from './quotePassages.ts';
import { quotesInNews } from './quotesInNews.ts';

const speakersOf = (...paragraphs: string[]) => findQuotes(paragraphs).map(({ speaker }) => speaker);

describe('the speaker of a quotation', () => {
  test.each([
    ['“We have been patient for nine years,” said Ida Brandt, a deckhand.', 'Ida Brandt'],
    ['“We have been patient for nine years,” Brandt said on Monday.', 'Brandt'],
    ['"We have been patient for nine years," the operator’s spokesman said.', 'the operator’s spokesman'],
    ['Mayor Olav Dahl told reporters that “the bridge will not open this year.”', 'Mayor Olav Dahl'],
    ['Gov. R. T. Hale (D), who signed the bill, said: “This is a start, and only a start.”', 'Gov. R. T. Hale'],
    [
      '“Is this how we treat deckhands?” asked Lt. Gov. Mia Roth of the harbour board.',
      'Lt. Gov. Mia Roth of the harbour board',
    ],
    ['“The roof is not safe for anyone,” according to the report.', 'the report'],
    ['According to the inspectors, “the roof is not safe for anyone”.', 'the inspectors'],
    ['Dahl responded with a smile, saying, “I will be there at noon.”', 'Dahl'],
    ['The minister criticised the strike and called it “an attack on all travellers of this country”.', 'The minister'],
    ['“The vote was never in any doubt,” the paper reported.', 'the paper'],
    ['BRANDT: “We will strike again in the spring.”', 'BRANDT'],
    ['“Nothing has changed in nine years.” Brandt said.', 'Brandt'],
    ['“Never!” cried Ursula von der Lund.', 'Ursula von der Lund'],
    ['Protesters chanted “No boats, no peace” on the quay.', 'Protesters'],
    ['Dahl fired back that the bridge was “alive and well.”', 'Dahl'],
    ['Ida Brandt was blunt: “We failed.”', 'Ida Brandt'],
    ['“The roof is not safe,” the Post quoted Ida Brandt as saying.', 'Ida Brandt'],
    ['Brandt was quoted as saying: “The roof is not safe.”', 'Brandt'],
    ['It was, in the words of Brandt, “a witch hunt.”', 'Brandt'],
    ['“I had no choice” was how Brandt put it.', 'Brandt'],
    ['The inquiry was called a “hoax” by Mr. Dahl.', 'Mr. Dahl'],
    ['He was described by colleagues as “a gentle giant.”', 'colleagues'],
    ['The vote drew criticism from the union, which called it “a sad day for workers.”', 'the union'],
    ['Dahl, Brandt’s lawyer, said his client was “never there.”', 'Dahl'],
    ['“Best ever,” said another.', 'another'],
    ['“The man is armed,” said Cpl. Tim Ray.', 'Cpl. Tim Ray'],
    ["'The crews' rights are gone,' said Ida Brandt.", 'Ida Brandt'],
    ['Dahl called it ‘a disgrace’.', 'Dahl'],
    ['The bill, dubbed “a gift to the shipowners” by critics, passed.', 'critics'],
    ['Dahl said the tower, often described as “the ugliest on the coast,” was his.', 'Dahl'],
    ['It is what Brandt, a deckhand, called “a very loud fish.”', 'Brandt'],
    ['Brandt’s claim that the roof was “safe enough for anybody” drew laughter.', 'Brandt'],
    ['Asked about Mr Dahl’s description of the vote as “a stitch-up”, a source shrugged.', 'Mr Dahl'],
    ['Coach Ida Brandt, whose crew has now lost six in a row: “We are making mistakes.”', 'Coach Ida Brandt'],
    ['Ida Brandt on the new bridge: “It will not open this year.”', 'Ida Brandt'],
    ['At a Senate hearing he spoke of “a very long and cold winter.”', 'he'],
    ['The court held that the roof was “not safe for anybody.”', 'The court'],
    ['“We are very sorry about that,” Brandt texted.', 'Brandt'],
    ['“We did not turn up this morning,” captain Olav Dahl admitted.', 'Olav Dahl'],
    ['Brandt labelled the vote “a gift to the shipowners.”', 'Brandt'],
    ['“Nobody told us that it was closed,” tweeted @idabrandt, a deckhand.', '@idabrandt'],
    ['Crews were told by Ida Brandt, the mate, that the closure was “a precaution.”', 'Ida Brandt'],
    ['In a note found on the quay, she had written: “Nobody is to blame.”', 'she'],
    ['Brandt’s tweet — “I said what I said” — was deleted.', 'Brandt'],
    ['“We are very sorry about that,” Kelly Brandt said.', 'Kelly Brandt'],
    ['Privately, Brandt called it “a very sad day.”', 'Brandt'],
    ['Spokeswoman Ida Brandt said via emailed statement: “We will defend ourselves.”', 'Spokeswoman Ida Brandt'],
    ['“It was very dark,” Senator Ida Brandt, Democrat of Ohio, said of the speech.', 'Senator Ida Brandt'],
    [
      'A former independent reviewer of harbour laws for the Norland government called it “a fact of life.”',
      'A former independent reviewer',
    ],
    ['“It is far too late,” the mayor, who is ill, told Canal Nine.', 'the mayor'],
    ['“No arrests are being made,” State Police Lt. Ida Brandt said.', 'State Police Lt. Ida Brandt'],
    ['“He was an easygoing guy,” said a brother-in-law, who was there.', 'a brother-in-law'],
    ['Ida Brandt wrote in a deleted Facebook post that they should “show a little class.”', 'Ida Brandt'],
    ['Brandt had helped to found the union, saying it was “the only way out.”', 'Brandt'],
    ['Brandt said the driver told him that “he thinks he fell asleep.”', 'the driver'],
    ['Brandt said the arrest reminds people “of what we all know.”', 'Brandt'],
    ['OSLO — Ida Brandt made a post on Tuesday, accusing Dahl of “disregarding all the rules.”', 'Ida Brandt'],
    ['“After seven years in the harbour,” Brandt began, leaving it open.', 'Brandt'],
    ['The evening began as ever: Deckhands marched and chanted “No boats, no peace.”', 'Deckhands'],
    ['Ida Brandt opened the meeting by saying, “We will not leave.”', 'Ida Brandt'],
    ['Crews said they would be “patient for a time,” a phrase that owners read as a threat.', 'Crews'],
    ['“You can’t eat a leaflet,” is how deckhand Ida Brandt sums up the plan.', 'deckhand Ida Brandt'],
    ['Ida Brandt sent a message to the crews, which she hailed as “the bravest of all.”', 'Ida Brandt'],
    ['Brandt’s board was a “bossy and meddling government of its own”, she added.', 'she'],
    [
      'Dahl called on Roth to resign in an early-morning tweet that accused him of “lying and leaking.”',
      'an early-morning tweet',
    ],
    ['“They do not represent us,” Brandt said, according to Reuters.', 'Brandt'],
    ['Ida Brandt today said: “They do not represent us.”', 'Ida Brandt'],
    ['Brandt disagreed, saying: “People like to park.”', 'Brandt'],
    ['She’s claiming that the vote was “a very odd affair.”', 'she'],
    [
      'Following a hastily called meeting, the Harbour Board issued a note calling it “a sad day.”',
      'the Harbour Board',
    ],
    ['The council condemned what it termed “a sad day.”', 'The council'],
    ['The board closed the pier, with Dahl claiming that the messaging app spread “fear.”', 'Dahl'],
    ['Brandt compared her boat with Dahl’s, saying “I built mine.”', 'Brandt'],
    ['From the outset, the goal was clear: “This pier,” wrote Ida Brandt, “will stand.”', 'Ida Brandt'],
    ['He was asked about it after the May meeting and replied, “I do not know.”', 'he'],
    ['Dahl stopped short of calling for a strike but said it “could still come.”', 'Dahl'],
    [
      'Norland senator and now-candidate Ida Brandt joined in, writing a letter to the mayor chastising him for leaving out “the old mill”.',
      'Ida Brandt',
    ],
    ['South Harbour state senator Ida Brandt joined in, calling it “a sad day.”', 'Ida Brandt'],
    ['Ida Brandt told reporter Jim Ross what had happened, calling it “a sad day.”', 'Ida Brandt'],
    ['Police said the suspect shouted “this is for my brother” before he fled.', 'the suspect'],
    ['On Friday Brandt took to social media to say: “The port belongs to all of us.”', 'Brandt'],
    ['Brandt’s view is that the port is “too big to close and too old to run.”', 'Brandt'],
    ['To quote Brandt, “the port is too old to run.”', 'Brandt'],
    ['Brandt shook her head. “We shall see about that in the spring.”', 'Brandt'],
    ['Crabs, says Brandt, are “doing better than anyone had hoped.”', 'Brandt'],
    ['“A danger to himself,” is how deckhand Ida Brandt described Dahl.', 'deckhand Ida Brandt'],
    ['“Three bangs, then nothing,” is how deckhand Ida Brandt remembers it.', 'deckhand Ida Brandt'],
    ['Dahl is, in the opinion of Ida Brandt, “a danger to himself and others.”', 'Ida Brandt'],
    ['The envoy, Ida Brandt, appealed for “a pause of at least three days”.', 'Ida Brandt'],
    ['Narrated by his daughter, the ad calls Dahl “the kindest dad in the state.”', 'the ad'],
    ['“It’s the only plan there is,” an engineer who worked on it conceded.', 'an engineer'],
    ['“A poem, and a bad one,” Brandt called it.', 'Brandt'],
    ['The move was “three months late and half a point short,” in Brandt’s judgment.', 'Brandt'],
  ])('%s', (paragraph, speaker) => {
    expect([...new Set(speakersOf(paragraph))]).toEqual([speaker]);
  });

  test('goes on over the next quotations and past an open paragraph', () => {
    expect(speakersOf('“We are tired,” said Ida Brandt. “Nobody listens to us. We', '“And nobody will.”')).toEqual([
      'Ida Brandt',
      'Ida Brandt',
      'Ida Brandt',
    ]);
    for (const line of ['Dahl added:', 'Olav Dahl was blunt:', 'Olav Dahl’s answer:', 'Olav Dahl, the mayor:'])
      expect(speakersOf(line, '“No bridge was ever built in a year.”')).toEqual([expect.stringMatching(/Dahl$/)]);
  });

  test('of an open quotation may stand in a later paragraph', () => {
    expect(speakersOf('“The first thing I saw was the smoke.', '“Then I ran,” said Ida Brandt.')).toEqual([
      'Ida Brandt',
      'Ida Brandt',
    ]);
    const introduction = 'Mr. Dahl said the choice had been forced on him.';
    expect(speakersOf(introduction, '“I came to build schools.', '“I have closed them.”')).toEqual([
      'Mr. Dahl',
      'Mr. Dahl',
    ]);
    expect(speakersOf(introduction, '“He came to build schools.', '“He has closed them,” said Ida Brandt.')).toEqual([
      'Ida Brandt',
      'Ida Brandt',
    ]);
  });

  test('is expanded from a surname, and a pronoun becomes the person it surely means', () => {
    expect(speakersOf('Ida Brandt spoke to the crowd at noon.', '“We are not leaving the quay,” Brandt said.')).toEqual(
      ['Ida Brandt'],
    );
    expect(speakersOf('Olav Dahl defended the plan.', '“It is the only way,” he said.')).toEqual(['Olav Dahl']);
    const role = 'The line’s chief executive, Nora Lind, defended the layoffs in a memo on Thursday.';
    expect(speakersOf(role, '“These decisions are never easy,” she wrote.')).toEqual(['Nora Lind']);
    expect(speakersOf('Ayr boss Jim Ross was delighted: “Three is special.”')).toEqual(['Jim Ross']);
    // Whoever was spoken of last, though another was quoted before.
    expect(
      speakersOf(
        '“Every vote counts,” Brandt said. Her rival, Olav Dahl, spoke of irregularities. “We are not done,” he said.',
      ),
    ).toEqual(['Brandt', 'Olav Dahl']);
    expect(
      speakersOf(
        'Ida Brandt read the study.',
        'Researchers said it was “the first of its kind.” “I doubt that it is,” she added.',
      ),
    ).toEqual(['Researchers', 'Ida Brandt']);
    expect(
      speakersOf(
        'Fire Chief Olav Dahl praised the crews. Two deckhands were treated for burns. “They will be fine,” he said.',
      ),
    ).toEqual(['Fire Chief Olav Dahl']);
    expect(
      speakersOf('“I would do it again,” said Mia Roth. Her mother, Joan, shook her head. “I would not,” she said.'),
    ).toEqual(['Mia Roth', 'Joan']);
    // Nobody knows whether "Vensund" is a person, and whoever was named before it is not meant any more.
    expect(
      speakersOf('Olav Dahl left at noon. Vensund was wet and cold.', '“I like it all the same,” he said.'),
    ).toEqual(['he']);
    expect(speakersOf('Calling it a scheme, the mayor left.', '“I like it all the same,” he said.')).toEqual(['he']);
    expect(
      speakersOf('Mia Vensund is a deckhand. Vensund was wet and cold.', '“I like it all the same,” she said.'),
    ).toEqual(['Mia Vensund']);
    // Whoever opens the sentence, behind a role, a genitive or a conjunction, and though a pronoun has the verb.
    for (const line of [
      'Mia Roth left at noon. Harbour board spokesman Olav Dahl told reporters that it was late.',
      'Mia Roth left at noon. Brandt’s lawyer, Olav Dahl, reacted angrily.',
      'Mia Roth left at noon. Her rival, former Judge Olav Dahl, conceded at midnight.',
      'Mia Roth left at noon. Although Olav Dahl is a lawyer, the court was closed.',
      'Mia Roth left at noon. Olav Dahl quit when he thought that the strike was lost.',
    ])
      expect(speakersOf(line, '“It is the only way,” he said.')).toEqual([expect.stringMatching(/Olav Dahl$/)]);
    expect(speakersOf('The Harbour Open is a tough title to defend.', '“It is the only way,” she said.')).toEqual([
      'she',
    ]);
    expect(speakersOf('Secretary of State Ida Brandt met crews.', '“It is the only way,” she said.')).toEqual([
      'Ida Brandt',
    ]);
    // A country is nobody, whoever else is one; nor is a son "she", nor an office a name.
    expect(speakersOf('Until North Arland “commits itself to peace,” he said, “we must be ready.”')).toEqual([
      'he',
      'he',
    ]);
    expect(speakersOf('Her son Chaz Bone is a deckhand.', '“It is the only way,” she said.')).toEqual(['she']);
    expect(speakersOf('The Deputy Secretary for Ports was late.', '“It is the only way,” she said.')).toEqual(['she']);
    expect(speakersOf('The port will change, says economist Olav Dahl. “It is going to die out,” he says.')).toEqual([
      'Olav Dahl',
    ]);
    // The only person near is a woman.
    const [quote] = findQuotes(['Mary Brandt defended the plan.', '“It is the only way,” he said.']);
    expect(quote?.speaker).toBe('he');
  });

  test('is whom a sentence speaks of last, or the only man or woman whom it names', () => {
    expect(speakersOf('Mary Brandt met Henry Dahl. “It was a good talk,” he said.')).toEqual(['Henry Dahl']);
    expect(speakersOf('Mary Brandt met Henry Dahl. “It was a good talk,” she said.')).toEqual(['Mary Brandt']);
    expect(speakersOf('Mary Brandt met Henry Dahl and Paul Roth. “It was a good talk,” he said.')).toEqual(['he']);
    expect(speakersOf('Brandt, 51, has run the port since 2011. “Nobody asks me,” she said.')).toEqual(['Brandt']);
    expect(
      speakersOf('Dahl said they “left it all out there,” but keeper Leo Marsh was less sure. “I did not,” he said.'),
    ).toEqual(['Dahl', 'Leo Marsh']);
    expect(
      speakersOf('Dahl has called Brandt “the worst of all”; she has called him “a tired old joke.”').at(-1),
    ).not.toBe('Dahl');
    expect(speakersOf('Henry Dahl asked the crowd, which roared back: “No, no and no!”')).toEqual(['the crowd']);
  });

  test('is missing for titles of works, and for words that nobody says', () => {
    expect(speakersOf('The actor starred in “The Sound at Night” last year.')).toEqual([undefined]);
    expect(speakersOf('“We lost,” Brandt said on Canal Nine’s “Voice of the Harbour.”')).toEqual(['Brandt', undefined]);
    expect(speakersOf('On “The Late Hour with Stig Lind,” Brandt said she was not surprised.')).toEqual([undefined]);
    expect(speakersOf('“We failed,” Brandt said. “Harbour born and bred” sisters stood by.')).toEqual([
      'Brandt',
      undefined,
    ]);
    expect(speakersOf('Brandt, who began writing early, won the order “for services to the port.”')).toEqual([
      undefined,
    ]);
    expect(speakersOf('The so-called “bridge to nowhere” opened in 2005.')).toEqual([undefined]);
    expect(speakersOf('The tower, once described as “the ugliest on the coast,” was sold.')).toEqual([undefined]);
    expect(speakersOf('A pier that was widely called “the end of the line” reopened.')).toEqual([undefined]);
    expect(speakersOf('Oslo, Norway, on Monday: “We are all very tired of this.”')).toEqual([undefined]);
    expect(speakersOf('The act, referred to as “a gift to the shipowners”, passed.')).toEqual([undefined]);
    expect(speakersOf('It is a trick known as “the slow squeeze of all”.')).toEqual([undefined]);
    expect(speakersOf('Brandt kept the so-called “one in and two out rule”.')).toEqual([undefined]);
    // Of the words of a question and those of its answer only the latter are the answerer's.
    const question = 'Asked whether the bridge was “as good as dead”, Brandt said: “Ask me again on Monday.”';
    expect(speakersOf(question)).toEqual([undefined, 'Brandt']);
    expect(speakersOf('In August, several crews left the port, saying it was “less than safe.”')).toEqual([undefined]);
    expect(speakersOf("It was the best of the '90s, and the crews' boats were full.")).toEqual([]);
    expect(speakersOf('The sign on the quay is a “no parking here” sign.')).toEqual([undefined]);
    const asked =
      'What does it say to all those crews to whom we say that, with a little “patience and a warm coat”, all is well?';
    expect(speakersOf(asked)).toEqual([undefined]);
    expect(speakersOf('How could it claim that there is “no ice in the harbour”?')).toEqual([undefined]);
  });
});

describe('nobody speaks the words of another', () => {
  test.each([
    'Brandt called it “a triumph from first to last”, the Post “an evening with a dentist”.',
    'Brandt said members were “of two minds”; markets took that to mean “no cut before spring.”',
    'Brandt sprach von „einem Haus ohne Dach und Boden“, Holt von „einem soliden Bau“.',
  ])('whose verb the second half leaves out: %s', (paragraph) => {
    expect(speakersOf(paragraph)).toEqual(['Brandt', undefined]);
  });

  test.each([
    ['According to Per Ravn, Ida Brandt shouted “Get out of my office right now!”', 'Ida Brandt'],
    ['Ida Brandt played a tape in which Per Ravn is heard saying: “Nobody will find it.”', 'Per Ravn'],
    ['In a video that Ida Brandt sent, Per Ravn can be heard shouting: “Nobody will find it.”', 'Per Ravn'],
    ['According to police, the driver shouted “Get out of my office right now!”', 'the driver'],
    ['Prosecutor Ida Brandt read from a text that Per Ravn had sent: “Nobody will find it.”', undefined],
    ['Prosecutor Ida Brandt read from a text sent by Per Ravn: “Nobody will find it.”', undefined],
    ['Prosecutor Ida Brandt quoted from Per Ravn’s letter: “Nobody will find it.”', undefined],
    ['Per Ravn denied that he had told Ida Brandt: “You will never work in this town again.”', undefined],
    ['Per Ravn denied telling Ida Brandt: “You will never work in this town again.”', undefined],
    ['Per Ravn denied having called the mayor “a very odd and silly man.”', undefined],
    ['Ida Brandt recalled her father’s words: “Never trust a quiet sea.”', undefined],
  ])('%s', (paragraph, speaker) => {
    expect(speakersOf(paragraph)).toEqual([speaker]);
  });

  test.each([
    ['According to Per Ravn, who spoke to reporters on Monday, “nobody will find it”.', 'Per Ravn'],
    ['According to Per Ravn, a deckhand, “nobody will find it”.', 'Per Ravn'],
    ['Ida Brandt read out a statement: “Nobody will find it.”', 'Ida Brandt'],
    ['Ida Brandt wrote from the harbour that Per Ravn had left: “Nobody will find it.”', 'Ida Brandt'],
    ['Per Ravn denied it, saying: “You will never work in this town again.”', 'Per Ravn'],
    ['Per Ravn denied the charge and said: “You will never work in this town again.”', 'Per Ravn'],
    ['Per Ravn denied that he had met the mayor, adding: “We have never spoken.”', 'Per Ravn'],
  ])('but his own are his: %s', (paragraph, speaker) => {
    expect(speakersOf(paragraph)).toEqual([speaker]);
  });

  test('of two whom a relative clause joins a pronoun names neither', () => {
    const rescued = (clause: string) =>
      speakersOf(`“It sank in minutes,” said passenger Per Ravn, ${clause}. “We had no vests at all,” she added.`)[1];
    expect(rescued('whose wife, Ida Brandt, was rescued')).toBe('she');
    expect(rescued('who came with his sister Mia')).toBe('she');
    expect(rescued('who had sailed from Halden')).toBe('Per Ravn');
    expect(
      speakersOf('“It sank,” said Ida Brandt, whose husband, Per Ravn, was rescued. “We had no vests,” she added.')[1],
    ).toBe('Ida Brandt');
  });
});

describe('speakers in news', () => {
  test.each([...quotePassages, ...quotesInNews, ...quoteArticles])('%s', (passage) => {
    const [text = '', speakers] = passage.split(' ⇒ ');
    const found = speakersOf(...text.split(' | ')).map((speaker) => speaker ?? '-');
    expect(found.join('; ')).toBe(speakers);
  });
});

test('quotations are exact pieces of their paragraph, in all kinds of marks', () => {
  const paragraphs = [
    'He said, "one two." and “three four,” and ``five six\'\' and „sieben acht“ and «neuf dix».',
    'None here, 6" long.',
  ];
  const quotes = findQuotes(paragraphs);
  expect(quotes.map(({ text }) => text)).toEqual(['one two.', 'three four,', 'five six', 'sieben acht', 'neuf dix']);
  for (const quote of quotes) expect(paragraphs[quote.paragraph]).toContain(quote.text);
});

test('nothing is found in nothing', () => {
  expect(findQuotes([])).toEqual([]);
  expect(findQuotes(['', '""', '“”'])).toEqual([]);
});

// Words of JavaScript's own objects; the first is a title in motor racing.
test.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])('“%s” is a word as any other', (word) => {
  const text = `“We won the ${word} title today and it feels great,” Ida Brandt said.`;
  expect(findQuotes([`The ${word} title was decided in Marhaven.`, text])).toMatchObject([{ speaker: 'Ida Brandt' }]);
});

test.each(['A. B. C. ', '“a” ', '"', '“', 'He said, "x y." ', 'Smith, who said, ', 'John Smith said “', 'and said '])(
  'quotations in %j repeated take linear time',
  (piece) => {
    const started = performance.now();
    findQuotes([piece.repeat(Math.ceil(200_000 / piece.length))]);
    expect(performance.now() - started).toBeLessThan(1_500);
  },
);

test.each(['A', 'Ä', 'Aa', 'A-', 'A.', 'A '])('a quotation behind a run of %j takes linear time', (piece) => {
  const started = performance.now();
  const run = piece.repeat(Math.ceil(20_000 / piece.length));
  for (const mark of ['; ', ' said ', ': ', ' denied telling Brandt: ', ' read a text by '])
    findQuotes([`${run}${mark}“We have been patient for nine years and will wait.”`]);
  expect(performance.now() - started).toBeLessThan(1_500);
});

// As their marks end no sentence, one grows with every quotation in it.
test.each(['and said, ', 'described as ', 'called it '])(
  '%jbefore each of many quotations takes linear time',
  (words) => {
    const started = performance.now();
    findQuotes([`${words.repeat(50)}“we have been patient for nine years” `.repeat(100)]);
    expect(performance.now() - started).toBeLessThan(3_000);
  },
);

// One paragraph is read only near its quotations; many take as long as they are many.
test('verbs of speech in rows take linear time over many paragraphs', () => {
  const started = performance.now();
  findQuotes(Array.from({ length: 100 }, () => 'said '.repeat(80)));
  expect(performance.now() - started).toBeLessThan(1_500);
});
