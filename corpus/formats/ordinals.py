"""Automatic list numbers (自动编号) in words: what Word shows for the n-th item of a list."""

from __future__ import annotations

__all__ = ["ordinal"]

_COUNTING = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "koreanCounting",
}
_LEGAL = {
    "chineseLegalSimplified": "零壹贰叁肆伍陆柒捌玖",
    "ideographLegalTraditional": "零壹貳參肆伍陸柒捌玖",
}
_SERIES = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def ordinal(number: int, form: str) -> str:
    """Write `number` in a `w:numFmt` form; forms no report uses come out as Arabic digits.

    >>> ordinal(12, "chineseCountingThousand"), ordinal(4, "upperRoman"), ordinal(28, "lowerLetter")
    ('十二', 'IV', 'bb')
    """
    if form == "none":
        return ""
    if form in _COUNTING:
        return _counted(number, "零一二三四五六七八九", "十百千")
    if form in _LEGAL:
        return _counted(number, _LEGAL[form], "拾佰仟", short=False)
    if form in _SERIES and 1 <= number <= len(_SERIES[form]):
        return _SERIES[form][number - 1]
    return _western(number, form)


def _western(number: int, form: str) -> str:
    match form:
        case "decimalZero":
            return f"{number:02}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate(_FULL_WIDTH)
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
        case "upperRoman" | "lowerRoman":
            return _cased(_roman(number), form)
        case "upperLetter" | "lowerLetter" if number > 0:
            # Word goes from Z to AA, BB, CC.
            return _cased(chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1), form)
    return str(number)


def _cased(text: str, form: str) -> str:
    return text if form.startswith("upper") else text.lower()


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _counted(number: int, digits: str, places: str, *, short: bool = True) -> str:
    """Count up to 9999: 十二, 一百零三; `short` drops the 一 of 一十二."""
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    written, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit == 0:
            gap = True
            continue
        written += digits[0] if gap and written else ""
        written += digits[digit] + (places[place - 1] if place else "")
        gap = False
    ten = digits[1] + places[0]
    return written[1:] if short and written.startswith(ten) else written
