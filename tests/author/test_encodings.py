"""Encodings: what is not UTF-8 is read as what it is, or refused; never as something else."""

from __future__ import annotations

import pytest

from quiz.author.decoding import source
from quiz.errors import Unreadable

TEXTS = {
    "shift_jis": (
        "日本の首都はどこですか？,東京\n世界で一番高い山は何ですか？,エベレスト\n",
        "Shift-JIS",
    ),
    "euc_jp": (
        "日本の首都はどこですか？,東京\n世界で一番高い山は何ですか？,エベレスト\n",
        "EUC-JP",
    ),
    "gb18030": ("中国的首都是哪里？,北京\n世界上最高的山峰是什么？,珠穆朗玛峰\n", "GB18030"),
    "big5": ("台灣的首都是哪裡？,台北\n世界上最高的山峰是什麼？,聖母峰\n", "Big5"),
    "euc_kr": ("한국의 수도는 어디입니까?,서울\n세계에서 가장 높은 산은?,에베레스트\n", "EUC-KR"),
    "cp1251": ("Столица России?,Москва\nКто написал роман?,Лев Толстой\n", "Windows-1251"),
    "koi8_r": ("Кино\tФильм\nГород\tМосква\n", "KOI8-R"),
    "cp1253": ("Ποια είναι η πρωτεύουσα;,Αθήνα\nΠοιο είναι το βουνό;,Έβερεστ\n", "Windows-1253"),
    "cp1252": ("Où est l'île ?;À côté\nÇa coûte 5½ €;Noël, Straße\n", "Windows-1252"),
    "mac_roman": ("Straße;Weg\nMüller;Beruf\nCafé;Ort\n", "Mac Roman"),
    "cp1250": ("Największe miasto?;Łódź\nŚwięto;Boże Narodzenie\n", "Windows-1250"),
    "cp1254": ("Türkiye'nin başkenti?;Ankara\nEn yüksek dağ;Ağrı Dağı\n", "Windows-1254"),
}


@pytest.mark.parametrize("times", [1, 30])
@pytest.mark.parametrize("encoding", TEXTS)
def test_a_text_is_read_in_its_own_letters(encoding: str, times: int) -> None:
    text, name = TEXTS[encoding]
    told, named = source("x.csv", (text * times).encode(encoding))
    assert (told.written, named) == (text * times, name)


def test_katakana_alone_are_not_taken_for_accents() -> None:
    text = "France,フランス\nGermany,ドイツ\nItaly,イタリア\n"
    assert source("x.csv", text.encode("cp932"))[0].written == text


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(Unreadable, match="not a text"):
        source("x", bytes(range(128, 256)) * 3)


def test_signs_that_are_none_are_counted() -> None:
    raw = ("café, noël; été " * 9).encode("cp1252") + b"\x81"
    assert source("x", raw)[1] == "Windows-1252 (1 sign in it unknown)"


@pytest.mark.parametrize(
    "declared", ["", '<?xml version="1.0"?>', "<?xml version='1.0' encoding='UTF-8'?>"]
)
def test_xml_that_is_not_what_it_says_is_read_all_the_same(declared: str) -> None:
    text = f"{declared}<quiz><question>Größe</question></quiz>"
    assert "Größe" in source("x.xml", text.encode("cp1252"))[0].written


def test_an_encoding_that_xml_declares_is_believed() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-7"?><quiz>ά ώ</quiz>'
    told, named = source("x.xml", text.encode("iso-8859-7"))
    assert (told.written, named) == (text, "iso-8859-7")
