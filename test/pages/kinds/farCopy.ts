import type { Copy } from './copy.ts';

export const chinese: Copy = {
  title: '老城区最后一家书店重新开门营业',
  dek: '三千名读者众筹保住了它',
  byline: '李明',
  paragraphs: [
    '老城区最后一家独立书店星期六重新开门。这家开了四十年的书店去年因房租上涨停业，三千名读者凑钱把它买了下来。',
    '每人出资最少一百元，最多五千元。',
    '“我没想到有这么多人记得这里，”店主陈家和说。他今年六十八岁，从二十八岁起就在柜台后面。',
    '新店二楼设有阅览室，晚上十点以后仍然开放。',
    '区政府表示，将免去书店三年的税费，并在门前修一条步行街。',
  ],
};

export const turkish: Copy = {
  title: 'Kadıköy’de tarihi fırın yeniden açılıyor',
  dek: 'Mahalleli fırını satın aldı',
  byline: 'Elif Demir',
  paragraphs: [
    'Kadıköy’de 1924’ten beri ekmek çıkaran fırın, iki yıl kapalı kaldıktan sonra cumartesi günü yeniden açılıyor.',
    'Fırını, aralarında öğrencilerin de bulunduğu 640 mahalleli birlikte satın aldı.',
    '“Burası kokusuyla büyüdüğümüz yer,” diyen emekli öğretmen Nermin Aksoy, ilk ekmeği kendisinin alacağını söyledi.',
    'Onarım 4 milyon liraya mal oldu.',
    'Fırın her sabah beşte açılacak ve ekmeğin yarısı ihtiyaç sahiplerine ücretsiz verilecek.',
  ],
};

export const greek: Copy = {
  title: 'Ξανανοίγει το θερινό σινεμά της Σύρου',
  dek: 'Έμεινε κλειστό επτά χρόνια',
  byline: 'Μαρία Ρούσσου',
  paragraphs: [
    'Το θερινό σινεμά της Ερμούπολης ανοίγει ξανά την Παρασκευή, ύστερα από επτά χρόνια σιωπής.',
    'Οι κάτοικοι μάζεψαν 90.000 ευρώ για τη νέα οθόνη και τις καρέκλες.',
    '«Είχα κρατήσει το κλειδί στην τσέπη μου», λέει ο μηχανικός προβολής Γιώργος Βαμβακάρης, 71 ετών.',
    'Η είσοδος θα κοστίζει πέντε ευρώ.',
    'Η πρώτη ταινία επιλέχθηκε με ψηφοφορία από τα παιδιά του νησιού.',
  ],
};

export const portuguese: Copy = {
  title: 'Moradores reabrem biblioteca no morro da Conceição',
  dek: 'Espaço estava fechado desde 2019',
  byline: 'Renata Prado',
  paragraphs: [
    'Fechada desde 2019, a biblioteca do morro da Conceição voltou a abrir as portas nesta sexta-feira, no Rio de Janeiro.',
    'Os próprios moradores pintaram as paredes e consertaram o telhado.',
    '“A gente cansou de esperar”, disse a costureira Dalva Nunes, de 54 anos, que coordena o mutirão.',
    'O acervo tem 6 mil livros, quase todos doados.',
    'A prefeitura informou que vai pagar a conta de luz e dois bibliotecários a partir de janeiro.',
  ],
};

export const dutch: Copy = {
  title: 'Pont bij Wijk vaart weer na zes maanden',
  dek: 'De motor moest uit Finland komen',
  byline: 'Joris Bakker',
  paragraphs: [
    'Het pontje bij Wijk vaart vanaf maandag weer. Een half jaar lag het stil, omdat een nieuwe motor uit Finland moest komen.',
    'Bewoners moesten al die tijd 22 kilometer omrijden.',
    '“Mijn kinderen kwamen elke dag te laat op school”, zegt Femke de Wit uit Ravenswaaij.',
    'De reparatie kostte 310.000 euro.',
    'De eerste week is de overtocht gratis, ook voor auto’s.',
  ],
};

export const norwegian: Copy = {
  title: 'Bygda kjøpte sin egen butikk',
  dek: 'Nærmeste alternativ ligger fem mil unna',
  byline: 'Ingrid Moen',
  paragraphs: [
    'Da nærbutikken i Oppstryn skulle stenge, gikk 180 innbyggere sammen og kjøpte den.',
    'Hver familie skjøt inn minst 3000 kroner.',
    '– Uten butikk dør bygda, sier styreleder Per Arne Lie.',
    'Nærmeste alternativ ligger fem mil unna, over et fjell som er stengt halve vinteren.',
    'Butikken er åpen døgnet rundt, og etter klokken åtte låser kundene seg inn selv.',
  ],
};

