import pytest

from framing.reading.english import closest_language, is_english

OTHERS = {
    "German": "Die Hafenarbeiter haben am Montag nach Angaben der Gewerkschaft die Arbeit "
    "niedergelegt. "
    "Sie fordern höhere Löhne und mehr Sicherheit, doch die Leitung des Hafens lehnt Gespräche ab.",
    "French": "Les dockers ont cessé le travail lundi dans le port, a annoncé le syndicat. Ils "
    "demandent "
    "une hausse des salaires et plus de sécurité, mais la direction du port refuse de négocier.",
    "Spanish": "Los estibadores dejaron de trabajar el lunes en el puerto, según anunció el "
    "sindicato. "
    "Piden una subida de los salarios y más seguridad, pero la dirección no quiere negociar.",
    "Indonesian": "Para buruh pelabuhan berhenti bekerja pada hari Senin, kata serikat buruh. "
    "Mereka "
    "menuntut kenaikan upah dan keselamatan kerja yang lebih baik, tetapi pihak pelabuhan tidak "
    "mau.",
    "Turkish": "Liman işçileri pazartesi günü iş bıraktı ve sendika bir açıklama yaptı. İşçiler "
    "daha çok "
    "ücret ve güvenlik istiyor ancak liman yönetimi bu talepleri kabul etmedi, dedi sendika "
    "başkanı.",
    "Arabic script": "أعلنت النقابة أن عمال الميناء توقفوا عن العمل يوم الاثنين.",
    "Chinese script": "工会表示，码头工人周一停止了工作，要求提高工资。",
    "Japanese script": "組合によると、港湾労働者は月曜日に仕事をやめた。",
    "Cyrillic script": "Докеры прекратили работу в понедельник, сообщил профсоюз.",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_told(language):
    assert not is_english(OTHERS[language])
    assert closest_language(OTHERS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Ayatollah Seyyed Ali Khamenei met Recep Tayyip Erdoğan, Kılıçdaroğlu, Mevlüt Çavuşoğlu "
        "and "
        "Walid al-Muallem in Ankara, and Emmanuel Macron of La République En Marche was with them.",
        "Dockers walk out over pay",
        "1914",
        "Dockers in Łódź, Gdańsk and Świnoujście told Gazeta Wyborcza that they had had enough "
        "of it, "
        "while the mayor of São Paulo said the port of Santos was not for sale at any price.",
    ],
)
def test_english_full_of_names_passes(text):
    assert is_english(text)


def test_a_long_text_is_judged_by_more_than_its_start():
    english = "The dockers left the port, and the union said that it was not the end of it. "
    assert is_english(english * 2000)
    assert not is_english(english * 20 + OTHERS["German"] * 100)
