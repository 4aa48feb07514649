#!/usr/bin/env python3
"""Speed of `normalize --profile scan`: clean text, and pages that lost their Kazakh letters; ftfy as the peer where it is installed.

    python3 Benchmarks/scan.py --cli .build/release/lingua-cli [--megabytes 20] [--rounds 3]

The texts come from examples/, repeated. Processor time of whole processes, one worker, the best of the rounds taken in turn.
"""
import argparse, glob, os, resource, subprocess, sys, tempfile, textwrap

HERE = os.path.dirname(os.path.abspath(__file__))
LOST = str.maketrans("қғңүұөәһіҚҒҢҮҰӨӘҺІ", "кгнуу" + "еэх1" + "КГНУУЕЭХ1")
PEER = "import sys, ftfy\nfor line in sys.stdin: sys.stdout.write(ftfy.fix_text(line, uncurl_quotes=False))"


def processor_time(command, stdin=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdin=open(stdin, "rb") if stdin else None, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def repeated(text, size):
    return text * max(1, round(size / len(text.encode())))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    size = arguments.megabytes * 1e6
    paragraphs = []
    for path in sorted(glob.glob(f"{HERE}/../examples/*.txt")):
        text = open(path, encoding="utf-8").read()
        paragraphs += [line for line in text.replace("\u00ad", "").split("\n") if len(line) > 200]
    share = lambda line, letters: sum(c in letters for c in line.lower()) / len(line)
    kazakh = [p for p in paragraphs if share(p, "қғңүұөәһі") > .05]
    clean = [p for p in paragraphs if share(p, "ʌ") == 0]
    pages = "\f".join("\n".join(textwrap.wrap(p.translate(LOST), 60)) + "\n" for p in kazakh)
    with tempfile.TemporaryDirectory() as folder:
        texts = {"clean": repeated("\n".join(clean) + "\n", size), "lost letters": repeated(pages + "\f", size / 8)}
        files = {}
        for name, text in texts.items():
            files[name] = f"{folder}/{name}.txt"
            open(files[name], "w", encoding="utf-8").write(text)
        peer = subprocess.run([sys.executable, "-c", "import ftfy"], capture_output=True).returncode == 0
        small = f"{folder}/small.txt"
        open(small, "w", encoding="utf-8").write(repeated("\n".join(clean) + "\n", size / 10))
        best = {}
        for _ in range(arguments.rounds):
            for name, path in files.items():
                command = [arguments.cli, "normalize", "--profile", "scan", "--jobs", "1", path, "-o", f"{folder}/out.txt"]
                best[name] = min(best.get(name, 1e9), processor_time(command))
            if peer: best["ftfy"] = min(best.get("ftfy", 1e9), processor_time([sys.executable, "-c", PEER], small))
        speed = {name: os.path.getsize(path) / best[name] / 1e6 for name, path in files.items()}
        for name, value in speed.items(): print(f"{name}: {value:.1f} MB/s")
        if peer:
            rate = os.path.getsize(small) / best["ftfy"] / 1e6
            print(f"ftfy, clean: {rate:.1f} MB/s; lingua-cli {speed['clean'] / rate:.1f} times as fast")


if __name__ == "__main__":
    main()
