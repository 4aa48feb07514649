#!/usr/bin/env python3
"""Measures `lingua-cli transliterate` against `uconv -x` with ICU's rules for the same scheme and against `cat`.

    transliterate.py CLI [--size MB] [--rounds N]

The text is Kazakh, made here from sentences of our own, with and without line ends. The programs take turns; ratios are
the median of the rounds. "cpu" is by user and system time, which other work on the machine changes less.
"""
import argparse
import os
import random
import shutil
import sys
import tempfile

import measure
import normalize

KAZAKH = [sentence for sentence in normalize.SENTENCES if set("әғқңөұүһі") & set(sentence)]
# uconv takes seconds for ten megabytes, so it gets a part of the text; its speed does not depend on the size.
PEER_MB = 10


def write(path, megabytes, line_end):
    chance = random.Random(1)
    size = 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        while size < megabytes * 1_000_000:
            text = " ".join(chance.choice(KAZAKH) for _ in range(chance.randint(1, 5))) + line_end
            file.write(text)
            size += len(text.encode())


def bench(cli, rounds, folder, size=100):
    if not shutil.which("uconv"):
        sys.exit("uconv is missing: install icu-devtools")
    peer = ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "kk-kk_Latn/BGN"]
    schemes = ["kk-latn-bgn-pcgn-1979", "kk-latn-2021-jan", "kk-arab-tote"]
    print(f"== transliterate, {size} MB of Kazakh, uconv {PEER_MB} MB (whole processes)")
    print(f"  {'text':10}{'program':36}{'MB/s':>7}{'x uconv':>9}{'cpu':>7}{'of cat':>8}{'peak MB':>9}")
    for name, line_end in (("lines", "\n"), ("one-line", " ")):
        source, small = os.path.join(folder, name), os.path.join(folder, name + "-small")
        write(source, size, line_end)
        write(small, PEER_MB, line_end)
        commands = {
            "cat": {"command": ["cat"], "stdin": source},
            "uconv -x kk-kk_Latn/BGN": {"command": peer, "stdin": small},
        }
        for scheme in schemes:
            commands[f"transliterate {scheme}"] = {
                "command": [cli, "transliterate", "--scheme", scheme], "stdin": source}
        results = measure.alternate(commands, rounds)
        megabytes = {program: os.path.getsize(commands[program]["stdin"]) / 1e6 for program in commands}

        def speeds(program, field="wall"):
            return [megabytes[program] / getattr(run, field) for run in results[program]]

        for program in commands:
            own = speeds(program)
            peer_name = "uconv -x kk-kk_Latn/BGN"
            peers = measure.median([a / b for a, b in zip(own, speeds(peer_name))])
            cpu = measure.median([a / b for a, b in zip(speeds(program, "cpu"), speeds(peer_name, "cpu"))])
            bound = measure.median([a / b for a, b in zip(own, speeds("cat"))])
            memory = measure.median([run.memory for run in results[program]])
            print(f"  {name:10}{program:36}{measure.median(own):7.1f}{peers:9.1f}{cpu:7.1f}{bound:8.3f}{memory:9.1f}")
        os.remove(source)
        os.remove(small)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--size", type=int, default=100, help="MB of text")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        bench(os.path.abspath(options.cli), options.rounds, folder, options.size)


if __name__ == "__main__":
    main()
