/** What abbreviations neither end nor hide, by language code; `|` stands where a sentence ends and one space follows. */
export const abbreviations: Readonly<Record<string, readonly string[]>> = {
  ru: [
    'Около 1,2 тыс. человек вышли на ул. Ленина.|Они стояли до вечера.',
    'В 2025 г. Дума приняла закон.|Проф. Петров молчал.',
    'Завод построили в 1998 г.|Потом его закрыли.',
    'Дом стоит на ул. Мира, д. 5, корп. 2.|Рядом парк.',
    'В г. Скарров приехал министр.|Его встретил мэр А. Д. Лунд.',
    'Ремонт стоил 3,5 млн руб.|По словам мэра, это немного.',
    'В 2024 г. В. Орлов ушёл в отставку.|Он вернулся через год.',
    'Билет стоит 500 руб.|Эксперты молчат.|Мост обошёлся в 3 млн руб.|Мэр доволен.',
    'Пришёл брат.|Ушёл дед.|Осталась мать.',
    'Завод им. Орлова закрыт.|Рабочие ждут, и город помогает им.|Потом нашли пять тел.|Об этом молчат.',
  ],
  uk: [
    'Близько 2 тис. людей вийшли на вул. Садову.|Вони стояли до вечора.',
    'У 2025 р. Рада ухвалила закон.|Проф. Бондар мовчав.',
    'Завод збудували 1998 р.|Потім його закрили.',
    'У м. Скарів приїхав міністр.|Його зустрів мер.',
  ],
  bg: [
    'През 2025 г. Народното събрание прие закона.|Проф. Илиев мълча.',
    'Мостът струва 3 млн. лв.|Според кмета това е малко.',
    'Той живее на ул. Морска 5.|Тя живее на бул. Витоша.',
  ],
  pl: [
    'W 2025 r. Sejm uchwalił ustawę.|Min. Zięba ją podpisał.',
    'Kopalnię otwarto w 1998 r.|Potem ją zamknięto.',
    'W 40. min. Lis strzelił gola, w 2024 r. Lis nie strzelił żadnego.|Bilet kosztował 30 zł.|Mecz trwał.',
    'Pociąg jedzie 40 min.|Bilet kosztuje 12 zł.',
    'To był tylko sen.|On go pamięta.|Pociąg jedzie ok. 40 min, potem staje.',
    'O godz. 11 inż. Sowa zjechał na dół.|Wszyscy żyją.',
    'Ks. abp Nowak i prof. dr hab. Kos przyszli razem.|Usiedli z tyłu.',
    'Firma Zorza sp. z o.o. Jana Kosa zwalnia 300 osób.|Nikt nie wie dlaczego.',
    'Stał tam brat.|Obok siedział pies.|Padał deszcz.',
  ],
  cs: [
    'V r. 2025 schválila sněmovna zákon.|Ing. Novák mlčel.',
    'Škoda je 3 mil. Kč.|Podle ředitele to není mnoho.',
    'Pomohl nám.|Potom přišel obr.|Na nám. Míru bylo ticho.',
    'Bydlí v ul. Komenského, č. 5.|Jeho bratr bydlí vedle.',
  ],
  sk: ['Na ul. Hlavnej stojí mgr. Kováč.|Podľa neho je pokoj.'],
  hr: ['U 2025. god. Sabor je donio zakon.|Prof. Horvat je šutio.', 'Šteta je 3 mil. kn.|Prema njemu to nije mnogo.'],
  sv: [
    'Ca 300 personer, bl.a. Ek och Lund, stod vid S:t Knuts torg kl. 9.|De gick kl. 10.',
    'Bron kostar 3 milj. kronor.|Enligt kommunen är det lite.',
    'De sålde bröd, ost, fisk m.m.|Sedan gick de hem.',
  ],
  da: [
    'Ca. 300 mennesker, bl.a. Holm, stod ved nr. 5.|De gik kl. 10.',
    'Broen koster 3 mio. kr.|Ifølge byen er det lidt.',
  ],
  no: [
    'Ca. 300 mennesker, bl.a. Holm, sto ved nr. 5.|De gikk kl. 10.',
    'Broen koster 3 mill. kroner.|Ifølge byen er det lite.',
  ],
  fi: [
    'Noin 300 ihmistä, mm. Aalto, odotti klo 9.|He lähtivät klo 10.',
    'Silta maksaa esim. Turussa 3 milj. euroa.|Se on paljon.',
  ],
  ro: [
    'Îl doare la cap.|Acum pleacă.',
    'Dl. Popescu locuiește pe str. Lungă nr. 5.|Fratele lui locuiește alături.',
    'Podul a costat 3 mil. lei.|Potrivit primarului, nu e mult.',
  ],
  hu: ['Kb. 300 ember várt, pl. dr. Kovács.|Este mentek haza.', 'Kenyeret, sajtot stb. árultak.|Aztán hazamentek.'],
  tr: [
    'Prof. Dr. Kaya, Atatürk Cad. No. 5’te oturuyor.|Kardeşi yanında.',
    'Ekmek, peynir vb. sattılar.|Sonra eve gittiler.',
  ],
  el: [
    'Ο κ. Λαμπράκης και η κα. Δήμου ήρθαν.|Κάθισαν πίσω.',
    'Η γέφυρα κόστισε 3 εκατ. ευρώ.|Σύμφωνα με τον δήμο είναι λίγα.',
  ],
  ar: ['ثم غادر د. أحمد القاعة.|ولم يتكلم بعد ذلك.', 'قال أ.د. سامي إن الجسر آمن.|وسيفتح غدا.'],
  hi: ['डॉ. वर्मा और प्रो. सिंह आए।|वे देर तक रुके।'],
  id: [
    'Sekitar 300 orang berdiri di Jl. Melati No. 5.|Mereka pulang malam.',
    'Mereka menjual roti, keju, dll.|Setelah itu mereka pulang.',
  ],
  it: ['Nel sec. XX accadde molto.|Poi venne la pace.', 'Il motore si ferma dopo 10 sec.|Poi riparte.'],
  pt: ['No séc. XX aconteceu muito.|Depois veio a paz.'],
};
