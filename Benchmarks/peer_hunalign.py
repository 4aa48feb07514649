"""hunalign against `align` on one long text: processor time and strict F, in turn.

hunalign (LGPL, github.com/danielvarga/hunalign) is not packaged; build it and put it on PATH. Its dictionary is written
from the concept tables, so both know the same words. The text is all documents of the ntrex-hard alignment set, one
behind the other, Kazakh and Russian; LINGUA_CORPORA names the corpora.
"""
import csv
import glob
import json
import os
import re
import shutil

import measure

HERE = os.path.dirname(os.path.abspath(__file__))


def dictionary(path):
    """Writes the pairs of concepts as hunalign reads them: target @ source."""
    with open(path, "w", encoding="utf-8") as out:
        for table in sorted(glob.glob(f"{HERE}/../lexicons/concepts/*.tsv")):
            with open(table, encoding="utf-8") as rows:
                for row in csv.DictReader((r for r in rows if not r.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
                    for kk in row["kk"].lower().split("|"):
                        for ru in row["ru"].lower().split("|"):
                            print(f"{ru} @ {kk}", file=out)


def text(corpora, folder):
    """The set as two files of lines for us, two of tokens for hunalign, and the gold beads."""
    lines = {"kk": [], "ru": []}
    gold = set()
    for path in sorted(glob.glob(f"{corpora}/alignment/ntrex-hard/*.json")):
        with open(path, encoding="utf-8") as f:
            document = json.load(f)
        shift = {language: len(lines[language]) for language in lines}
        for a, b in document["gold"]["kk-ru"]["fine"]:
            if a and b:
                gold.add((tuple(i + shift["kk"] for i in a), tuple(j + shift["ru"] for j in b)))
        for language in lines:
            lines[language] += [" ".join(s.split()) for s in document["sentences"][language]]
    for language in lines:
        with open(f"{folder}/{language}.txt", "w", encoding="utf-8") as out:
            out.write("\n".join(lines[language]) + "\n")
        with open(f"{folder}/{language}.tok", "w", encoding="utf-8") as out:
            out.write("\n".join(" ".join(re.findall(r"\w+|[^\w\s]", s.lower())) for s in lines[language]) + "\n")
    return gold


def strict(found, gold):
    found = {bead for bead in found if bead[0] and bead[1]}
    return 2 * len(found & gold) / (len(found) + len(gold))


def compare(cli, rounds, folder):
    peer = shutil.which("hunalign")
    corpora = os.environ.get("LINGUA_CORPORA", "")
    if not peer or not glob.glob(f"{corpora}/alignment/ntrex-hard/*.json"):
        print("  hunalign is not on PATH, or LINGUA_CORPORA names no corpora: no comparison")
        return
    gold = text(corpora, folder)
    dictionary(f"{folder}/kk-ru.dic")
    results = measure.alternate(
        {
            "hunalign": {"command": [peer, f"{folder}/kk-ru.dic", f"{folder}/kk.tok", f"{folder}/ru.tok"],
                         "stdout": f"{folder}/ladder", "cores": "0"},
            "align": {"command": [cli, "align", "--kk", f"{folder}/kk.txt", "--ru", f"{folder}/ru.txt", "-f", "json",
                                  "-o", f"{folder}/beads.json"], "cores": "0"},
        },
        rounds,
    )
    rungs = [line.split("\t") for line in read(f"{folder}/ladder").splitlines()]
    rungs = [(int(rung[0]), int(rung[1])) for rung in rungs]
    theirs = {(tuple(range(a[0], b[0])), tuple(range(a[1], b[1]))) for a, b in zip(rungs, rungs[1:])}
    ours = {(tuple(bead["kk"]), tuple(bead["ru"])) for bead in json.loads(read(f"{folder}/beads.json"))["beads"]}
    for name, found in (("hunalign", theirs), ("align", ours)):
        cpu = measure.median([r.cpu for r in results[name]])
        memory = measure.median([r.memory for r in results[name]])
        print(f"  {name:9} {cpu:5.2f} s  peak {memory:3.0f} MB  strict F {strict(found, gold):.3f}")
    print(f"  align is {measure.ratio(results, 'hunalign', 'align', 'cpu'):.2f} times as fast (processor time)")


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()
