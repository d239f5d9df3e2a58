/** As SentenceWords, as text: what leads to a name or number, what may end a sentence, what opens one. */
export interface LocaleWords {
  readonly leading: string;
  readonly doubtful: string;
  readonly openers: string;
}

const russian: LocaleWords = {
  leading: 'ул просп пр пер пл наб бул проф акад доц инж ген полк св тов ср напр т.е т.к т.н рис табл ст п пп ок с',
  doubtful:
    'г гг в вв р тыс млн млрд руб коп др д т.д т.п ч час мин сек обл янв февр авг сент окт нояб дек им см гр тел корп',
  openers:
    'В Во На По С Со Из К Ко У О Об От До За Для При Под Над Без Через После Перед Между Среди Он Она Оно Они Мы Вы Я Это Этот Эта Эти Тот Та Те Но А И Или Однако Также Тогда Теперь Сейчас Сегодня Вчера Завтра Когда Если Как Что Кто Где Там Здесь Так Все Всё Всего Его Её Ее Их Не Ни Уже Ещё Еще Только Даже Более Около Почти Согласно Кроме Несмотря Ранее Позже Затем Потом Поэтому Пока Чтобы Хотя Потому Многие Некоторые Другие Никто Один Одна Два Две Три',
};

const ukrainian: LocaleWords = {
  leading: 'вул просп пров пл наб бул проф акад доц інж ген полк св гр тов див напр т.зв рис табл ст п пп ім с',
  doubtful: 'м р рр тис млн млрд грн коп ін т.д т.п д год хв сек обл тел корп',
  openers:
    'У В Во На По З Із Зі До Від За Для При Під Над Без Через Після Перед Між Серед Він Вона Воно Вони Ми Ви Я Це Цей Ця Ці Той Та Ті Але А І Й Або Однак Також Тоді Тепер Зараз Сьогодні Вчора Завтра Коли Якщо Як Що Хто Де Там Тут Так Усі Всі Його Її Їх Не Ні Вже Ще Тільки Лише Навіть Більше Близько Майже Згідно Крім Раніше Пізніше Потім Тому Поки Щоб Хоча Багато Деякі Інші Ніхто Один Одна Два Дві Три',
};

const bulgarian: LocaleWords = {
  leading: 'ул бул пл кв проф доц акад инж ген полк св стр чл ал т.нар напр вж д-р т.е',
  doubtful: 'г лв хил млн млрд др т.н ч мин сек тел гр',
  openers:
    'В Във На По С Със От До За При Под Над Без През След Преди Между Сред Той Тя То Те Ние Вие Аз Това Този Тази Тези Но А И Или Обаче Също Тогава Сега Днес Вчера Утре Когато Ако Как Какво Кой Къде Там Тук Така Всички Не Ни Вече Още Само Дори Повече Около Според Освен После Затова Докато Макар Много Някои Други Никой Един Една Два Две Три',
};

const polish: LocaleWords = {
  leading:
    'dr prof st nr art ing inż mgr hab doc red kl ca ul al pl os ks św bp abp kard płk ppłk mjr kpt sierż asp insp kom tzw np im tj m.in woj pow gm pt wg zob tab str pkt poz godz tel sp ur zm pos',
  doubtful: 'r w min sek tys mln mld zł gr proc etc itd itp in hr jr n.e o.o dz ust ok rys sen por gen',
  openers:
    'W We Na Do Z Ze Po Od Przy Przed Pod Nad Bez Dla Przez Za O U Według Podczas On Ona Ono Oni One My Ja To Ten Ta Te Ci Tak Także Również Jednak Ale A I Lub Gdy Kiedy Jeśli Jak Jako Co Kto Gdzie Tam Tu Teraz Dziś Dzisiaj Wczoraj Jutro Nie Nikt Nic Już Jeszcze Tylko Nawet Więcej Około Jego Jej Ich Wszyscy Wszystko Wiele Wielu Kilka Inni Potem Następnie Później Wcześniej Dlatego Bo Ponieważ Chociaż Zdaniem Zgodnie Dwa Dwie Trzy Jeden Jedna',
};

