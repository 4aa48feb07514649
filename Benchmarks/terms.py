#!/usr/bin/env python3
"""How many of the keywords that authors chose a glossary finds in texts that have lost their keyword lists.

    Benchmarks/terms.py --cli .build/release/lingua-cli FOLDER [--top 200,500,1000,2000] [--save FILE]

FOLDER holds trilingual documents, a text file each. The keyword lists are cut out, one glossary is made of what is left,
and the rows of keywords that have all three languages are looked for among its first entries:

    exact   as printed, without regard to capitals, in any of the names or printed forms of an entry
    words   word by word, where the forms of a word share their beginning: six tenths of the longer one's letters

A keyword that stands in no text cannot be found; "in text" is the share of rows whose three keywords do, by words.
"""
import argparse, collections, json, os, re, shutil, subprocess, sys, tempfile

LANGUAGES = ("kk", "ru", "en")
LONGEST = 60


def run(arguments, data=None):
    done = subprocess.run(arguments, input=data, capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line.strip()]


def without_keywords(text, sections):
    """The text in bytes without its keyword lists and their labels."""
    data = text.encode()
    for section in sorted((s for s in sections if s["kind"] == "keywords"), key=lambda s: -s["range"][0]):
        start, end = section["range"]
        label = section.get("label", "").encode()
        place = data.rfind(label, 0, start) if label else -1
        if 0 <= place and start - place - len(label) < 8:
            start = place
        data = data[:start] + b"\n" + data[end:]
    return data


def words(term):
    return re.findall(r"[^\W_]+", term.casefold().replace("ё", "е").replace("\u00ad", ""))


def same_word(a, b):
    shared = len(os.path.commonprefix([a, b]))
    return a == b or shared >= 3 and shared >= 0.6 * max(len(a), len(b))


def same_words(a, b):
    return len(a) == len(b) > 0 and all(map(same_word, a, b))


def names(entry, language):
    """All names of an entry in a language, and how they are printed."""
    for term in entry[language]:
        if isinstance(term, str):
            yield term
        else:
            yield term["term"]
            yield from (form["text"] if isinstance(form, dict) else form for form in term.get("printed", []))


class Found:
    """The entries among the first of a glossary that have a keyword, exactly or by words."""

    def __init__(self, entries):
        self.exact = {l: collections.defaultdict(set) for l in LANGUAGES}
        self.beginnings = {l: collections.defaultdict(set) for l in LANGUAGES}
        for number, entry in enumerate(entries):
            for language in LANGUAGES:
                for name in set(names(entry, language)):
                    self.exact[language][name.casefold()].add(number)
                    parts = words(name)
                    if parts:
                        self.beginnings[language][parts[0][:3]].add((number, tuple(parts)))

    def by_form(self, keyword, language):
        return self.exact[language].get(keyword.casefold(), set())

    def by_words(self, keyword, language):
        parts = words(keyword)
        return {n for n, other in self.beginnings[language][parts[0][:3] if parts else ""] if same_words(parts, other)}


def share(rows, entries, method):
    found = Found(entries)
    look = getattr(found, method)
    return sum(bool(set.intersection(*(look(row[l], l) for l in LANGUAGES))) for row in rows) / max(1, len(rows))


def stands_in(text, keyword):
    parts = words(keyword)
    return any(same_words(parts, text[k:k + len(parts)]) for k in range(len(text) - len(parts) + 1))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("folder")
parser.add_argument("--cli", required=True)
parser.add_argument("--top", default="200,500,1000,2000", help="how many entries, several parted by commas")
parser.add_argument("--save", help="where to keep the glossary, as JSON Lines")
options = parser.parse_args()

texts = {}
for name in sorted(os.listdir(options.folder)):
    if name.endswith(".txt"):
        with open(os.path.join(options.folder, name), encoding="utf-8-sig") as file:
            texts[name] = file.read()
if not texts:
    sys.exit(f"no .txt in {options.folder}")
records = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
rows, possible = [], 0
with tempfile.TemporaryDirectory() as folder:
    for answer in run([options.cli, "align", "--jsonl"], records.encode()):
        left = without_keywords(texts[answer["id"]], answer["sections"])
        with open(os.path.join(folder, answer["id"]), "wb") as file:
            file.write(left)
        plain = words(left.decode())
        for row in answer["keywords"]:
            if all(row[l] and len(row[l]) <= LONGEST for l in LANGUAGES):
                rows.append(row)
                possible += all(stands_in(plain, row[l]) for l in LANGUAGES)
    glossary = os.path.join(folder, "glossary.jsonl")
    done = subprocess.run([options.cli, "glossary", folder, "--format", "jsonl", "-o", glossary, "-q"],
                          capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    with open(glossary, encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    if options.save:
        shutil.copyfile(glossary, options.save)
entries = [entry for entry in entries if all(entry.get(l) for l in LANGUAGES)]
print(f"{len(texts)} documents, {len(rows)} keywords in three languages, in text {possible / max(1, len(rows)):.3f}, "
      f"{len(entries)} entries in three languages\n")
print("| entries | exact | words |\n|---|---|---|")
for top in map(int, options.top.split(",")):
    first = entries[:top]
    print(f"| {top} | {share(rows, first, 'by_form'):.3f} | {share(rows, first, 'by_words'):.3f} |")
