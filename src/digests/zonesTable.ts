/**
 * The zones people live in, most spoken for first, by their present IANA names. Decides which
 * zone stands for a country, and what comes first among equals.
 */
export const majorZones: readonly string[] =
  `America/New_York Europe/Berlin Europe/London Europe/Paris America/Los_Angeles America/Chicago Asia/Tokyo Asia/Kolkata
  America/Sao_Paulo Asia/Shanghai Europe/Madrid Europe/Rome Europe/Moscow Europe/Istanbul America/Mexico_City Asia/Jakarta
  Asia/Seoul Asia/Manila Asia/Ho_Chi_Minh Asia/Bangkok Europe/Warsaw Europe/Amsterdam Europe/Kyiv America/Toronto Australia/Sydney
  Asia/Karachi Asia/Dhaka Africa/Lagos Africa/Cairo Africa/Johannesburg Africa/Nairobi Asia/Tehran Asia/Riyadh Asia/Dubai
  America/Argentina/Buenos_Aires America/Bogota America/Lima America/Santiago America/Caracas America/Denver America/Vancouver
  Europe/Vienna Europe/Zurich Europe/Stockholm Europe/Brussels Europe/Athens Europe/Lisbon Europe/Prague Europe/Budapest
  Europe/Bucharest Europe/Copenhagen Europe/Helsinki Europe/Oslo Europe/Dublin Europe/Sofia Europe/Zagreb Europe/Vilnius
  Europe/Belgrade Europe/Bratislava Asia/Jerusalem Asia/Singapore Asia/Kuala_Lumpur Asia/Hong_Kong Asia/Taipei Asia/Tashkent
  Asia/Almaty Pacific/Honolulu America/Anchorage America/St_Johns Asia/Kabul Asia/Kathmandu Asia/Yangon Asia/Colombo Asia/Baghdad Pacific/Auckland Australia/Melbourne
  Australia/Brisbane Australia/Perth Australia/Adelaide America/Phoenix America/Halifax
  America/Edmonton America/Winnipeg America/Montevideo America/Asuncion America/Puerto_Rico
  Atlantic/Azores Atlantic/Reykjavik Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok Asia/Krasnoyarsk
  Africa/Casablanca Africa/Algiers America/Manaus America/Noronha Pacific/Guam Pacific/Noumea Pacific/Tongatapu Pacific/Pago_Pago`.split(
    /\s+/,
  );

/** The present names of zones for which ICU keeps an older one; both are understood everywhere. */
export const renamedZones: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Louisville': 'America/Kentucky/Louisville',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Cities whose name is not the last part of the zone's. */
export const cityNames: Readonly<Record<string, string>> = {
  'America/Lower_Princes': 'Lower Prince’s Quarter',
  'America/St_Johns': 'St. John’s',
  'Antarctica/DumontDUrville': 'Dumont d’Urville',
  'Asia/Ho_Chi_Minh': 'Ho Chi Minh City',
  'Atlantic/Faroe': 'Tórshavn',
};

/** What German calls a zone's city, where it differs. */
export const germanCities: Readonly<Record<string, string>> = {
  'Africa/Algiers': 'Algier',
  'Africa/Cairo': 'Kairo',
  'America/Havana': 'Havanna',
  'America/Mexico_City': 'Mexiko-Stadt',
  'Asia/Baghdad': 'Bagdad',
  'Asia/Kolkata': 'Kalkutta',
  'Asia/Damascus': 'Damaskus',
  'Asia/Hong_Kong': 'Hongkong',
  'Asia/Karachi': 'Karatschi',
  'Asia/Kuwait': 'Kuwait-Stadt',
  'Asia/Yangon': 'Rangun',
  'Asia/Riyadh': 'Riad',
  'Asia/Ho_Chi_Minh': 'Ho-Chi-Minh-Stadt',
  'Asia/Singapore': 'Singapur',
  'Asia/Tashkent': 'Taschkent',
  'Asia/Tbilisi': 'Tiflis',
  'Asia/Tehran': 'Teheran',
  'Asia/Tokyo': 'Tokio',
  'Asia/Vladivostok': 'Wladiwostok',
  'Europe/Athens': 'Athen',
  'Europe/Belgrade': 'Belgrad',
  'Europe/Brussels': 'Brüssel',
  'Europe/Bucharest': 'Bukarest',
  'Europe/Copenhagen': 'Kopenhagen',
  'Europe/Kyiv': 'Kiew',
  'Europe/Lisbon': 'Lissabon',
  'Europe/Luxembourg': 'Luxemburg',
  'Europe/Moscow': 'Moskau',
  'Europe/Prague': 'Prag',
  'Europe/Rome': 'Rom',
  'Europe/Vienna': 'Wien',
  'Europe/Vilnius': 'Wilna',
  'Europe/Warsaw': 'Warschau',
  'Europe/Zurich': 'Zürich',
};

