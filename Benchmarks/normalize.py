#!/usr/bin/env python3
"""Measures `lingua-cli normalize --profile text` against `cat` and `uconv -x NFC` as whole processes.

    normalize.py CLI [--size MB] [--rounds N]

The texts are made here from sentences of our own, mixed Kazakh, Russian and English:
  clean       composed text with nothing to repair
  decomposed  the same text in NFD
  damaged     composed text with soft hyphens, no-break spaces and CRLF
  one-line    clean text without a line end
The programs take turns; ratios are the median of the rounds. Where both must give the same, the outputs are compared.
"""
import argparse
import filecmp
import os
import random
import shutil
import sys
import tempfile
import unicodedata

import measure

SENTENCES = [
    "Қазақстанның батысындағы кен орындары туралы жаңа деректер жарияланды.",
    "Ғалымдар үш жыл бойы өзеннің су деңгейін күн сайын өлшеп отырды.",
    "Мектеп оқушылары облыстық олимпиадада жүлделі орындарға ие болды.",
    "Бұл әдіс шөлейт аймақтағы топырақтың құнарын арттыруға көмектеседі.",
    "Зерттеу нәтижелері «Жаңа дала» журналының № 4 санында басылды.",
    "Исследователи измеряли уровень воды в реке каждый день в течение трёх лет.",
    "Новый способ обработки почвы повышает урожай в засушливых районах.",
    "Объём перевозок вырос на 12,5 % — это больше, чем ожидали авторы.",
    "Ученики сельской школы заняли призовые места на областной олимпиаде.",
    "В статье описан «тихий» двигатель, который ещё не испытывали зимой.",
    "The river level was measured every day for three years.",
    "A new method of tillage raises the yield of dry land in the west.",
    "Traffic grew by 12.5 per cent, which is more than the authors expected.",
    "Pupils of a village school won prizes at the regional contest.",
    "The engine described here has not been tested in winter yet.",
]


def million(chance):
    """About a megabyte of lines of one to five sentences."""
    lines, total = [], 0
    while total < 1_000_000:
        line = " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 5)))
        lines.append(line)
        total += len(line.encode()) + 1
    return "\n".join(lines) + "\n"


def damaged(text):
    return text.replace("тар", "т\u00adар").replace(" № ", "\u00a0№\u00a0").replace("\n", "\r\n")


# Name, what is done to the clean text, whether uconv must give the same.
TEXTS = [
    ("clean", lambda text: text, True),
    ("decomposed", lambda text: unicodedata.normalize("NFD", text), True),
    ("damaged", damaged, False),
    ("one-line", lambda text: text.replace("\n", " "), True),
]


def bench(cli, rounds, folder, size=50):
    if not shutil.which("uconv"):
        sys.exit("uconv is missing: install icu-devtools")
    programs = {
        "cat": ["cat"],
        "uconv -x NFC": ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "NFC"],
        "lingua-cli": [cli, "normalize", "--profile", "text"],
    }
    print(f"== normalize --profile text, {size} MB of mixed Kazakh, Russian and English (whole processes)")
    print(f"  {'text':12}{'program':14}{'MB/s':>7}{'x uconv':>9}{'of cat':>8}{'peak MB':>9}")
    for name, change, comparable in TEXTS:
        source = os.path.join(folder, name + ".txt")
        chance = random.Random(1)
        # A megabyte at a time, so that this process stays small: a child's peak counts from its parent's.
        with open(source, "w", encoding="utf-8", newline="") as file:
            for _ in range(size):
                file.write(change(million(chance)))
        if comparable:
            outputs = {}
            for program in ("uconv -x NFC", "lingua-cli"):
                outputs[program] = os.path.join(folder, "output-" + program.split()[0])
                measure.run(programs[program], stdin=source, stdout=outputs[program])
            if not filecmp.cmp(*outputs.values(), shallow=False):
                sys.exit(f"{name}: the outputs of lingua-cli and uconv differ")
            for path in outputs.values():
                os.remove(path)
        megabytes = os.path.getsize(source) / 1e6
        results = measure.alternate(
            {program: {"command": command, "stdin": source} for program, command in programs.items()}, rounds)
        for program, runs in results.items():
            wall = measure.median([r.wall for r in runs])
            print(
                f"  {name:12}{program:14}{megabytes / wall:7.0f}"
                f"{measure.ratio(results, 'uconv -x NFC', program):9.1f}"
                f"{1 / measure.ratio(results, program, 'cat'):8.2f}"
                f"{measure.median([r.memory for r in runs]):9.1f}"
            )
        os.remove(source)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--size", type=int, default=50, help="MB of text")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    # Memory rather than a disk.
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        bench(os.path.abspath(options.cli), options.rounds, folder, options.size)


if __name__ == "__main__":
    main()
