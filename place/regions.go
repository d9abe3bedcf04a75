package place

// countries by their English name, with the names that Ukrainian and Russian give
// them where news from there needs them.
const countries = "Afghanistan=Афганістан=Афганистан|Albania|Algeria|Angola|Argentina|Armenia=Вірменія=Армения|Australia=Австралія=Австралия|Austria=Австрія=Австрия|" +
	"Azerbaijan=Азербайджан|Bahrain|Bangladesh|Belarus=Білорусь=Беларусь=Белоруссия|Belgium=Бельгія=Бельгия|Benin|Bolivia|Bosnia and Herzegovina=Bosnia|Botswana|Brazil|Bulgaria=Болгарія=Болгария|" +
	"Burkina Faso|Burundi|Cambodia|Cameroon|Canada=Канада|Central African Republic|Chad|Chile|China=Китай|Colombia|Congo=Democratic Republic of the Congo|Costa Rica|Croatia=Хорватія=Хорватия|Cuba|Cyprus|" +
	"Czechia=Czech Republic=Чехія=Чехия|Denmark=Данія=Дания|Djibouti|Dominican Republic|Ecuador|Egypt=Єгипет=Египет|El Salvador|Eritrea|Estonia=Естонія=Эстония|Ethiopia|Finland=Фінляндія=Финляндия|France=Франція=Франция|" +
	"Gabon|Gambia|Georgia=Грузія=Грузия|Germany=Німеччина=Германия|Ghana|Greece=Греція=Греция|Guatemala|Guinea|Haiti|Honduras|Hungary=Угорщина=Венгрия|Iceland|India=Індія=Индия|Indonesia|Iran=Іран=Иран|Iraq=Ірак=Ирак|Ireland|" +
	"Israel=Ізраїль=Израиль|Italy=Італія=Италия|Ivory Coast|Jamaica|Japan=Японія=Япония|Jordan|Kazakhstan=Казахстан|Kenya|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia=Латвія=Латвия|Lebanon=Ліван=Ливан|Liberia|Libya=Лівія=Ливия|" +
	"Lithuania=Литва|Madagascar|Malawi|Malaysia|Mali|Mauritania|Mexico|Moldova=Молдова|Mongolia|Montenegro|Morocco|Mozambique|Myanmar=Burma|Namibia|Nepal|Netherlands=Нідерланди=Нидерланды|New Zealand|Nicaragua|Niger|Nigeria|" +
	"North Korea=Північна Корея=Северная Корея=КНДР|North Macedonia|Norway=Норвегія=Норвегия|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Philippines|Poland=Польща=Польша|Portugal|Qatar|Romania=Румунія=Румыния|Russia=Росія=Россия=Russian Federation=РФ|" +
	"Rwanda|Saudi Arabia|Senegal|Serbia=Сербія=Сербия|Sierra Leone|Singapore|Slovakia=Словаччина=Словакия|Slovenia|Somalia|South Africa|South Korea|South Sudan|Spain=Іспанія=Испания|Sri Lanka|Sudan|Sweden=Швеція=Швеция|" +
	"Switzerland=Швейцарія=Швейцария|Syria=Сирія=Сирия|Taiwan|Tajikistan|Tanzania|Thailand|Tunisia|Turkey=Türkiye=Туреччина=Турция|Turkmenistan|Uganda|Ukraine=Україна=Украина|United Arab Emirates|" +
	"United Kingdom=Britain=Great Britain=UK=U.K.=Британія=Велика Британія=Великобритания|United States=US=U.S.=USA=America=США|Uruguay|Uzbekistan|Venezuela|Vietnam|Yemen=Ємен=Йемен|Zambia|Zimbabwe|Gaza=Gaza Strip=Газа|West Bank"

// regions are the oblasts of Ukraine, those of Russia that border on it, and
// others that news from the war names.
const regions = "Cherkasy region=Черкаська область=Черкасская область|Chernihiv region=Чернігівська область=Чернігівщина=Черниговская область|Dnipropetrovsk region=Dnipropetrovsk=Дніпропетровська область=Дніпропетровщина=Днепропетровская область|" +
	"Donetsk region=Донецька область=Донеччина=Донецкая область|Kharkiv region=Харківська область=Харківщина=Харьковская область|Kherson region=Херсонська область=Херсонщина=Херсонская область|" +
	"Kyiv region=Київська область=Київщина=Киевская область|Luhansk region=Lugansk region=Луганська область=Луганщина=Луганская область|Lviv region=Львівська область=Львовская область|Mykolaiv region=Миколаївська область=Николаевская область|" +
	"Odesa region=Odessa region=Одеська область=Одесская область|Poltava region=Полтавська область=Полтавская область|Sumy region=Сумська область=Сумщина=Сумская область|Zaporizhzhia region=Zaporizhia region=Запорізька область=Запорожская область|" +
	"Crimea=Крим=Крым|Donbas=Donbass=Донбас=Донбасс|Kursk region=Kursk oblast=Курська область=Курщина=Курская область|Belgorod region=Belgorod oblast=Бєлгородська область=Белгородская область|" +
	"Bryansk region=Bryansk oblast=Брянська область=Брянская область|Rostov region=Ростовська область=Ростовская область|Voronezh region=Воронезька область=Воронежская область|Middle East|Red Sea|Black Sea=Чорне море=Черное море"