/** Big cities and states that gave no zone its name; searched, and shown as what was found. */
export const otherPlaces: Readonly<Record<string, string>> = {
  'Europe/Berlin':
    'Hamburg, Munich, München, Cologne, Köln, Frankfurt, Stuttgart, Düsseldorf, Leipzig, Dortmund, Essen, Bremen, Dresden, Hannover, Nürnberg',
  'Europe/Vienna': 'Graz, Linz, Salzburg, Innsbruck',
  'Europe/Zurich': 'Geneva, Genf, Genève, Basel, Bern, Lausanne',
  'Europe/London':
    'Manchester, Birmingham, Edinburgh, Glasgow, Leeds, Liverpool, Bristol, Cardiff, Belfast, England, Scotland, Wales, Schottland',
  'Europe/Paris': 'Marseille, Lyon, Toulouse, Nice, Bordeaux, Lille, Strasbourg',
  'Europe/Madrid': 'Barcelona, Valencia, Seville, Sevilla, Bilbao',
  'Atlantic/Canary': 'Las Palmas, Tenerife',
  'Europe/Rome': 'Milan, Milano, Mailand, Naples, Napoli, Neapel, Turin, Torino, Florence, Venice, Roma',
  'Europe/Amsterdam': 'Rotterdam, The Hague, Den Haag, Utrecht, Holland',
  'Europe/Brussels': 'Antwerp, Ghent, Liège',
  'Europe/Warsaw': 'Kraków, Gdańsk, Wrocław, Poznań, Warszawa',
  'Europe/Stockholm': 'Gothenburg, Göteborg, Malmö',
  'Europe/Lisbon': 'Porto, Lisboa',
  'Europe/Athens': 'Thessaloniki',
  'Europe/Istanbul': 'Ankara, Izmir',
  'Europe/Moscow': 'Saint Petersburg, Sankt Petersburg',
  'Europe/Kyiv': 'Kharkiv, Odesa, Lviv',
  'America/New_York':
    'Boston, Washington, Philadelphia, Miami, Atlanta, Charlotte, Orlando, Pittsburgh, Cleveland, Baltimore, Eastern Time, Florida, Georgia, Virginia, Pennsylvania, New Jersey, Massachusetts, Ohio, North Carolina',
  'America/Chicago':
    'Houston, Dallas, Austin, San Antonio, New Orleans, Minneapolis, St. Louis, Kansas City, Milwaukee, Nashville, Central Time, Texas, Illinois, Minnesota, Wisconsin, Missouri, Louisiana, Iowa, Alabama',
  'America/Denver': 'Salt Lake City, Albuquerque, El Paso, Mountain Time, Colorado, Utah, New Mexico, Montana, Wyoming',
  'America/Los_Angeles':
    'San Francisco, San Diego, Seattle, Portland, Las Vegas, Sacramento, San Jose, Pacific Time, California, Oregon, Nevada',
  'America/Phoenix': 'Tucson, Arizona',
  'America/Detroit': 'Michigan',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
  'America/Toronto': 'Montreal, Montréal, Ottawa, Quebec, Québec, Ontario',
  'America/Vancouver': 'British Columbia',
  'America/Edmonton': 'Calgary, Alberta',
  'America/Winnipeg': 'Manitoba',
  'America/Regina': 'Saskatchewan, Saskatoon',
  'America/Halifax': 'Nova Scotia, New Brunswick',
  'America/St_Johns': 'Newfoundland',
  'America/Mexico_City': 'Guadalajara, Puebla, Ciudad de México',
  'America/Sao_Paulo': 'Rio de Janeiro, Brasília, Belo Horizonte, Curitiba, Porto Alegre, Salvador',
  'America/Guayaquil': 'Quito',
  'America/Bogota': 'Medellín, Cali',
  'America/La_Paz': 'Santa Cruz de la Sierra',
  'Asia/Kolkata': 'Mumbai, Bombay, Delhi, New Delhi, Bangalore, Bengaluru, Chennai, Hyderabad, Pune, Ahmedabad',
  'Asia/Karachi': 'Lahore, Islamabad',
  'Asia/Shanghai': 'Beijing, Peking, Shenzhen, Guangzhou, Chengdu, Wuhan, Chongqing',
  'Asia/Tokyo': 'Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukuoka',
  'Asia/Seoul': 'Busan',
  'Asia/Ho_Chi_Minh': 'Hanoi, Da Nang',
  'Asia/Jakarta': 'Surabaya, Bandung',
  'Asia/Makassar': 'Bali, Denpasar',
  'Asia/Jerusalem': 'Tel Aviv, Haifa',
  'Asia/Dubai': 'Abu Dhabi',
  'Asia/Riyadh': 'Jeddah, Mecca',
  'Asia/Almaty': 'Astana',
  'Australia/Sydney': 'Canberra, New South Wales',
  'Australia/Melbourne': 'Victoria',
  'Australia/Brisbane': 'Gold Coast, Queensland',
  'Australia/Perth': 'Western Australia',
  'Australia/Adelaide': 'South Australia',
  'Australia/Hobart': 'Tasmania',
  'Pacific/Auckland': 'Wellington, Christchurch',
  'Africa/Johannesburg': 'Cape Town, Kapstadt, Durban, Pretoria',
  'Africa/Lagos': 'Abuja',
  'Africa/Casablanca': 'Rabat, Marrakesh',
};

