#!/usr/bin/env python3
"""Checks that every word of the concept and acronym lexicons is known to a spelling dictionary or was reviewed.

The dictionaries are hunspell's kk_KZ, ru_RU, en_US and en_GB. A word that none of them knows must stand in
lexicons/reviewed-words.tsv: a reader has looked at it and found it right. The check fails, with file and line, on a word
that neither knows, and on a reviewed word that no lexicon uses any more.

    Tests/Spelling/check.py            the check
    Tests/Spelling/check.py --unknown  prints the words to review, as rows of reviewed-words.tsv
"""
import argparse
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LEXICONS = os.path.join(ROOT, "lexicons")
REVIEWED = os.path.join(LEXICONS, "reviewed-words.tsv")
DICTIONARIES = {"kk": ["kk_KZ"], "ru": ["ru_RU"], "en": ["en_US", "en_GB"]}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def rows(path):
    """The rows of a table as (line number, {column: cell})."""
    header = None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\r\n")
            if not line.strip() or line.startswith("#"):
                continue
            cells = line.split("\t")
            if header is None:
                header = cells
            else:
                yield number, dict(zip(header, cells))


def words_of_lexicons():
    """For each language, where each word is first used."""
    found = {language: {} for language in DICTIONARIES}
    tables = [(path, "") for path in sorted(glob.glob(os.path.join(LEXICONS, "concepts", "*.tsv")))]
    tables.append((os.path.join(LEXICONS, "acronyms.tsv"), "_expansion"))
    for path, suffix in tables:
        for number, row in rows(path):
            for language in DICTIONARIES:
                for word in WORD.findall(row.get(language + suffix, "")):
                    # Acronyms and symbols are no words of a spelling dictionary.
                    if len(word) > 1 and not word.isupper():
                        found[language].setdefault(word, f"{os.path.relpath(path, ROOT)}:{number}")
    return found


def unknown(words, dictionaries):
    """The words that none of the dictionaries knows, whole or as the parts of a compound; ё may be written е."""
    def spelled(word):
        return {word, word.replace("ё", "е"), word.replace("’", "'")}

    forms = set()
    for word in words:
        for part in [word, *word.split("-")]:
            forms |= spelled(part)
    bad = forms
    for dictionary in dictionaries:
        result = subprocess.run(
            ["hunspell", "-i", "utf-8", "-d", dictionary, "-l"], input="\n".join(sorted(bad)) + "\n",
            capture_output=True, text=True, encoding="utf-8")
        if result.returncode != 0:
            sys.exit(f"hunspell -d {dictionary} failed: {result.stderr.strip()}")
        bad = bad & set(result.stdout.split("\n"))
    known = forms - bad

    def is_known(word):
        if spelled(word) & known:
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(len(part) < 2 or spelled(part) & known for part in parts)

    return sorted(word for word in words if not is_known(word))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--unknown", action="store_true", help="print the words to review instead of failing")
    options = parser.parse_args()
    reviewed = {language: {} for language in DICTIONARIES}
    if os.path.exists(REVIEWED):
        for number, row in rows(REVIEWED):
            reviewed[row["language"]][row["word"]] = number
    failures = []
    for language, words in words_of_lexicons().items():
        for word in unknown(words, DICTIONARIES[language]):
            if word not in reviewed[language]:
                if options.unknown:
                    print(f"{language}\t{word}\t{words[word]}")
                else:
                    failures.append(f"{words[word]}: no {language} dictionary knows '{word}': "
                                    "mend it, or add it to lexicons/reviewed-words.tsv when it is right")
        for word, number in reviewed[language].items():
            if word not in words:
                failures.append(f"lexicons/reviewed-words.tsv:{number}: no lexicon uses '{word}' any more: delete the row")
    if not options.unknown:
        print("\n".join(failures), file=sys.stderr, end="\n" if failures else "")
        sys.exit(1 if failures else 0)


main()
