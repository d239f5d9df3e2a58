/** Invented news, paragraphs parted by ` | `, and the speakers of its quotations in order, `-` for none. Written before the rules were run on them. */
export const quotePassages: readonly (readonly [text: string, speakers: string])[] = [
  [
    'WASHINGTON (AP) — Sen. Carla Whitfield, the top Democrat on the Armed Services Committee, said Thursday that the Pentagon’s plan was “dangerously short on detail” and promised hearings.',
    'Sen. Carla Whitfield',
  ],
  [
    '“There is simply no path to a majority with this language in the bill,” Whitfield told reporters outside the chamber. “None.”',
    'Whitfield; Whitfield',
  ],
  [
    'Campaign manager Todd Renner dismissed the poll as “an outlier among outliers” and said internal numbers showed a tie.',
    'Campaign manager Todd Renner',
  ],
  [
    'The White House declined to say whether the president had spoken with Okafor. “We’re not going to get into private conversations,” press secretary Dana Mills said.',
    'Dana Mills',
  ],
  [
    'In a series of tweets early Sunday, Pryce called the judge “a total disgrace to the bench” and demanded that he step aside.',
    'Pryce',
  ],
  [
    '“@RealPryce is afraid to debate,” the Whitfield campaign tweeted minutes later, adding a chicken emoji.',
    'the Whitfield campaign',
  ],
  [
    'A Renner spokesman, Luis Delgado, said in an email that the allegations were “false, malicious and defamatory.”',
    'Luis Delgado',
  ],
  [
    'Critics say the proposal, which Pryce has described as “a beautiful wall of water,” would cost $4 billion.',
    'Pryce',
  ],
  ['At a rally in Dayton, the crowd broke into chants of “Lock the gates!” as Pryce took the stage.', '-'],
  ['“Do I think he’s qualified? No, I do not,” Whitfield said of her opponent.', 'Whitfield'],
  ['“It’s a witch hunt,” Pryce said. Whitfield shot back: “It’s a tax return.”', 'Pryce; Whitfield'],
  [
    'Pryce’s running mate, Indiana Gov. Hal Stoddard, told ABC’s “This Week” that the tape was “old news to the American people.”',
    '-; Indiana Gov. Hal Stoddard',
  ],
  [
    'Stoddard — who endorsed a rival before the primary — said the two “don’t agree on everything, and that’s fine.”',
    'Stoddard',
  ],
  [
    'According to a transcript of the call released by the Justice Department, the agent asked, “Where were you on the night of the fire?”',
    'the agent',
  ],
  [
    '“The defendant knowingly and willfully misled investigators,” prosecutors wrote in a 14-page filing unsealed on Friday.',
    'prosecutors',
  ],
  ['The complaint says Ellery texted a friend that she was “done with all of it” the night before.', 'Ellery'],
  [
    'U.S. District Judge Amara Osei, ruling from the bench, called the state’s argument “too clever by half and wrong besides.”',
    'U.S. District Judge Amara Osei',
  ],
  [
    '“We hold that it does not,” Justice Lyle Brandeis Hart wrote for the majority. In dissent, Justice Paula Kerr warned that the decision “will be read as an invitation to mischief.”',
    'Justice Lyle Brandeis Hart; Justice Paula Kerr',
  ],
  [
    '“We now expect full-year earnings to come in at the lower end of guidance,” Chief Financial Officer Ingrid Solberg said on a call with analysts.',
    'Chief Financial Officer Ingrid Solberg',
  ],
  [
    'Shares of Tarkel fell 8 percent. “The market hates surprises and this was one,” said Owen Park, an analyst at Brill & Stone in London.',
    'Owen Park',
  ],
  ['Tarkel said in a statement it was “cooperating fully with the authorities in all jurisdictions.”', 'Tarkel'],
  [
    '“This isn’t a rate cut, it’s a rescue,” said one senior banker, who asked not to be named because the talks are private.',
    'one senior banker',
  ],
  [
    'Two people familiar with the matter said the chairman had grown “increasingly impatient with the pace of change.”',
    'Two people familiar with the matter',
  ],
  [
    '“Consumers are pulling back,” economist Jae-won Lim of Harlow Bank wrote in a note. “They have no choice but to do so.”',
    'Jae-won Lim of Harlow Bank; Jae-won Lim of Harlow Bank',
  ],
  [
    'The central bank said inflation would remain “uncomfortably above target” until next spring, but Governor Mats Eklund stressed that “no one should doubt our resolve.”',
    'The central bank; Governor Mats Eklund',
  ],
  ['The airline’s motto — “Getting you there since 1952” — has been dropped.', '-'],
  ['The Home Secretary, Gillian Marsh, told MPs: “I make no apology for putting safety first.”', 'Gillian Marsh'],
  [
    'Her Labour shadow, Dev Anand, said it was “a shambles from start to finish” and called on Ms Marsh to resign.',
    'Dev Anand',
  ],
  ['“I was gutted, absolutely gutted,” the 34-year-old said after the match.', 'the 34-year-old'],
  [
    'Speaking to BBC Radio 4’s Today programme, Prof Helen Tarn, of the University of Leeds, said: “We have never seen numbers like these.”',
    'Prof Helen Tarn',
  ],
  [
    'A spokesperson for the Department for Transport said: “We are investing £2bn in the north and will continue to do so.”',
    'A spokesperson for the Department for Transport',
  ],
  ['“You can’t just turn up and expect people to listen,” says Roisin, 19, from Derry.', 'Roisin'],
  ['Det Ch Insp Alan Moody said the attack was “a brutal and senseless act of violence”.', 'Det Ch Insp Alan Moody'],
  ['He added: “Anyone with information should come forward.” | The inquiry continues.', 'he'],
  [
    'Tributes have been paid to the teenager, who was described by her head teacher as “a bright spark in every classroom”.',
    'her head teacher',
  ],
  [
    'In a statement, the family said: “Our hearts are broken. | “Liam was the kindest boy you could ever meet and we will miss him every day.”',
    'the family; the family',
  ],
  [
    'The council leader, Fran Holloway (Lib Dem), conceded it had been “a very difficult budget to balance”.',
    'Fran Holloway',
  ],
  ['“Oh, it’s marvellous,” laughs Moira Petrie. “I come every week.”', 'Moira Petrie; Moira Petrie'],
  [
    'Writing in the Observer, the former chancellor Piers Lockwood argues that Britain is “sleepwalking into another lost decade”.',
    'the former chancellor Piers Lockwood',
  ],
  ['One resident, Bob Harker, put it more bluntly. “They’ve forgotten us,” he said.', 'Bob Harker'],
  [
    'Unions reacted with fury. “Our members will not be bullied,” thundered Len Docherty, the general secretary of the RWU.',
    'Len Docherty',
  ],
  ['‘We will fight this in the courts,’ the minister’s office said last night.', 'the minister’s office'],
  [
    '‘It’s the players’ choice,’ Southern manager Nuno Reis told reporters. ‘I won’t force anyone.’',
    'Southern manager Nuno Reis; Southern manager Nuno Reis',
  ],
  ['The report found ‘systemic failings at every level’ of the trust.', 'The report'],
  ['Mrs Doyle, 71, of Bexhill, told the inquest: ‘I heard a bang and then nothing.’', 'Mrs Doyle'],
  ['“So I packed a bag,” she says, “and I walked out of there.”', 'she; she'],
  [
    'For Amina Yusuf, a nurse in Garissa, the drought is personal. “My brother lost forty goats,” she says.',
    'Amina Yusuf',
  ],
  [
    '“People think it’s the wolves,” says rancher Cody Teague, leaning on a gate. “It’s not the wolves. It’s the price of feed.”',
    'rancher Cody Teague; rancher Cody Teague',
  ],
  ['As Teague puts it, “You can shoot a wolf, but you can’t shoot a bank.”', 'Teague'],
  ['NPR: “Were you surprised by the verdict?”', 'NPR'],
  ['Teague recalls thinking, “This can’t be happening to us.”', 'Teague'],
  ['“It’s heartbreaking, it really is” is all that Maria Teague will say about the fire.', 'Maria Teague'],
  [
    '“The bombardment hasn’t stopped since dawn,” Mahmoud al-Khatib, a doctor at the al-Nasr hospital, told Al Jazeera by phone.',
    'Mahmoud al-Khatib',
  ],
  [
    'Foreign Minister Sergio Valdés condemned what he called “the cowardly murder of our soldiers”.',
    'Foreign Minister Sergio Valdés',
  ],
  [
    'The ministry of foreign affairs summoned the ambassador to protest against “repeated violations of our airspace”.',
    '-',
  ],
  [
    'State news agency KNA quoted the general as saying that “the enemy will pay dearly for its crimes.”',
    'the general',
  ],
  [
    '“This is not a ceasefire,” said the rebel commander, known only as Abu Zayd. “It is a pause.”',
    'the rebel commander; the rebel commander',
  ],
  [
    'UN Secretary-General Ana Lúcia Prado urged all sides to show “maximum restraint in the coming days”.',
    'UN Secretary-General Ana Lúcia Prado',
  ],
  [
    'Human Rights Monitor, a watchdog based in Geneva, said at least 40 people had been “arbitrarily detained and in some cases tortured.”',
    'Human Rights Monitor',
  ],
  ['“She told me, ‘Don’t you dare come back,’ and I believed her,” Harker said.', 'Harker'],
  ['Harker, author of “The Long Way Down to Dover,” said the book took nine years.', '-'],
  ['The so-called “right to be left alone” law passed in March.', '-'],
  ['The exhibition, titled “What We Carried Across the Sea,” opens Friday.', '-'],
  [
    '“Not on my watch,” said Mayor Denise Kwan. But Councilman Ray Ortega, a frequent critic, was unmoved. “She’s had four years,” he said.',
    'Mayor Denise Kwan; Councilman Ray Ortega',
  ],
  ['“I love this town,” said Ortega, and Kwan replied, “Then pay your taxes like everyone else.”', 'Ortega; Kwan'],
  ['Kwan said she had asked Ortega to apologize. “He laughed at me,” she said.', 'Kwan'],
  ['The band closed with “Born to Lose Again” and two encores.', '-'],
  [
    'In her resignation letter, Kwan wrote that she was “proud of what we built together” and thanked the staff.',
    'Kwan',
  ],
  [
    'Kwan’s attorney, Beth Sorrell, did not dispute the account but said it “leaves out everything that matters.”',
    'Beth Sorrell',
  ],
  [
    '“We’re not the bad guys here,” insisted the company’s vice president for public affairs, Ron Fisk.',
    'the company’s vice president for public affairs',
  ],
  ['Police Chief Marlon Biggs said officers found a note that read, “Forgive me, I could not go on.”', 'a note'],
];