const czech: LocaleWords = {
  leading:
    'dr prof doc ing mgr bc mudr judr phdr rndr plk pplk kpt por st č čl odst tzv např napr resp tř ul sv p pí tab tel cca mj m.j č.p nr',
  doubtful: 'r tis mil mld kč hod min sek atd apod aj jr n.l a.s s.r.o gen nám obr',
  openers:
    'V Ve Vo Na Do Z Ze Zo S Se So Po Od Při Pri Před Pred Pod Nad Bez Pro Pre Za O U Podle Podľa Během Počas On Ona Ono Oni My Já Ja To Ten Ta Tá Tí Ti Tak Také Ale A I Však Když Keď Pokud Ak Jak Ako Jako Co Čo Kdo Kto Kde Tam Tady Tu Teď Teraz Dnes Včera Zítra Zajtra Ne Nie Nikdo Nikto Nic Nič Už Ještě Ešte Jen Len Více Viac Jeho Její Jej Jejich Ich Všichni Všetci Mnoho Několik Další Poté Potom Později Proto Preto Protože Kvůli Dva Dvě Tři Tri Jeden Jedna',
};

const southSlavic: LocaleWords = {
  leading: 'dr prof mr ing dipl sv ul br čl st npr tj tzv tel str odn g gđa gđica',
  doubtful: 'god tis mil mlrd kn min sek itd sl jr d.o.o o.o r l gen',
  openers:
    'U V Na Do Iz Za Po Od Pri Pred Pod Nad Bez Kroz Prije Poslije Nakon Između Prema Tijekom On Ona Ono Oni Mi Vi Ja To Taj Ta Te Ti Tako Ali A I Ili Međutim Također Tada Sada Danas Jučer Sutra Kada Kad Ako Kako Što Tko Ko Gdje Tamo Ovdje Svi Sve Njegov Njegova Njihov Ne Ni Nitko Niko Već Još Samo Čak Više Oko Zato Dok Iako Mnogi Neki Drugi Jedan Jedna Dva Dvije Tri',
};

const swedish: LocaleWords = {
  leading: 'dr prof hr fr nr fig sid t.ex bl.a d.v.s dvs ca c:a resp f.d fd s.k ev tel kl jfr inkl exkl kungl',
  doubtful: 'm.m osv o.s.v etc m.fl kr mkr min sek milj mdr jan feb mar apr aug sept okt nov dec st kap',
  openers:
    'I På Av Till Från Med Om För Vid Efter Före Under Över Mellan Enligt Han Hon Den Det De Vi Jag Ni Man Ett En Men Och Eller Som När Där Här Nu Då Idag Igår Inte Ingen Alla Många Flera Hans Hennes Deras Sedan Också Även Dock Samtidigt Därför Trots Bara Nästan Två Tre',
};

const danishNorwegian: LocaleWords = {
  leading: 'dr prof hr frk nr s ca bl.a f.eks fx evt inkl ekskl kgl kl jf jfr adv tlf dvs pga ift hhv sml ing',
  doubtful: 'mio mia mill mrd kr min sek osv mv m.m m.v etc m.fl o.l jan feb mar apr aug sept okt nov dec des st kap',
  openers:
    'I På Af Av Til Fra Med Om For Ved Efter Etter Før Under Over Mellem Mellom Ifølge Han Hun Den Det De Vi Jeg Man Et En Men Og Eller Som Når Der Her Nu Nå Da Ikke Ingen Alle Mange Flere Hans Hendes Hennes Deres Siden Også Dog Samtidig Derfor Trods Kun Bare Næsten To Tre',
};

const finnish: LocaleWords = {
  leading: 'dr prof nro esim ns klo toht vrt ks puh os ent',
  doubtful: 'milj mrd jne ym yms tms min sek kpl eaa jaa mm',
  openers:
    'Se Hän He Ne Me Minä Sinä Te Tämä Nämä Tuo Mutta Ja Sekä Tai Kun Jos Kuten Mitä Kuka Missä Siellä Täällä Nyt Sitten Tänään Eilen Huomenna Ei Kukaan Kaikki Monet Myös Vain Lisäksi Kuitenkin Vuonna Noin Yli Alle Kaksi Kolme Yksi Ensin Myöhemmin Siksi Vaikka',
};

