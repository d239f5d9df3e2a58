import type { Copy } from './copy.ts';

export const german: Copy = {
  title: 'Stadtrat stoppt Umbau des alten Schlachthofs',
  dek: 'Die Kosten haben sich verdoppelt, nun soll eine Genossenschaft übernehmen',
  byline: 'Jana Reuter',
  paragraphs: [
    'Der Umbau des alten Schlachthofs ist vorerst gestoppt. Mit 23 zu 19 Stimmen lehnte der Stadtrat am Mittwochabend weitere Mittel ab.',
    'Seit dem Baubeginn vor drei Jahren haben sich die Kosten auf 48 Millionen Euro verdoppelt.',
    '„Wir können das den Leuten nicht mehr erklären“, sagte der Fraktionschef der Grünen, Emre Aydin.',
    'Oberbürgermeisterin Karin Lohse warnte vor einer Ruine mitten in der Stadt.',
    'Nun soll eine Genossenschaft das Gelände übernehmen, in der sich 400 Handwerker, Künstler und Nachbarn zusammengetan haben.',
    'Sie will die Hallen Stück für Stück herrichten und rechnet mit höchstens 20 Millionen Euro.',
    'Der Rat entscheidet darüber im März.',
  ],
};

export const french: Copy = {
  title: 'À Brévannes, le dernier cinéma sauvé par ses spectateurs',
  dek: 'Menacé de fermeture, le Rex rouvre grâce à une souscription',
  byline: 'Camille Perrin',
  paragraphs: [
    'Les lumières du Rex se rallumeront samedi. Fermé depuis le printemps, le dernier cinéma de Brévannes a été racheté par 1 300 de ses spectateurs.',
    'Chacun a versé entre 20 et 500 euros.',
    '« Personne n’y croyait, moi le premier », reconnaît Paul Hébrard, qui tenait la caisse depuis trente ans et qui devient directeur.',
    'La mairie a pris à sa charge la réfection du toit, pour 180 000 euros.',
    'La salle de 212 places projettera trois films par semaine, dont un choisi par les collégiens de la ville.',
    'Le premier soir, l’entrée sera libre, et l’on verra « Les Vacances de Monsieur Hulot », comme à l’ouverture en 1953.',
  ],
};

export const spanish: Copy = {
  title: 'La sequía obliga a cortar el agua en 14 municipios',
  byline: 'Lucía Ferrer',
  paragraphs: [
    'Catorce municipios del Alto Turia se quedarán sin agua entre las once de la noche y las seis de la mañana a partir del lunes.',
    'Los embalses de la comarca están al 11% de su capacidad, el nivel más bajo desde 1995.',
    '“Hemos regado con lo que no teníamos”, admite el alcalde de Loriguilla, Vicent Soler.',
    'La Confederación calcula que las reservas durarán 70 días si no llueve.',
    'Los hospitales y las residencias quedan fuera de los cortes, y los ganaderos podrán llenar sus cisternas dos veces por semana.',
    'Los agricultores, que perderán la mitad de la cosecha de naranja, piden ayudas directas y un trasvase urgente.',
  ],
};

export const japanese: Copy = {
  title: '廃校の校舎が図書館に、島の住民が手作り',
  byline: '佐藤美咲',
  paragraphs: [
    '瀬戸内海の小島で、八年前に廃校となった小学校の校舎が図書館として生まれ変わった。住民が三年かけて床や棚を自分たちの手で直した。',
    '蔵書は約一万冊で、すべて全国から寄せられたものだ。',
    '「子どもの声がまた聞こえるのがうれしい」と、館長を務める元教員の山本和子さん（72）は話す。',
    '改修費は約八百万円で、その半分は寄付でまかなわれた。',
    '開館は金曜から日曜まで。船が欠航した日は休館となる。',
  ],
};
