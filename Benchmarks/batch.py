"""How fast a folder of small files becomes a folder of results, against copying it."""
import os
import shutil

import measure

WORDS = "Мақалада су сапасы мен ауа тазалығы зерттеледі ; вода и воздух of the river 12 % бар\u00a0су\u00adлар ".split(" ")


def fill(folder, count, size):
    """`count` texts of about `size` bytes in folders of a thousand; some have something to repair."""
    for number in range(count):
        words, length = [], 0
        while length < size:
            words.append(WORDS[(number * 31 + len(words) * 7) % len(WORDS)])
            length += len(words[-1].encode()) + 1
        place = os.path.join(folder, str(number // 1000))
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, f"{number}.txt"), "w", encoding="utf-8") as file:
            file.write(" ".join(words) + "\n")


def bench(cli, work, count=10_000, rounds=3):
    """Rows of (files, bytes each, files a second, times the time of cp -r, files a second of --resume, peak MB)."""
    rows = []
    for size in (0, 4_000):
        source = os.path.join(work, f"in{size}")
        fill(source, count, size)
        target = os.path.join(work, "out")
        results = {"copy": [], "normalize": [], "resume": []}
        for turn in range(rounds + 1):
            commands = {
                "copy": ["cp", "-r", source, target],
                "normalize": [cli, "normalize", source, "-o", target + "/", "--jobs", "1", "-q"],
                "resume": [cli, "normalize", source, "-o", target + "/", "--jobs", "1", "-q", "--resume"],
            }
            for name, command in commands.items():
                if name != "resume":
                    shutil.rmtree(target, ignore_errors=True)
                result = measure.run(command, cores="0")
                if result.status != 0:
                    raise SystemExit(f"{name} failed with {result.status}: {command}")
                if turn:
                    results[name].append(result)
        wall = {name: measure.median([run.wall for run in runs]) for name, runs in results.items()}
        rows.append((
            count, size, round(count / wall["normalize"]), round(measure.ratio(results, "normalize", "copy"), 1),
            round(count / wall["resume"]), round(max(run.memory for run in results["normalize"]))))
    return rows
