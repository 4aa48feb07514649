#!/usr/bin/env python3
"""Puts JSON Lines through lingua-cli on a Spark cluster: one record in, one record out, in the order of the input.

Each partition starts the program once and pipes its records through it (RDD.pipe), so that what a record becomes is what
`lingua-cli COMMAND --jsonl` makes of it on one machine.
"""

import argparse
import os
import shlex
import sys


def arguments(words=None):
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0],
        epilog="example: spark-submit lingua_spark.py records.jsonl answers -- normalize --profile scan")
    parser.add_argument("input", help="files of JSON Lines: a path, a folder or a pattern, as Spark reads them")
    parser.add_argument("output", help="the folder for the answers; it must not be there")
    parser.add_argument("command", nargs="+", help="a command of lingua-cli and its options, without --jsonl, after --")
    parser.add_argument("--cli", default="lingua-cli", help="the program on the workers; default: lingua-cli")
    parser.add_argument("--partitions", type=int, default=0, help="how many partitions at least; default: Spark's choice")
    parser.add_argument(
        "--allow-failures", action="store_true",
        help="go on where records cannot be answered; their answers say why. By default one such record fails the job")
    options = parser.parse_args(words)
    if "--jsonl" in options.command or "--jobs" in options.command:
        parser.error("--jsonl and --jobs are added by this script; leave them out")
    return options


def pipe_command(cli, command, allow_failures):
    """The command that a partition's records are piped through.

    One worker a process: Spark runs as many processes as it has cores.
    """
    words = [cli, *command, "--jsonl", "--jobs", "1"]
    if not allow_failures:
        return shlex.join(words)
    # Status 1 says that some records were answered by an error; anything else is a failure of the program.
    return shlex.join(["sh", "-c", '"$@" || test $? -eq 1', "lingua", *words])


def environment():
    """What the program may need of the worker's environment; RDD.pipe hands nothing on by itself."""
    names = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "LINGUA_LEXICONS")
    return {name: os.environ[name] for name in names if name in os.environ}


def files(context, pattern):
    """The files that a path, a folder or a pattern names, by name: Spark alone takes those of a local folder as they come."""
    path = context._jvm.org.apache.hadoop.fs.Path(pattern)
    system = path.getFileSystem(context._jsc.hadoopConfiguration())
    found = []
    for status in system.globStatus(path) or []:
        entries = system.listStatus(status.getPath()) if status.isDirectory() else [status]
        # As Spark does: names that begin with a dot or a line are not data.
        found += [
            entry.getPath().toString() for entry in entries
            if entry.isFile() and not entry.getPath().getName().startswith((".", "_"))]
    if not found:
        sys.exit(f"lingua_spark.py: {pattern}: no such file; check the path")
    for name in found:
        # Spark would read them as signs of a list or a pattern.
        if set(name) & set(",{}[]*?\\"):
            sys.exit(f"lingua_spark.py: {name}: Spark cannot take a name with one of , {{ }} [ ] * ? \\; rename it")
    return sorted(found)


def run(context, options):
    """Answers the records of the input into the folder of the output."""
    records = context.textFile(",".join(files(context, options.input)), minPartitions=options.partitions or None)
    command = pipe_command(options.cli, options.command, options.allow_failures)
    records.pipe(command, env=environment(), checkCode=True).saveAsTextFile(options.output)


def main():
    options = arguments()
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("lingua " + options.command[0]).getOrCreate()
    try:
        run(spark.sparkContext, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
