#!/usr/bin/env python3
"""Learns how Tesseract's Russian model misreads Kazakh print: lexicons/lost-letters.tsv.

    python3 Training/misreadings.py --text TEXT --work WORK [--pages 100] > lexicons/lost-letters.tsv

Renders pages of Kazakh sentences (TEXT/kk.*.txt, as Training/gather.py makes them; leave out what results are judged on) in
the fonts that are there, at 150 and 200 dpi, with and without blur, noise and skew, reads them with Tesseract's models rus
and rus+eng, and counts what became of the letters: chunks of one to three letters against chunks of up to three characters,
by expectation maximisation over all alignments of a word (Brill and Moore, "An improved error model for noisy channel
spelling correction", 2000). A chunk's probability is relative to how often its letters stand in the pages.

Needs Pillow, tesseract-ocr, tesseract-ocr-rus, tesseract-ocr-eng, and fonts: fonts-dejavu-core, fonts-noto-core,
fonts-paratype, fonts-freefont-ttf, fonts-linuxlibertine. Lines with signs of programs are passed over.
"""
import argparse, collections, difflib, glob, os, random, re, subprocess, sys, textwrap

FONTS = ("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
         "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
         "/usr/share/fonts/truetype/paratype/PTF55F.ttf", "/usr/share/fonts/truetype/paratype/PTS55F.ttf",
         "/usr/share/fonts/truetype/freefont/FreeSerif.ttf", "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf")
KAZAKH = set("әғқңөұүһі")
LETTERS = KAZAKH | set("абвгдежзийклмнопрстуфхцчшщъыьэюяё-")
SKELETON = str.maketrans("әғқңөұүһі", "эгкноууxи")


def sentences(folder):
    for path in sorted(glob.glob(f"{folder}/kk.*.txt")):
        for line in open(path, encoding="utf-8"):
            line = re.sub(r"\s+([.,!?:;»)])", r"\1", re.sub(r"([«(])\s+", r"\1", line.strip()))
            if 40 < len(line) < 220 and KAZAKH & set(line) and not re.search(r"[%<>=_{}|\\$#@]", line): yield line


def read_page(number, pool, fonts, work):
    """Renders and reads a page; returns what was printed and what was read."""
    from PIL import Image, ImageDraw, ImageFilter, ImageFont
    dpi = (150, 200, 150)[number % 3]
    size = int(10.5 * dpi / 72)
    font = ImageFont.truetype(fonts[number % len(fonts)], size)
    lines = textwrap.wrap(" ".join(random.sample(pool, 16)), 62)
    image = Image.new("L", (int(7.2 * dpi), int(size * 1.5 * (len(lines) + 3))), 250)
    draw = ImageDraw.Draw(image)
    for k, line in enumerate(lines):
        draw.text((int(.6 * dpi), int(size * 1.5 * (k + 1))), line, font=font, fill=random.randint(10, 60))
    if number % 3 != 1:
        image = image.filter(ImageFilter.GaussianBlur(.6 + .25 * (number % 4)))
        pixels, (width, height) = image.load(), image.size
        for _ in range(width * height // 60):
            x, y = random.randrange(width), random.randrange(height)
            pixels[x, y] = max(0, min(255, pixels[x, y] + random.randint(-70, 70)))
    if number % 5 == 4: image = image.rotate(.4, fillcolor=250)
    base = f"{work}/page-{number}"
    image.save(base + ".png", dpi=(dpi, dpi))
    model = "rus+eng" if number // 9 % 4 == 3 else "rus"
    subprocess.run(["tesseract", base + ".png", base, "-l", model, "--psm", "6"], capture_output=True, check=True)
    os.remove(base + ".png")
    return " ".join(lines), open(base + ".txt", encoding="utf-8").read()


def pairs(printed, read):
    """Words as printed and as read."""
    printed, read = printed.lower().split(), read.lower().split()
    matcher = difflib.SequenceMatcher(None, [w.translate(SKELETON) for w in printed], [w.translate(SKELETON) for w in read], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal" or kind == "replace" and i2 - i1 == j2 - j1: yield from zip(printed[i1:i2], read[j1:j2])


def first_guess(x, y):
    if len(x) == 1 and x == y: return .9
    if len(x) > 1 and len(x) == len(y): return 0
    if len(x) == 1 and len(y) == 1: return .01 if x in KAZAKH else .0005
    if len(x) == 1 and not y: return .005 if x == "і" else .0002
    return 1e-5 if len(x) <= 2 and len(y) <= 2 else 2e-6


def learn(words):
    occurrences = collections.Counter(w[i:i + n] for w, _ in words for n in (1, 2, 3) for i in range(len(w) - n + 1))
    probabilities = None
    for turn in range(6):
        counts = collections.defaultdict(float)
        for a, b in words:
            if abs(len(a) - len(b)) > 4 or len(a) > 30: continue
            forward = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
            forward[0][0] = 1
            steps = []
            for i in range(len(a) + 1):
                for j in range(max(0, i - 4), min(len(b), i + 4) + 1):
                    if not forward[i][j]: continue
                    for m in range(1, min(3, len(a) - i) + 1):
                        for n in range(0 if m == 1 else 1, min(3, len(b) - j) + 1):
                            x, y = a[i:i + m], b[j:j + n]
                            if m > 1 and x == y: continue
                            p = first_guess(x, y) if probabilities is None else probabilities.get((x, y), 0)
                            if p:
                                forward[i + m][j + n] += forward[i][j] * p
                                steps.append((i, j, i + m, j + n, x, y, p))
            if not forward[-1][-1]: continue
            backward = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
            backward[-1][-1] = 1
            for i, j, k, l, x, y, p in reversed(steps): backward[i][j] += p * backward[k][l]
            for i, j, k, l, x, y, p in steps:
                share = forward[i][j] * p * backward[k][l] / forward[-1][-1]
                if share > 1e-6: counts[(x, y)] += share
        least = .5 if turn < 3 else 1.2
        probabilities = {k: c / (occurrences[k[0]] + (2 if len(k[0]) == 1 else 6)) for k, c in counts.items() if c > least}
    return {k: p for k, p in probabilities.items() if set(k[0]) <= LETTERS and k[0] != k[1] and counts[k] >= 1.5 and p >= .0004}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--text", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    random.seed(7)
    os.makedirs(arguments.work, exist_ok=True)
    pool, fonts = list(sentences(arguments.text)), [f for f in FONTS if os.path.exists(f)]
    words = []
    for number in range(arguments.pages): words += pairs(*read_page(number, pool, fonts, arguments.work))
    print(f"""# How optical character recognition with a Russian model misreads Kazakh print, letters in lower case. An empty cell of
# read_as: the letters are lost. probability: the share of the places where the letters stand that are read so.
# Origin: learned by Training/misreadings.py from {arguments.pages} rendered pages ({len(fonts)} fonts, 150 and 200 dpi, with and without blur
# and noise) that Tesseract 5.3 read with its models rus and rus+eng; rows that were seen at least twice. Apache-2.0.
letters\tread_as\tprobability""")
    rows = learn(words)
    for (x, y), p in sorted(rows.items(), key=lambda row: (row[0][0], -row[1], row[0][1])): print(f"{x}\t{y}\t{p:.4f}")


if __name__ == "__main__":
    main()
