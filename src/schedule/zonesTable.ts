/** The zones that most people live in, the most spoken for first: it decides what is offered first. */
export const majorZones: readonly string[] = `
  America/New_York Europe/Berlin Europe/London Europe/Paris America/Los_Angeles America/Chicago Asia/Tokyo
  Asia/Kolkata America/Sao_Paulo Asia/Shanghai Europe/Madrid Europe/Rome Europe/Moscow Europe/Istanbul
  America/Mexico_City Asia/Jakarta Asia/Seoul Asia/Manila Asia/Ho_Chi_Minh Asia/Bangkok Europe/Warsaw
  Europe/Amsterdam Europe/Kyiv America/Toronto Australia/Sydney Asia/Karachi Asia/Dhaka Africa/Lagos Africa/Cairo
  Africa/Johannesburg Africa/Nairobi Asia/Tehran America/Halifax Asia/Riyadh Asia/Dubai
  America/Argentina/Buenos_Aires America/Bogota America/Lima America/Santiago America/Caracas America/Denver
  America/Vancouver Europe/Vienna Europe/Zurich Europe/Stockholm Europe/Brussels Europe/Athens Europe/Lisbon
  Europe/Prague Europe/Budapest Europe/Bucharest Europe/Copenhagen Europe/Helsinki Europe/Oslo Europe/Dublin
  Europe/Sofia Europe/Zagreb Europe/Vilnius Europe/Belgrade Europe/Bratislava Asia/Jerusalem Asia/Singapore
  Asia/Kuala_Lumpur Asia/Hong_Kong Asia/Taipei Asia/Tashkent Asia/Almaty Pacific/Auckland Australia/Brisbane
  Australia/Adelaide Asia/Yangon Asia/Kabul Asia/Kathmandu Pacific/Honolulu America/Anchorage America/St_Johns
  Asia/Colombo Asia/Baghdad Australia/Perth America/Phoenix America/Edmonton America/Winnipeg America/Montevideo
  America/Asuncion America/Puerto_Rico Atlantic/Azores Atlantic/Reykjavik Asia/Yekaterinburg Asia/Novosibirsk
  Asia/Vladivostok Africa/Casablanca Africa/Algiers America/Manaus America/Noronha Pacific/Guam Pacific/Noumea
  Pacific/Tongatapu Pacific/Pago_Pago`
  .trim()
  .split(/\s+/);

/** Cities and states that people type and that @vvo/tzdb, which has four cities a zone, does not name. */
export const morePlaces: Readonly<Record<string, string>> = {
  'Africa/Casablanca': 'Marrakesh',
  'America/Chicago': `Austin, New Orleans, Minneapolis, St. Louis, Kansas City, Milwaukee, Nashville, Texas,
    Illinois, Minnesota, Wisconsin, Missouri, Louisiana, Iowa, Alabama`,
  'America/Denver': 'Salt Lake City, Colorado, Utah, New Mexico, Montana, Wyoming',
  'America/Edmonton': 'Alberta',
  'America/Halifax': 'Nova Scotia, New Brunswick',
  'America/Los_Angeles': 'Seattle, Portland, Las Vegas, Sacramento, California, Oregon, Nevada',
  'America/Mexico_City': 'Guadalajara, Ciudad de México',
  'America/New_York': `Boston, Washington, Miami, Atlanta, Charlotte, Orlando, Pittsburgh, Cleveland, Baltimore,
    Florida, Georgia, Virginia, Pennsylvania, New Jersey, Massachusetts, Michigan, Ohio, North Carolina, America,
    United States of America`,
  'America/Phoenix': 'Arizona',
  'America/Sao_Paulo': 'Brasília, Curitiba, Porto Alegre',
  'America/Toronto': 'Quebec, Ontario',
  'America/Vancouver': 'British Columbia',
  'America/Winnipeg': 'Manitoba',
  'Asia/Dubai': 'UAE, Emirates',
  'Asia/Karachi': 'Islamabad',
  'Asia/Kolkata': 'New Delhi, Bombay, Bangalore, Chennai, Pune, Ahmedabad',
  'Asia/Makassar': 'Bali',
  'Asia/Riyadh': 'Mecca',
  'Asia/Seoul': 'Korea',
  'Asia/Shanghai': 'Shenzhen, Guangzhou, Wuhan',
  'Asia/Tokyo': 'Kyoto, Sapporo, Fukuoka',
  'Atlantic/Canary': 'Las Palmas, Tenerife',
  'Australia/Adelaide': 'South Australia',
  'Australia/Perth': 'Western Australia',
  'Australia/Sydney': 'New South Wales',
  'Europe/Amsterdam': 'Den Haag, Holland',
  'Europe/Berlin': 'Cologne, Essen, Bremen, Dresden, Hannover',
  'Europe/Brussels': 'Ghent, Liège',
  'Europe/Kyiv': 'Lviv',
  'Europe/Lisbon': 'Lisboa',
  'Europe/London': 'Edinburgh, Leeds, Liverpool, Bristol, Cardiff, England, Scotland, Wales, Great Britain',
  'Europe/Madrid': 'Seville, Sevilla, Bilbao',
  'Europe/Paris': 'Nice, Bordeaux, Lille, Strasbourg',
  'Europe/Prague': 'Czech Republic',
  'Europe/Rome': 'Roma, Milano, Napoli, Torino, Florence, Venice',
  'Europe/Stockholm': 'Göteborg',
  'Europe/Warsaw': 'Warszawa, Gdańsk, Poznań',
  'Europe/Zurich': 'Genève, Bern',
  'Pacific/Honolulu': 'Hawaii',
};
