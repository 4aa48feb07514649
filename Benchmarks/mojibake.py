#!/usr/bin/env python3
"""How much text that was read in a wrong encoding is restored, pair by pair, with ftfy as the peer where it is installed.

    python3 Benchmarks/mojibake.py CLI [--lines 300]

The text is written for this project: the sentences of the tests and terms of lexicons/concepts. Each line is damaged and
repaired by itself ("alone"), and all lines as one document of which half are left clean ("mixed"). Restored is a line that
comes out as its clean form does. "Touched" are clean lines in many languages that a rule of mojibake changes.
"""
import argparse
import json
import os
import random
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "Tests", "LinguaTests", "Fixtures")
CONCEPTS = os.path.join(HERE, "..", "lexicons", "concepts")
WRONG = {"utf-8": "cp1251 cp1252 latin-1 koi8-r cp866", "cp1251": "cp1252 latin-1 koi8-r cp866",
         "kz1048": "cp1251 cp1252 latin-1", "ptcp154": "cp1251 cp1252 latin-1", "koi8-r": "cp1251 cp1252 latin-1 cp866",
         "cp866": "cp1251 cp1252 latin-1 koi8-r"}
PAIRS = [(right, wrong) for right, pages in WRONG.items() for wrong in pages.split()]
TWICE = [("cp1252", "cp1252"), ("cp1251", "cp1251"), ("cp1251", "cp1252"), ("latin-1", "latin-1"), ("koi8-r", "cp1251")]


def table(page):
    """The characters of a page; bytes that it does not define are controls, as programs pass them on."""
    return [bytes([b]).decode(page, "ignore") or chr(b) for b in range(256)]


TABLES = {page: table(page) for page in "cp1251 cp1252 latin-1 koi8-r cp866".split()}


def misread(text, right, wrong):
    return "".join(TABLES[wrong][b] for b in text.encode(right))


def damages():
    """Name and function of each damage; the function answers None where the encoding cannot hold the text."""
    for right, wrong in PAIRS:
        yield f"{right} as {wrong}", lambda t, r=right, w=wrong: misread(t, r, w)
    for first, second in TWICE:
        yield f"utf-8 as {first}, {second}", lambda t, a=first, b=second: misread(misread(t, "utf-8", a), "utf-8", b)
    for wrong in ("cp1251", "cp1252"):
        yield f"utf-8 as {wrong}, lost �", lambda t, w=wrong: t.encode().decode(w, "replace")
        yield f"utf-8 as {wrong}, NBSP lost", lambda t, w=wrong: misread(t, "utf-8", w).replace("\xa0", " ")


def lines(count):
    with open(os.path.join(FIXTURES, "synthetic", "mojibake-sentences.json"), encoding="utf-8") as file:
        result = {"kk": [], "ru": []}
        for case in json.load(file):
            result[case["language"]].append(case["text"])
    chance = random.Random(5)
    terms = {"kk": [], "ru": []}
    for name in sorted(os.listdir(CONCEPTS)):
        with open(os.path.join(CONCEPTS, name), encoding="utf-8") as file:
            for row in file:
                cells = row.rstrip("\n").split("\t")
                if row.startswith("#") or cells[0] == "kk":
                    continue
                for language, cell in zip(("kk", "ru"), cells):
                    terms[language] += [t for t in cell.split("|") if t]
    for language, words in terms.items():
        # Lines as keyword lists have them.
        while len(result[language]) < count:
            result[language].append(", ".join(chance.sample(words, chance.randint(3, 6))))
    return {language: texts[:count] for language, texts in result.items()}


def others(cli):
    """Arguments that switch off all rules but those of mojibake."""
    run = subprocess.run([cli, "normalize", "--diagnose", "--jsonl"], input=b'{"text":""}\n', stdout=subprocess.PIPE, check=True)
    rules = [rule for rule in json.loads(run.stdout)["rules"] if not rule.startswith("mojibake")]
    return [argument for rule in rules for argument in ("--without", rule)]


def normalize(cli, texts):
    """The repaired texts and, for each, the rules of its edits."""
    source = "".join(json.dumps({"id": str(k), "text": t}, ensure_ascii=False) + "\n" for k, t in enumerate(texts))
    command = [cli, "normalize", "--profile", "scan", "--explain", "--jsonl"] + others(cli)
    run = subprocess.run(command, input=source.encode("utf-8"), stdout=subprocess.PIPE, check=True)
    records = [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]
    return [r["text"] for r in records], [{e["rule"] for e in r["edits"]} for r in records]


def share(good, count):
    return f"{100 * good / count:7.1f}" if count else "      –"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--lines", type=int, default=300)
    options = parser.parse_args()
    try:
        import ftfy
        peer = lambda text: ftfy.fix_text(text, uncurl_quotes=False)
    except ImportError:
        peer = None
    texts = lines(options.lines)
    print(f"{'% of lines restored':32}{'kk':>7}{'mixed':>7}{'ftfy':>7}{'ru':>9}{'mixed':>7}{'ftfy':>7}")
    expected = {language: normalize(options.cli, batch)[0] for language, batch in texts.items()}
    for name, damage in damages():
        row = f"{name:32}"
        for language, batch in texts.items():
            cases = []
            for text, clean in zip(batch, expected[language]):
                try:
                    damaged = damage(text)
                except UnicodeEncodeError:
                    continue
                if damaged != text:
                    cases.append((text, clean, damaged))
            # A page that cannot hold the language is met by few lines only, those without its letters.
            if len(cases) * 2 < len(batch):
                row += "      –" * 3 + "  "
                continue
            alone, _ = normalize(options.cli, [d for _, _, d in cases])
            good = sum(a == clean for a, (_, clean, _) in zip(alone, cases))
            document = "\n".join(d if k % 2 else t for k, (t, _, d) in enumerate(cases))
            repaired = normalize(options.cli, [document])[0][0].split("\n")
            mixed = 0
            if len(repaired) == len(cases):
                mixed = sum(a == text for k, (a, (text, _, _)) in enumerate(zip(repaired, cases)) if k % 2)
            row += share(good, len(cases)) + share(mixed, len(cases) // 2)
            row += share(sum(peer(d) == t for t, _, d in cases), len(cases)) if peer else "      –"
            row += "  "
        print(row, flush=True)
    with open(os.path.join(FIXTURES, "negative", "mojibake.json"), encoding="utf-8") as file:
        clean = [case["text"] for case in json.load(file)]
    clean += texts["kk"] + texts["ru"]
    for title, batch in (("alone", clean), ("as one document", ["\n".join(clean)])):
        _, rules = normalize(options.cli, batch)
        touched = sum(any(r.startswith("mojibake") for r in found) for found in rules)
        print(f"clean lines touched, {title}: {touched} of {len(batch)}")
    if peer:
        print(f"clean lines touched by ftfy: {sum(peer(t) != t for t in clean)} of {len(clean)}")


if __name__ == "__main__":
    main()