const romanian: LocaleWords = {
  leading: 'dl dna dr prof ing col lt art nr str bd bld jud mun sf acad av pag fig tel aprox cca ex',
  doubtful: 'etc mil mld ș.a sec min ian feb mar apr iun iul aug sept oct nov dec gen cap vol',
  openers:
    'În Pe La Din De Cu Fără Pentru Prin După Până Între Sub Peste Conform Potrivit El Ea Ei Ele Noi Eu Acesta Aceasta Aceștia Acest Această Dar Și Sau Iar Însă Când Dacă Cum Ce Cine Unde Acolo Aici Acum Atunci Astăzi Azi Ieri Mâine Nu Nimeni Nimic Toți Toate Mulți Mai Lui Doi Două Trei Un O Astfel Totuși Deși',
};

const hungarian: LocaleWords = {
  leading: 'dr prof ifj id özv st pl ún kb ill ld vö ker sz',
  doubtful: 'stb eft m.fl évf',
  openers:
    'A Az Egy Ez Azt Ezt Ő Ők Mi Én De És Vagy Ha Hogy Mert Amikor Mint Míg Ahol Itt Ott Most Ma Tegnap Holnap Nem Senki Semmi Minden Mindenki Sok Több Csak Még Már Szerinte Azonban Ezért Később Majd Két Három Emellett Továbbá Ugyanakkor',
};

const turkish: LocaleWords = {
  leading: 'dr prof doç sn öğr yzb tğm müh mah cad apt no nu st örn bkz hz',
  doubtful: 'vb vs vd a.ş ltd şti dk sa sok bul alb av gen',
  openers:
    'Bu Şu O Bir Biz Siz Ben Onlar Ama Ancak Fakat Ve Veya Çünkü Eğer Daha En Çok Hem Ne Kim Nasıl Nerede Burada Orada Şimdi Bugün Dün Yarın Hiç Her Tüm Bütün Sonra Önce Ayrıca İki Üç Öte Böylece Bunun Buna',
};

const greek: LocaleWords = {
  leading: 'κ κα κκ δρ καθ οδ αρ π.χ δηλ λ.χ βλ σελ τηλ αγ στρ υπ',
  doubtful: 'κ.λπ κλπ κ.ά χλμ εκατ δισ μ.μ π.μ μ.χ',
  openers:
    'Ο Η Το Οι Τα Τον Την Του Της Των Στο Στη Στην Στον Στα Στις Στους Σε Με Για Από Και Αλλά Όμως Όταν Αν Όπως Αυτό Αυτός Αυτή Αυτοί Εκεί Εδώ Τώρα Σήμερα Χθες Αύριο Δεν Μη Μόνο Ακόμη Ήδη Πριν Μετά Κατά Σύμφωνα Ωστόσο Επίσης Ένας Μία Μια Ένα Δύο Τρεις Πολλοί Όλοι Κανείς',
};

const indonesian: LocaleWords = {
  leading: 'dr prof jl jln no kh h hj ir drs dra st tgl rp bpk sdr hlm tel pt cv',
  doubtful: 'dll dsb dst tbk',
  openers:
    'Di Pada Dari Ke Untuk Dengan Oleh Dalam Menurut Setelah Sebelum Saat Ketika Ia Dia Mereka Kami Kita Saya Ini Itu Namun Tetapi Dan Atau Karena Jika Sejumlah Para Hal Selain Sementara Hari Kemudian Tidak Bahkan Juga Sebanyak Dua Tiga Satu Ada',
};

/** Scripts without capitals: every sentence opens like any word, so only what never ends one is told. */
const uncased = (leading: string): LocaleWords => ({ leading, doubtful: '', openers: '' });
const arabic = uncased('د أ م ص ج ق.م أ.د');
const hindi = uncased('डॉ प्रो पं सु श्री इं मो');

export const moreLocaleWords: Readonly<Record<string, LocaleWords>> = {
  ru: russian,
  uk: ukrainian,
  bg: bulgarian,
  pl: polish,
  cs: czech,
  sk: czech,
  hr: southSlavic,
  sr: southSlavic,
  bs: southSlavic,
  sl: southSlavic,
  sv: swedish,
  da: danishNorwegian,
  nb: danishNorwegian,
  nn: danishNorwegian,
  no: danishNorwegian,
  fi: finnish,
  ro: romanian,
  hu: hungarian,
  tr: turkish,
  el: greek,
  id: indonesian,
  ms: indonesian,
  ar: arabic,
  hi: hindi,
  mr: hindi,
  ne: hindi,
  bn: uncased('ড ডা ডঃ মো মোঃ প্রফেসর'),
  vi: uncased('tp tx ts ths pgs gs bs ks lm'),
};
