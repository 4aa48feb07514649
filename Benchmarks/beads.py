#!/usr/bin/env python3
"""How often beads are right by the score that is printed, and how the gold sentences of the abstracts align.

    LINGUA_CORPORA=CORPORA Benchmarks/beads.py --cli .build/release/lingua-cli
"""
import argparse
import glob
import importlib.util
import json
import os
import subprocess
from collections import Counter

LANGUAGES = ("kk", "ru", "en")
PAIRS = (("kk", "ru"), ("kk", "en"), ("ru", "en"))
EDGES = (0, 0.4, 0.6, 0.8, 0.9, 0.95, 1.01)


def documents(pattern):
    result = []
    for path in sorted(glob.glob(pattern)):
        with open(path, encoding="utf-8") as f:
            result.append(json.load(f))
    return result


def align(cli, documents, languages):
    """The beads of each document in some languages."""
    records = "".join(
        json.dumps({"id": str(k), "sentences": {l: d["sentences"][l] for l in languages}}) + "\n"
        for k, d in enumerate(documents)
    )
    done = subprocess.run([cli, "align", "--jsonl"], input=records.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line)["beads"] for line in done.stdout.decode().splitlines()]


def reliability(cli, corpora, kind):
    print(f"== {kind} sets: beads by their score")
    for number in (2, 3):
        beads, right = Counter(), Counter()
        for languages in PAIRS if number == 2 else (LANGUAGES,):
            for name in ("ntrex", "flores"):
                texts = documents(f"{corpora}/alignment/{name}-{kind}/*.json")
                for text, answer in zip(texts, align(cli, texts, languages)):
                    gold = {tuple(map(tuple, bead)) for bead in text["gold"]["-".join(languages)]["fine"]}
                    for bead in answer:
                        place = max(k for k, edge in enumerate(EDGES) if bead["score"] >= edge)
                        beads[place] += 1
                        right[place] += tuple(tuple(bead[l]) for l in languages) in gold
        for place in sorted(beads):
            print(
                f"  {number} languages, {EDGES[place]:.2f} to {min(1, EDGES[place + 1]):.2f}:"
                f" {beads[place]:5} beads, {right[place] / beads[place]:.3f} right"
            )


def gold_sentences(cli, corpora):
    spec = importlib.util.spec_from_file_location("scorer", f"{corpora}/alignment/score_reference.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    texts = documents(f"{corpora}/abstracts/gold/*.json")
    plain = [t for t in texts if all(len(b[l]) == 1 for b in t["beads"] for l in LANGUAGES)]
    others = [t for t in texts if t not in plain]

    def restricted(beads, languages):
        return [[b[l] for l in languages] for b in beads if any(b[l] for l in languages)]

    print(f"== gold sentences: {len(plain)} documents all 1:1:1, {len(others)} with other beads")
    wrong = 0
    for languages in PAIRS + (LANGUAGES,):
        for text, answer in zip(plain, align(cli, plain, languages)):
            gold = restricted(text["beads"], languages)
            wrong += sum(bead not in gold for bead in restricted(answer, languages))
    print(f"  all 1:1:1: {wrong} wrong beads")
    three = align(cli, others, LANGUAGES)
    golds = [restricted(t["beads"], LANGUAGES) for t in others]
    print(f"  others, three at once: F {scorer.score3(golds, [restricted(a, LANGUAGES) for a in three])['F']:.3f}")
    for pair in PAIRS:
        golds = [restricted(t["beads"], pair) for t in others]
        for name, answers in (("three at once", three), ("two alone", align(cli, others, pair))):
            found = scorer.score(golds, [restricted(a, pair) for a in answers])
            print(f"  others, {'-'.join(pair)}, {name}: strict {found['Fs']:.3f} lax {found['Fl']:.3f}")


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--cli", required=True)
options = parser.parse_args()
folder = os.environ.get("LINGUA_CORPORA")
if not folder:
    raise SystemExit("set LINGUA_CORPORA to the corpora's folder")
reliability(options.cli, folder, "hard")
reliability(options.cli, folder, "nm")
gold_sentences(options.cli, folder)
