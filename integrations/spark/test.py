#!/usr/bin/env python3
"""Checks that lingua_spark.py gives, byte by byte, what the program gives on one machine."""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import lingua_spark

HERE = pathlib.Path(__file__).resolve().parent
WORDS = ["су", "таза", "\u04e9зен", "вода", "и\u0306од", "water", "со\u00adвет", "жол\u00a0да", "о\ufb01с", "12", "№", "\"",
         "\\", "қала\r\nда", "город", "\U0001f4d6"]


def texts(count):
    """Texts with something to repair, no two alike; a linear congruence makes them the same everywhere."""
    state = 20260101
    for number in range(count):
        words = []
        for _ in range(5 + number % 90):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            words.append(WORDS[(state >> 33) % len(WORDS)])
        yield {"id": f"r{number}", "page": number % 7, "text": " ".join(words) + ". " + str(number)}


def submit(cli, source, output, command):
    """Runs the script as a user does."""
    arguments = ["--master", "local[2]", "--conf", "spark.ui.enabled=false", str(HERE / "lingua_spark.py"), "--cli", cli,
                 "--partitions", "5", str(source), str(output), "--", *command]
    program = pathlib.Path(sys.executable).with_name("spark-submit")
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"spark-submit ended with {done.returncode}\n{done.stderr[-4000:]}")


def fails(context, words):
    """Whether a job fails."""
    try:
        lingua_spark.run(context, lingua_spark.arguments(words))
    except Exception:
        return True
    return False


def answers(folder):
    return b"".join(part.read_bytes() for part in sorted(folder.glob("part-*")))


def same(alone, output, command):
    if answers(output) != alone:
        sys.exit(f"{' '.join(command)}: the answers of Spark differ from those of one machine; see {output}")
    print(f"{' '.join(command)}: {alone.count(10)} records, the same bytes", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--records", type=int, default=3000)
    options = parser.parse_args()
    cli = str(pathlib.Path(options.cli).resolve())
    os.environ.update(PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable, SPARK_LOCAL_IP="127.0.0.1")
    work = pathlib.Path(tempfile.mkdtemp(prefix="lingua-spark-"))
    source = work / "records"
    source.mkdir()
    lines = [json.dumps(record, ensure_ascii=False) for record in texts(options.records)]
    # In an order that is not that of the names.
    third = len(lines) // 3
    (source / "b 1.jsonl").write_text("\n".join(lines[third:]) + "\n", encoding="utf-8")
    (source / "a.jsonl").write_text("\n".join(lines[:third]) + "\n", encoding="utf-8")
    whole = "".join(line + "\n" for line in lines).encode()

    def alone(command):
        return subprocess.run([cli, *command, "--jsonl"], input=whole, capture_output=True, check=True).stdout

    command = ["normalize", "--explain"]
    submit(cli, source, work / "submitted", command)
    same(alone(command), work / "submitted", command)

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false") \
        .config("spark.ui.showConsoleProgress", "false").getOrCreate()
    context = spark.sparkContext
    # Jobs that must fail do so at length.
    context.setLogLevel("OFF")
    for command in (["normalize", "--profile", "scan"], ["detect"], ["segment"], ["align"]):
        output = work / "-".join(command)
        lingua_spark.run(context, lingua_spark.arguments(
            ["--cli", cli, "--partitions", "4", str(source / "*"), str(output), "--", *command]))
        same(alone(command), output, command)

    bad = work / "bad.jsonl"
    bad.write_text("\n".join(lines[:10] + ['{"id":"wrong"}'] + lines[10:20]) + "\n", encoding="utf-8")
    words = ["--cli", cli, "--partitions", "1", str(bad)]
    if not fails(context, [*words, str(work / "strict"), "--", "normalize"]):
        sys.exit("a record without a text must fail the job")
    allowed = ["--allow-failures", *words]
    if fails(context, [*allowed, str(work / "allowed"), "--", "normalize"]):
        sys.exit("--allow-failures must go on")
    found = [json.loads(line) for line in answers(work / "allowed").splitlines()]
    if len(found) != 21 or found[10]["id"] != "wrong" or found[10]["error"]["code"] != "missing-field":
        sys.exit("a record that cannot be answered must be answered by its error, in its place")
    if not fails(context, [*allowed, str(work / "broken"), "--", "normalize", "--no-such-option"]):
        sys.exit("a program that cannot start must fail the job")
    print("a bad record fails the job, or is answered by its error with --allow-failures")
    spark.stop()
    shutil.rmtree(work)


if __name__ == "__main__":
    main()
