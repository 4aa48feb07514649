"""Counts which letter follows which in Kazakh and Russian words, for lexicons/letter-pairs.tsv.

    python3 Training/letter-pairs.py FOLDER > lexicons/letter-pairs.tsv

FOLDER holds parallel text: NAME.kk-ru-en.tsv, NAME.kk-ru.tsv, NAME.kk-en.tsv. Files named ntrex-* are left out, so that
what is measured on NTREX was not learned from it. "_" is the edge of a word.
"""
import collections
import os
import re
import sys

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі"
UNIT = 100_000
HEAD = """\
# How often the second letter follows the first in a word, per hundred thousand pairs; "_" is the edge of a word. Tells
# text from text that was read in a wrong encoding.
# Origin: counted by Training/letter-pairs.py in the parallel text that learned/translations.bin is learned from, without
# NTREX; no word of it is kept.
first	second	kk	ru"""


def main():
    counts = {"kk": collections.Counter(), "ru": collections.Counter()}
    for name in sorted(os.listdir(sys.argv[1])):
        if not name.endswith(".tsv") or name.startswith("ntrex"):
            continue
        languages = name.split(".")[1].split("-")
        with open(os.path.join(sys.argv[1], name), encoding="utf-8") as file:
            for line in file:
                for language, cell in zip(languages, line.rstrip("\n").split("\t")):
                    if language not in counts:
                        continue
                    for word in re.findall(f"[{LETTERS}]+", cell.lower()):
                        edges = f"_{word}_"
                        counts[language].update(a + b for a, b in zip(edges, edges[1:]))
    scale = {language: UNIT / sum(counter.values()) for language, counter in counts.items()}
    print(HEAD)
    for first in "_" + LETTERS:
        for second in "_" + LETTERS:
            row = [round(counts[k][first + second] * scale[k]) for k in ("kk", "ru")]
            if any(row):
                print(first, second, *row, sep="\t")


if __name__ == "__main__":
    main()