/** What people call their clock; an abbreviation that several places use names all of them, the most spoken for first. */
export const abbreviations: Readonly<Record<string, string>> = {
  ET: 'America/New_York America/Toronto',
  EST: 'America/New_York America/Toronto America/Panama America/Jamaica',
  EDT: 'America/New_York America/Toronto',
  CT: 'America/Chicago America/Winnipeg',
  CST: 'America/Chicago America/Mexico_City Asia/Shanghai America/Winnipeg America/Costa_Rica Asia/Taipei',
  CDT: 'America/Chicago America/Winnipeg America/Havana',
  MT: 'America/Denver America/Edmonton',
  MST: 'America/Denver America/Phoenix America/Edmonton',
  MDT: 'America/Denver America/Edmonton',
  PT: 'America/Los_Angeles America/Vancouver',
  PST: 'America/Los_Angeles America/Vancouver Asia/Manila',
  PDT: 'America/Los_Angeles America/Vancouver',
  AKST: 'America/Anchorage',
  AKDT: 'America/Anchorage',
  HST: 'Pacific/Honolulu',
  AST: 'America/Halifax America/Puerto_Rico Asia/Riyadh',
  ADT: 'America/Halifax',
  NST: 'America/St_Johns',
  NDT: 'America/St_Johns',
  BRT: 'America/Sao_Paulo',
  ART: 'America/Argentina/Buenos_Aires',
  CLT: 'America/Santiago',
  COT: 'America/Bogota',
  PET: 'America/Lima',
  VET: 'America/Caracas',
  GMT: 'Europe/London Africa/Abidjan Africa/Accra Atlantic/Reykjavik',
  BST: 'Europe/London Asia/Dhaka',
  IST: 'Asia/Kolkata Europe/Dublin Asia/Jerusalem',
  WET: 'Europe/Lisbon Atlantic/Canary',
  WEST: 'Europe/Lisbon Atlantic/Canary',
  CET: 'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Vienna Europe/Zurich Europe/Warsaw Europe/Stockholm Europe/Brussels Europe/Prague',
  CEST: 'Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Vienna Europe/Zurich Europe/Warsaw Europe/Stockholm Europe/Brussels Europe/Prague',
  MEZ: 'Europe/Berlin Europe/Vienna Europe/Zurich',
  MESZ: 'Europe/Berlin Europe/Vienna Europe/Zurich',
  EET: 'Europe/Athens Europe/Helsinki Europe/Bucharest Europe/Kyiv Africa/Cairo',
  EEST: 'Europe/Athens Europe/Helsinki Europe/Bucharest Europe/Kyiv Africa/Cairo',
  MSK: 'Europe/Moscow',
  TRT: 'Europe/Istanbul',
  WAT: 'Africa/Lagos',
  CAT: 'Africa/Maputo Africa/Harare Africa/Khartoum',
  EAT: 'Africa/Nairobi',
  SAST: 'Africa/Johannesburg',
  GST: 'Asia/Dubai',
  IRST: 'Asia/Tehran',
  PKT: 'Asia/Karachi',
  NPT: 'Asia/Kathmandu',
  ICT: 'Asia/Bangkok Asia/Ho_Chi_Minh',
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
  SGT: 'Asia/Singapore',
  MYT: 'Asia/Kuala_Lumpur',
  HKT: 'Asia/Hong_Kong',
  PHT: 'Asia/Manila',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  AWST: 'Australia/Perth',
  ACST: 'Australia/Adelaide Australia/Darwin',
  ACDT: 'Australia/Adelaide',
  AEST: 'Australia/Sydney Australia/Melbourne Australia/Brisbane',
  AEDT: 'Australia/Sydney Australia/Melbourne',
  NZST: 'Pacific/Auckland',
  NZDT: 'Pacific/Auckland',
  NZT: 'Pacific/Auckland',
};

/** What people type for a country beside its names in ICU. */
export const countryAliases: Readonly<Record<string, string>> = {
  US: 'USA, America, Amerika, United States of America',
  GB: 'UK, Great Britain, Britain, Großbritannien, England',
  AE: 'UAE, Emirates',
  CZ: 'Czech Republic, Tschechische Republik',
  KR: 'Korea',
  NL: 'Holland',
  TR: 'Turkey',
  RU: 'Russian Federation',
  MM: 'Burma',
};
