#!/usr/bin/env python3
"""Counts what transliteration brings back: every word and every line of the parallel corpora, there and back.

    roundtrip.py CLI [--scheme ID[,ID]]

LINGUA_CORPORA names the corpora folder; without it nothing is measured. The lines are mixed text as printed, with Latin
words, quotes and digits. `escaped` must give every line; `plain` is what the rules bring back without escapes, in per
cent of Cyrillic words (types) and of running words.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys


def corpus(folder):
    """The lines of each language, and its words with how often each occurs."""
    lines = {"kk": [], "ru": []}
    words = {"kk": collections.Counter(), "ru": collections.Counter()}
    for path in sorted(glob.glob(os.path.join(folder, "parallel", "*.tsv"))):
        languages = os.path.basename(path).split(".")[-2].split("-")
        with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
            for line in file:
                for language, cell in zip(languages, line.rstrip("\n").split("\t")):
                    if language in lines:
                        lines[language].append(cell)
                        words[language].update(re.findall(r"[^\W\d_]+", cell))
    return lines, words


def transliterate(cli, scheme, options, text):
    command = [cli, "transliterate", "--quiet", "--encoding", "UTF-8", "--scheme", scheme] + options
    return subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--scheme", default="")
    options = parser.parse_args()
    folder = os.environ.get("LINGUA_CORPORA", "")
    if not os.path.isdir(os.path.join(folder, "parallel")):
        print("LINGUA_CORPORA names no corpora: nothing is measured")
        return
    listed = subprocess.run([options.cli, "transliterate", "--list", "--jsonl"], stdout=subprocess.PIPE, check=True)
    schemes = [json.loads(line) for line in listed.stdout.decode().splitlines()]
    wanted = options.scheme.split(",") if options.scheme else None
    lines, words = corpus(folder)
    lost = 0
    print(f"{'scheme':32}{'reversible':>11}{'lines lost':>12}{'words lost':>12}{'plain types':>13}{'plain words':>13}")
    for scheme in schemes:
        name, language = scheme["id"], scheme["language"]
        if scheme["reversible"] == "no" or wanted and name not in wanted:
            continue
        types = sorted(words[language])
        counts = words[language]
        row = []
        for text in ("\n".join(lines[language]), "\n".join(types)):
            there = transliterate(options.cli, name, ["--escape"], text)
            back = transliterate(options.cli, name, ["--escape", "--reverse"], there)
            row.append(sum(a != b for a, b in zip(text.split("\n"), back.split("\n"))) + (len(text) != len(back)))
        lost += sum(row)
        types = [word for word in types if re.fullmatch("[\u0400-\u04ff]+", word)]
        there = transliterate(options.cli, name, [], "\n".join(types))
        back = transliterate(options.cli, name, ["--reverse"], there).split("\n")
        kept = [a for a, b in zip(types, back) if a == b]
        row += [100 * len(kept) / len(types), 100 * sum(counts[w] for w in kept) / sum(counts[w] for w in types)]
        print(f"{name:32}{scheme['reversible']:>11}{row[0]:12}{row[1]:12}{row[2]:13.2f}{row[3]:13.2f}", flush=True)
    print(f"{sum(map(len, lines.values()))} lines, {sum(map(len, words.values()))} words; lost with escapes: {lost}")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
