#!/usr/bin/env python3
"""What each part of the aligner is worth: the figures without it, as a table in Markdown.

    Benchmarks/ablation.py --cli .build/release/lingua-cli --evaluate EVALUATE

EVALUATE is the program that scores lingua-cli on the alignment corpora; it is run once for each part, with
`align --without PART`.
"""
import argparse, os, re, subprocess, sys, tempfile

PARTS = [None, "lexicon", "translations", "lexicon,translations", "cognates", "numbers", "acronyms", "latin",
         "punctuation", "order", "length", "moves"]
SETS = ["ntrex-hard", "flores-hard", "ntrex-nm", "flores-nm"]


def figures(evaluate, cli, part):
    """The mean strict F of the three pairs and the F of triples, by set."""
    with tempfile.TemporaryDirectory() as folder:
        wrapper = os.path.join(folder, "lingua-cli")
        with open(wrapper, "w") as f:
            f.write(f'#!/bin/sh\nexec "{os.path.abspath(cli)}" "$@"' + (f" --without {part}" if part else "") + "\n")
        os.chmod(wrapper, 0o755)
        done = subprocess.run([sys.executable, evaluate, "--cli", wrapper, "--only", "alignment,triples"],
                              capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    row = []
    for name in SETS:
        strict = [float(x) for x in re.findall(rf"{name} (?:kk-ru|kk-en|ru-en)\s.*'strict': ([\d.]+)", done.stdout)]
        triples = re.findall(rf"{name} triple beads\s.*'F': ([\d.]+)", done.stdout)
        if len(strict) != 3 or len(triples) != 1:
            sys.exit(f"no figures for {name} in what {evaluate} printed")
        row += [sum(strict) / 3, float(triples[0])]
    return row


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--cli", required=True)
parser.add_argument("--evaluate", required=True)
options = parser.parse_args()
print("| without | " + " | ".join(f"{name}: pairs | triples" for name in SETS) + " |")
print("|---|" + "---|" * (2 * len(SETS)))
for part in PARTS:
    row = figures(options.evaluate, options.cli, part)
    print(f"| {part or '(nothing)'} | " + " | ".join(f"{x:.4f}".lstrip("0") for x in row) + " |", flush=True)
