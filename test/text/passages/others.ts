/** Passages of invented news by language code; `|` stands where a sentence ends and one space follows. */
export const others: Readonly<Record<string, readonly string[]>> = {
  nl: [
    '„Nee”, zei hij.|Toen ging hij weg.',
    'De prijs steeg met 2,4 procent.|In augustus was dat 2,1.',
    'Zie blz. 14.|Daar staat het.',
  ],
  pt: [
    'O Sr. Silva e a Sra. Dias chegaram.|O Dr. Melo faltou.',
    'Ele disse: “Vou embora”.|E foi.',
    'Custou R$ 3,2 mi.|Levou dois anos.',
  ],
  sv: ['Dr. Ek kom kl. 9.|Hon gick kl. 10.', '”Nej”, sa han.|Sedan gick han.'],
  pl: ['Dnia 3. maja port otwarto.|Ruch jest mały.', '„Nie” – powiedział.|Potem wyszedł.'],
  ru: ['Г. Петров уехал.|Он вернётся в мае.', '«Нет», — сказал он.|Потом он ушёл.'],
};
