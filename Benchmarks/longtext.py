"""Long texts in two or three languages, made of words of the concept lexicon, for measuring the alignment of whole books.

    longtext.py SENTENCES FOLDER [kk,ru]

A sentence is eight to sixteen concepts, drawn so that a few are frequent and most are rare, now and then a number or a
made-up name; each language says them in an order of its own. Some sentences are left out, some are joined with the next
one, some stretches are inserted. `FOLDER/gold.tsv` says which lines belong together.
"""
import csv
import glob
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = ("kk", "ru", "en")
CYRILLIC = "бвгджзклмнпрст"
LATIN = "bvgdjzklmnprst"
VOWELS = ("аеиоу", "aeiou")


def concepts():
    rows = []
    for path in sorted(glob.glob(f"{HERE}/../lexicons/concepts/*.tsv")):
        lines = [line for line in open(path, encoding="utf-8") if not line.startswith("#")]
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            cells = [(row.get(language) or "").split("|")[0].strip() for language in LANGUAGES]
            if all(cells):
                rows.append(cells)
    return rows


def name(draw):
    """A made-up name in both scripts."""
    cyrillic = latin = ""
    for _ in range(draw.randint(2, 4)):
        consonant, vowel = draw.randrange(len(CYRILLIC)), draw.randrange(5)
        cyrillic += CYRILLIC[consonant] + VOWELS[0][vowel]
        latin += LATIN[consonant] + VOWELS[1][vowel]
    return cyrillic.capitalize(), cyrillic.capitalize(), latin.capitalize()


def sentence(draw, rows, weights):
    chosen = [rows[k] for k in draw.choices(range(len(rows)), cum_weights=weights, k=draw.randint(8, 16))]
    if draw.random() < 0.15:
        chosen.append([str(draw.randint(2, 9999))] * 3)
    if draw.random() < 0.25:
        chosen.append(name(draw))
    words = []
    for number in range(3):
        order = chosen[:]
        # Neighbours change places, as they do between languages.
        for k in range(len(order) - 1):
            if draw.random() < 0.3:
                order[k], order[k + 1] = order[k + 1], order[k]
        text = " ".join(cells[number] for cells in order if draw.random() > 0.15) or order[0][number]
        words.append(text[0].upper() + text[1:] + ".")
    return words


def generate(count, folder, languages=("kk", "ru"), seed=1):
    """Writes FOLDER/kk.txt and so on with about `count` lines each, and gold.tsv: 0-based lines of each bead."""
    draw = random.Random(seed)
    rows = concepts()
    draw.shuffle(rows)
    weights, total = [], 0.0
    for rank in range(len(rows)):
        total += 1 / (rank + 20)
        weights.append(total)
    numbers = [LANGUAGES.index(language) for language in languages]
    outs = [open(os.path.join(folder, language + ".txt"), "w", encoding="utf-8") for language in languages]
    gold = open(os.path.join(folder, "gold.tsv"), "w", encoding="utf-8")
    lines = [0] * len(languages)
    made = inserted = 0
    while made < count:
        if inserted == 0 and draw.random() < 0.0005:
            inserted, side = draw.randint(5, 60), draw.randrange(len(languages))
        bead = []
        group = [sentence(draw, rows, weights) for _ in range(2 if draw.random() < 0.05 else 1)]
        made += len(group)
        kind = draw.random()
        missing = draw.randrange(len(languages)) if kind < 0.03 and len(group) == 1 else -1
        merging = draw.randrange(len(languages))
        for place, number in enumerate(numbers):
            texts = [words[number] for words in group]
            if place == missing or (inserted and place != side):
                texts = []
            elif len(texts) > 1 and place == merging:
                texts = [" ".join(texts)]
            for text in texts:
                outs[place].write(text + "\n")
            bead.append(" ".join(str(lines[place] + k) for k in range(len(texts))))
            lines[place] += len(texts)
        inserted -= inserted > 0
        gold.write("\t".join(bead) + "\n")
    for out in outs + [gold]:
        out.close()
    return [os.path.join(folder, language + ".txt") for language in languages], min(lines)


if __name__ == "__main__":
    os.makedirs(sys.argv[2], exist_ok=True)
    chosen = tuple((sys.argv[3] if len(sys.argv) > 3 else "kk,ru").split(","))
    print(generate(int(sys.argv[1]), sys.argv[2], chosen))
