#!/usr/bin/env python3
"""Speed of the built program, each figure with its peer or bound in the same run. `make bench` calls it.

    run.py --cli PATH [--rounds N] [--only normalize,transliterate,align,align-long,align-peer,detect,batch,startup,memory]

Where LINGUA_CORPORA names the corpora folder, the articles there are measured too; the examples always are.
"""
import argparse
import glob
import json
import os
import tempfile

import batch
import longtext
import measure
import normalize
import peer_hunalign
import transliterate

HERE = os.path.dirname(os.path.abspath(__file__))


def startup(cli, rounds):
    print("== start-up (median wall, milliseconds)")
    commands = {
        "/bin/true": {"command": ["/bin/true"]},
        "lingua-cli --version": {"command": [cli, "--version"]},
    }
    results = measure.alternate(commands, max(rounds, 20))
    for name, runs in results.items():
        print(f"  {name:24} {1000 * measure.median([r.wall for r in runs]):7.2f}")


def records(texts, path, copies):
    with open(path, "w", encoding="utf-8") as out:
        n = 0
        for _ in range(copies):
            for text in texts:
                out.write(json.dumps({"id": str(n), "text": text}, ensure_ascii=False) + "\n")
                n += 1
    return n


def read(path):
    return open(path, encoding="utf-8", errors="replace", newline="").read()


def align(cli, rounds, folder):
    print("== align --jsonl, one core (documents a second; whole process)")
    sets = {"examples": ([read(f) for f in sorted(glob.glob(f"{HERE}/../examples/*.txt"))], 100)}
    corpora = os.environ.get("LINGUA_CORPORA", "")
    articles = sorted(glob.glob(f"{corpora}/abstracts/raw/*.txt")) if corpora else []
    if articles:
        sets["articles"] = ([read(f) for f in articles], 1)
    for name, (texts, copies) in sets.items():
        path = os.path.join(folder, name + ".jsonl")
        count = records(texts, path, copies)
        size = os.path.getsize(path) / 1e6
        results = measure.alternate(
            {
                "cat": {"command": ["cat"], "stdin": path},
                "align": {"command": [cli, "align", "--jsonl", "--jobs", "1"], "stdin": path, "cores": "0"},
            },
            rounds,
        )
        wall = measure.median([r.wall for r in results["align"]])
        memory = measure.median([r.memory for r in results["align"]])
        print(
            f"  {name:10} {count} documents, {size:.1f} MB: {count / wall:8.0f} documents/s  {size / wall:6.1f} MB/s"
            f"  peak {memory:.0f} MB  ({measure.ratio(results, 'align', 'cat'):.0f} times cat)"
        )


def align_long(cli, sizes):
    print("== align of long texts, two languages, one core (made of lexicon words; whole process, two runs in turn)")
    first = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            paths, count = longtext.generate(size, folder)
            command = [cli, "align", "--kk", paths[0], "--ru", paths[1], "-f", "tsv", "-o", f"{folder}/out.tsv"]
            runs = [measure.run(command, cores="0") for _ in range(2)]
            if any(run.status for run in runs):
                raise SystemExit(f"align failed on {size} sentences")
        # One core may be shared: the processor's time repeats better than the clock's.
        each = min(run.cpu for run in runs) / count
        first = first or each
        print(
            f"  {count:8} sentences a side: {1 / each:7.0f} sentences/s  {1e6 * each:6.1f} us a sentence"
            f"  ({each / first:.2f} times the first)  peak {max(run.memory for run in runs):.0f} MB"
        )


def align_peer(cli, rounds, folder):
    print("== align against hunalign with a dictionary, one core (all of ntrex-hard as one text, kk-ru; whole process)")
    peer_hunalign.compare(cli, rounds, folder)


def detect(cli, rounds, folder):
    print("== detect --lines, one core, against CLD2 in process on the same lines (MB/s; whole process for ours)")
    peer = os.path.join(folder, "cld2")
    if os.system(f"c++ -O2 -o {peer} {HERE}/cld2.cpp -lcld2 2>/dev/null") != 0:
        print("  CLD2 is not there (apt install libcld2-dev)")
        return
    path = os.path.join(folder, "lines.txt")
    lines = []
    for f in sorted(glob.glob(f"{HERE}/../examples/*.txt")):
        text = read(f).replace("\n", " ").replace(". ", ".\n").split("\n")
        lines += [line.strip() for line in text if 80 <= len(line.strip()) <= 300]
    with open(path, "w", encoding="utf-8") as out:
        out.write(("\n".join(lines) + "\n") * max(1, 20_000_000 // max(1, sum(len(l.encode()) + 1 for l in lines))))
    size = os.path.getsize(path) / 1e6
    results = measure.alternate(
        {
            "cld2": {"command": [peer, path], "cores": "0"},
            "detect": {"command": [cli, "detect", "--lines", "--jobs", "1", path], "cores": "0"},
        },
        rounds,
    )
    for name in ("cld2", "detect"):
        print(f"  {name:8} {size / measure.median([r.cpu for r in results[name]]):8.1f}")
    print(f"  detect is {measure.ratio(results, 'cld2', 'detect', 'cpu'):.1f} times as fast")


def folders(cli, folder):
    print("== normalize of a folder into a folder, one core (whole process)")
    for count, size, speed, copies, resumed, peak in batch.bench(cli, folder):
        print(
            f"  {count} files of {size:5} bytes: {speed:6} files/s ({copies} times the time of cp -r)"
            f"  --resume {resumed:6} files/s  peak {peak} MB")


def memory(cli, folder):
    print("== memory of streams (peak MB, input of 1 and of 8 times the size)")
    texts = [read(f) for f in sorted(glob.glob(f"{HERE}/../examples/*.txt"))]
    for command in (["align", "--jsonl"], ["segment", "--jsonl"], ["normalize", "--jsonl"], ["detect", "--jsonl"]):
        peaks = []
        for copies in (50, 400):
            path = os.path.join(folder, f"memory-{copies}.jsonl")
            if not os.path.exists(path):
                records(texts, path, copies)
            peaks.append(measure.run([cli] + command + ["--jobs", "1"], stdin=path).memory)
        print(f"  {' '.join(command):24} {peaks[0]:6.0f} {peaks[1]:6.0f}  ratio {peaks[1] / peaks[0]:.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", default="10000,100000", help="sentences a side for align-long")
    parser.add_argument("--only", default="normalize,transliterate,align,align-long,align-peer,detect,batch,startup,memory")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    wanted = options.only.split(",")
    with tempfile.TemporaryDirectory() as folder:
        if "normalize" in wanted:
            normalize.bench(cli, options.rounds, folder)
        if "transliterate" in wanted:
            transliterate.bench(cli, options.rounds, folder)
        if "align" in wanted:
            align(cli, options.rounds, folder)
        if "align-long" in wanted:
            align_long(cli, [int(size) for size in options.sizes.split(",")])
        if "align-peer" in wanted:
            align_peer(cli, options.rounds, folder)
        if "detect" in wanted:
            detect(cli, options.rounds, folder)
        if "batch" in wanted:
            folders(cli, folder)
        if "startup" in wanted:
            startup(cli, options.rounds)
        if "memory" in wanted:
            memory(cli, folder)


if __name__ == "__main__":
    main()
