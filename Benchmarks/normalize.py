#!/usr/bin/env python3
"""Measures `lingua-cli normalize --profile text` against `cat` and `uconv -x NFC` as whole processes.

Usage: normalize.py CLI [--size MB] [--rounds N]

The texts are made here from sentences of our own, mixed Kazakh, Russian and English:
  clean       composed text with nothing to repair
  decomposed  the same text in NFD
  damaged     composed text with soft hyphens, no-break spaces and CRLF
  one-line    clean text without a line end
Rates are the best of the rounds, in which the programs take turns; each output is compared with uconv's where it must
be equal.
"""
import argparse, hashlib, os, random, resource, shutil, subprocess, sys, tempfile, time, unicodedata

SENTENCES = [
    "Қазақстанның батысындағы кен орындары туралы жаңа деректер жарияланды.",
    "Ғалымдар үш жыл бойы өзеннің су деңгейін күн сайын өлшеп отырды.",
    "Мектеп оқушылары облыстық олимпиадада жүлделі орындарға ие болды.",
    "Бұл әдіс шөлейт аймақтағы топырақтың құнарын арттыруға көмектеседі.",
    "Зерттеу нәтижелері «Жаңа дала» журналының № 4 санында басылды.",
    "Исследователи измеряли уровень воды в реке каждый день в течение трёх лет.",
    "Новый способ обработки почвы повышает урожай в засушливых районах.",
    "Объём перевозок вырос на 12,5 % — это больше, чем ожидали авторы.",
    "Ученики сельской школы заняли призовые места на областной олимпиаде.",
    "В статье описан «тихий» двигатель, который ещё не испытывали зимой.",
    "The river level was measured every day for three years.",
    "A new method of tillage raises the yield of dry land in the west.",
    "Traffic grew by 12.5 per cent, which is more than the authors expected.",
    "Pupils of a village school won prizes at the regional contest.",
    "The engine described here has not been tested in winter yet.",
]


def texts(size):
    chance = random.Random(1)
    lines, total = [], 0
    while total < size:
        line = " ".join(chance.choice(SENTENCES) for _ in range(chance.randint(1, 5)))
        lines.append(line)
        total += len(line.encode()) + 1
    clean = "\n".join(lines) + "\n"
    yield "clean", clean, True
    yield "decomposed", unicodedata.normalize("NFD", clean), True
    damaged = clean.replace("тар", "т\u00adар").replace(" № ", "\u00a0№\u00a0").replace("\n", "\r\n")
    yield "damaged", damaged, False
    yield "one-line", clean.replace("\n", " "), True


def run(command, source, target):
    """Seconds and peak resident kB of a process that reads `source` and writes `target`."""
    with open(source, "rb") as stdin, open(target, "wb") as stdout:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=stdin, stdout=stdout)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = status
    if status:
        sys.exit(f"{' '.join(command)} failed with status {status}")
    return seconds, usage.ru_maxrss


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--size", type=int, default=50, help="MB of text")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    programs = {
        "cat": ["cat"],
        "uconv -x NFC": ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "NFC"],
        "lingua-cli": [cli, "normalize", "--profile", "text"],
    }
    if not shutil.which("uconv"):
        sys.exit("uconv is missing: install icu-devtools")
    # Memory, so that no disk is measured.
    base = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base) as folder:
        print(f"{'text':<12}{'program':<15}{'MB/s':>8}{'x uconv':>9}{'x cat':>8}{'peak MB':>9}")
        for name, text, comparable in texts(options.size * 1_000_000):
            source = os.path.join(folder, name)
            with open(source, "wb") as file:
                file.write(text.encode())
            size = os.path.getsize(source) / 1e6
            best, peak = {}, {}
            for _ in range(options.rounds):
                for program, command in programs.items():
                    seconds, memory = run(command, source, os.path.join(folder, program.replace(" ", "_")))
                    best[program] = min(seconds, best.get(program, seconds))
                    peak[program] = max(memory, peak.get(program, 0))
            if comparable:
                if digest(os.path.join(folder, "lingua-cli")) != digest(os.path.join(folder, "uconv_-x_NFC")):
                    sys.exit(f"{name}: lingua-cli and uconv differ")
            for program in programs:
                rate = size / best[program]
                print(
                    f"{name:<12}{program:<15}{rate:>8.0f}{best['uconv -x NFC'] / best[program]:>9.1f}"
                    f"{best['cat'] / best[program]:>8.2f}{peak[program] / 1024:>9.1f}"
                )
            os.remove(source)


if __name__ == "__main__":
    main()