export const czech: Copy = {
  title: 'V Třebíči znovu otevřeli městské lázně',
  dek: 'Oprava trvala čtyři roky',
  byline: 'Petr Dvořák',
  paragraphs: [
    'Městské lázně v Třebíči se po čtyřech letech oprav znovu otevřely veřejnosti. První den přišlo přes osm set lidí.',
    'Oprava stála 160 milionů korun.',
    '„Chodila jsem sem plavat jako malá holka,“ řekla dvaaosmdesátiletá Marie Horáková.',
    'Město zachovalo původní dlažbu z roku 1932 i dřevěné kabiny.',
    'Vstupné zůstane do konce roku poloviční.',
  ],
};

export const vietnamese: Copy = {
  title: 'Làng nghề giấy dó mở cửa đón khách sau mười năm',
  dek: 'Hai mươi hộ dân khôi phục nghề cũ',
  byline: 'Nguyễn Thu Hà',
  paragraphs: [
    'Làng giấy dó bên sông Cầu mở cửa đón khách từ thứ bảy, sau mười năm gần như không còn ai làm nghề.',
    'Hai mươi hộ dân đã góp tiền dựng lại xưởng chung.',
    '"Tôi sợ nghề mất theo mình", ông Ngô Đức Điều, 76 tuổi, nói.',
    'Khách có thể tự tay xeo một tờ giấy và mang về.',
    'Tỉnh hỗ trợ làng hai tỷ đồng để trồng lại rừng dó trong năm năm tới.',
  ],
};

export const indonesian: Copy = {
  title: 'Warga Banda Hidupkan Lagi Kapal Sekolah',
  dek: 'Anak-anak tidak perlu lagi menginap di pulau besar',
  byline: 'Rina Latuconsina',
  paragraphs: [
    'Kapal sekolah di Kepulauan Banda kembali berlayar mulai Senin setelah tiga tahun rusak di dermaga.',
    'Warga mengumpulkan Rp 240 juta untuk mengganti mesinnya.',
    '"Anak saya dulu pulang hanya sekali sebulan," kata Ibu Salma, pedagang ikan di Pulau Ai.',
    'Kapal itu membawa 60 murid setiap pagi.',
    'Pemerintah kabupaten berjanji menanggung biaya solar sampai akhir tahun ajaran.',
  ],
};

export const ukrainian: Copy = {
  title: 'У Кременці відновили міський годинник',
  dek: 'Він не йшов з 1998 року',
  byline: 'Олена Гнатюк',
  paragraphs: [
    'Годинник на вежі Кременецької ратуші знову показує час: у п’ятницю його запустили вперше з 1998 року.',
    'Механізм два роки лагодив шкільний учитель фізики.',
    '«Найважче було знайти одну-єдину шестерню», — розповів Степан Козак.',
    'Грошей на ремонт вистачило завдяки пожертвам містян.',
    'Тепер годинник битиме щогодини, але вночі мовчатиме.',
  ],
};

export const hindi: Copy = {
  title: 'तीस साल बाद फिर चली पहाड़ की छोटी रेल',
  dek: 'गाँव वालों ने खुद पटरी साफ़ की',
  byline: 'अनिता रावत',
  paragraphs: [
    'तीस साल से बंद पड़ी पहाड़ की छोटी रेल शनिवार को फिर चल पड़ी और पहले ही दिन उसमें चार सौ लोग सवार हुए।',
    'गाँव वालों ने दो साल तक खुद पटरी साफ़ की।',
    '“मैंने अपने पोते को पहली बार रेल दिखाई,” सत्तर साल के मोहन सिंह ने कहा।',
    'टिकट बीस रुपये का है और छात्रों के लिए मुफ़्त।',
    'रेल विभाग ने बताया कि गाड़ी दिन में दो बार चलेगी और बरसात में बंद रहेगी।',
  ],
};

export const hebrew: Copy = {
  title: 'בית הקפה הוותיק בחיפה נפתח מחדש',
  dek: 'השכנים קנו אותו יחד',
  byline: 'נועה כהן',
  paragraphs: [
    'בית הקפה הוותיק ברחוב המגינים בחיפה נפתח מחדש ביום שישי, אחרי שנתיים שבהן עמד סגור.',
    'ארבע מאות שכנים קנו אותו יחד.',
    '"כאן למדתי לשחק שח, וכאן גם הפסדתי", אמר יוסף ברק, בן 79.',
    'שיפוץ המקום עלה חצי מיליון שקלים.',
    'התפריט נשאר כמו שהיה, והמחירים עלו בשקל אחד בלבד.',
  ],
};
