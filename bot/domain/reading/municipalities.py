"""Municipalities of Sweden, so that one is known for a place however it is typed.

Left out are those that are also everyday words or first names (Vara, Nora); with a capital after "i" they are places.
"""

from bot.domain.swedish import fold

MUNICIPALITIES = frozenset(
    fold("""
    Alingsås Alvesta Aneby Arboga Arjeplog Arvidsjaur Arvika Askersund Avesta Bengtsfors Bjurholm Bjuv Boden
    Bollebygd Bollnäs Borgholm Borlänge Borås Botkyrka Boxholm Bromölla Bräcke Burlöv Båstad Dals-Ed Danderyd
    Degerfors Dorotea Ekerö Eksjö Emmaboda Enköping Eskilstuna Eslöv Essunga Fagersta Falkenberg Falköping Falun
    Filipstad Finspång Flen Forshaga Färgelanda Gagnef Gislaved Gnesta Gnosjö Gotland Grums Grästorp Gullspång
    Gällivare Gävle Göteborg Götene Hagfors Hallsberg Hallstahammar Halmstad Hammarö Haninge Haparanda Heby
    Hedemora Helsingborg Herrljunga Hjo Hofors Huddinge Hudiksvall Hultsfred Hylte Hällefors Härjedalen Härnösand
    Härryda Hässleholm Håbo Höganäs Högsby Hörby Höör Jokkmokk Järfälla Jönköping Kalix Kalmar Karlsborg Karlshamn
    Karlskoga Karlskrona Karlstad Katrineholm Kinda Kiruna Klippan Knivsta Kramfors Kristianstad Kristinehamn
    Krokom Kumla Kungsbacka Kungsör Kungälv Kävlinge Köping Laholm Landskrona Laxå Lekeberg Leksand Lerum Lessebo
    Lidingö Lidköping Lilla-Edet Lindesberg Linköping Ljungby Ljusdal Ljusnarsberg Lomma Ludvika Luleå Lycksele
    Lysekil Malmö Malung Malå Mariestad Markaryd Mellerud Mjölby Motala Mullsjö Munkedal Munkfors Mölndal
    Mönsterås Mörbylånga Nacka Norberg Nordanstig Nordmaling Norrköping Norrtälje Norsjö Nybro Nykvarn Nyköping
    Nynäshamn Nässjö Ockelbo Olofström Orsa Orust Osby Oskarshamn Ovanåker Oxelösund Pajala Partille Perstorp
    Piteå Ragunda Robertsfors Ronneby Rättvik Salem Sandviken Sigtuna Simrishamn Sjöbo Skara Skellefteå
    Skinnskatteberg Skurup Skövde Smedjebacken Sollefteå Sollentuna Solna Sorsele Sotenäs Staffanstorp Stenungsund
    Stockholm Storfors Storuman Strängnäs Strömstad Strömsund Sundbyberg Sundsvall Surahammar Svalöv Svedala
    Svenljunga Säffle Säter Sävsjö Söderhamn Söderköping Södertälje Sölvesborg Tanum Tibro Tidaholm Tierp Timrå
    Tingsryd Tjörn Tomelilla Torsby Torsås Tranemo Tranås Trelleborg Trollhättan Trosa Tyresö Täby Töreboda
    Uddevalla Ulricehamn Umeå Upplands-Bro Upplands-Väsby Uppsala Uppvidinge Vadstena Vaggeryd Valdemarsvik
    Vallentuna Vansbro Varberg Vaxholm Vellinge Vetlanda Vilhelmina Vimmerby Vindeln Vingåker Vårgårda Vänersborg
    Vännäs Värmdö Värnamo Västervik Västerås Växjö Ydre Ystad Åmål Ånge Åre Årjäng Åsele Åstorp Åtvidaberg Älmhult
    Älvdalen Älvkarleby Älvsbyn Ängelholm Öckerö Ödeshög Örebro Örkelljunga Örnsköldsvik Östersund Österåker
    Östhammar Östra-Göinge Överkalix Övertorneå
    """).split()
)
