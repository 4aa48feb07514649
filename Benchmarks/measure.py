"""Runs whole processes and reads the system's own accounting of them."""
import os
import resource
import subprocess
import tempfile
import time


class Run:
    """What one process took: wall and processor seconds, peak memory in MB, exit status."""

    def __init__(self, wall, cpu, memory, status):
        self.wall, self.cpu, self.memory, self.status = wall, cpu, memory, status


def run(command, stdin=None, stdout=None, cores=None):
    """Runs `command`; `stdin` and `stdout` are paths. `cores` pins it."""
    source = open(stdin, "rb") if stdin else subprocess.DEVNULL
    sink = open(stdout, "wb") if stdout else subprocess.DEVNULL
    if cores:
        command = ["taskset", "-c", cores] + command
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=source, stdout=sink, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = status
    for handle in (source, sink):
        if hasattr(handle, "close"):
            handle.close()
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def median(values):
    values = sorted(values)
    return values[len(values) // 2]


def alternate(commands, rounds):
    """Runs the named commands in turn, `rounds` times after one warm-up; the order keeps drift out of the ratios."""
    results = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, arguments in commands.items():
            result = run(**arguments)
            if result.status != 0:
                raise SystemExit(f"{name} failed with {result.status}: {arguments['command']}")
            if turn:
                results[name].append(result)
    return results


def ratio(results, slow, fast, field="wall"):
    """How many times faster `fast` is than `slow`: the median of the ratios of each round."""
    return median([getattr(a, field) / getattr(b, field) for a, b in zip(results[slow], results[fast])])
