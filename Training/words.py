#!/usr/bin/env python3
"""Makes the lists of known words and the model of Kazakh letters that the repairs of scanned text ask.

    python3 Training/words.py --text TEXT [--leave-out SOURCE]… --hunspell FOLDER -o lexicons/learned

TEXT        what Training/gather.py makes: TAG.SOURCE.txt, one sentence a line; kk, ru and en are read. For Kazakh the sentences
            of KazNERD's valid and test parts (television news, CC BY 4.0, github.com/IS2AI/KazNERD) are added as kk.kaznerd.txt
FOLDER      Debian's hunspell-kk (MPL-1.1 or later), hunspell-ru (A. Lebedev's licence, BSD-like), hunspell-en-us (SCOWL):
            kk_KZ, ru_RU and en_US .aff and .dic; `unmunch` of hunspell-tools expands them

Writes words-kk.bin, words-ru.bin, words-en.bin (the format stands at `WordList`) and letters-kk.bin (at `LetterModel`).
The words of words-XX.bin are those of the text that occur there, with their counts, and all forms of the dictionary.
"""
import argparse, collections, glob, math, os, re, struct, subprocess, unicodedata

LANGUAGES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_US"}
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяё"
LETTERS = {"kk": CYRILLIC + "әғқңөұүһі-", "ru": CYRILLIC + "-", "en": "abcdefghijklmnopqrstuvwxyz'-"}
ORDER = 5            # letters of an n-gram
LEAST = 1.5          # the least weight of an n-gram of three and more letters
UNKNOWN = 4.5        # the cost of a letter that was never seen, in nats


def sentences(text, tag, leave_out):
    for path in sorted(glob.glob(f"{text}/{tag}.*.txt")):
        if os.path.basename(path).split(".")[1] in leave_out: continue
        seen = set()
        for line in open(path, encoding="utf-8"):
            line = unicodedata.normalize("NFC", line.strip())
            if line and line not in seen:
                seen.add(line)
                yield line


def forms(folder, name):
    """All forms of a dictionary."""
    path = f"{folder}/{name}"
    output = subprocess.run(["unmunch", path + ".dic", path + ".aff"], capture_output=True).stdout
    return output.decode("utf-8", "replace").replace("\ufeff", "").lower().split("\n")


def counted(arguments, tag):
    """The words of a language with their counts, nought for those of a dictionary only."""
    letters = re.escape(LETTERS[tag].rstrip("-'"))
    joint = "['’-]" if tag == "en" else "-"
    pattern = re.compile(f"[{letters}]+(?:{joint}[{letters}]+)*")
    counts = collections.Counter()
    for line in sentences(arguments.text, tag, arguments.leave_out): counts.update(w.replace("’", "'") for w in pattern.findall(line.lower()))
    more = forms(arguments.hunspell, LANGUAGES[tag])
    for word in more:
        word = word.strip()
        if word not in counts and pattern.fullmatch(word): counts[word] = 0
    return counts


class Automaton:
    """The least automaton of sorted words (Daciuk and others 2000)."""

    def __init__(self, words):
        self.edges, self.known, path, last = [0], {}, [[]], b""
        for word in words:
            k = 0
            while k < min(len(word), len(last)) and word[k] == last[k]: k += 1
            self.close(path, k)
            for code in word[k:]:
                path[-1].append(code)
                path.append([])
            path[-2][-1] |= 128
            last = word
        self.close(path, 0)
        self.root = len(self.edges)
        path[0][-1] |= 64
        self.edges += path[0]

    def close(self, path, depth):
        while len(path) - 1 > depth:
            node, place = path.pop(), 0
            if node:
                node[-1] |= 64
                key = tuple(node)
                place = self.known.get(key)
                if place is None:
                    place = self.known[key] = len(self.edges)
                    self.edges += node
            path[-1][-1] |= place << 8


def fnv(data):
    value = 0x811C9DC5
    for byte in data: value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def write_words(path, letters, counts):
    code = {letter: k + 1 for k, letter in enumerate(letters)}
    automaton = Automaton(sorted(bytes(code[c] for c in word) for word in counts))
    classes = {}
    for word, count in counts.items():
        if count: classes[fnv(word.encode())] = min(255, 2 + round(4 * math.log2(count)))
    hashes = sorted(classes)
    alphabet = struct.pack(f"<{len(letters)}H", *map(ord, letters))
    alphabet += b"\0" * (-len(alphabet) % 4)
    header = 56
    edges = header + len(alphabet)
    keys = edges + 4 * len(automaton.edges)
    values = keys + 4 * len(hashes)
    size = values + len(hashes)
    with open(path, "wb") as f:
        f.write(b"LINGUAWD" + struct.pack("<12I", 1, size, header, len(letters), edges, len(automaton.edges), automaton.root,
                                           keys, len(hashes), values, sum(counts.values()), 0))
        f.write(alphabet + struct.pack(f"<{len(automaton.edges)}I", *automaton.edges))
        f.write(struct.pack(f"<{len(hashes)}I", *hashes) + bytes(classes[h] for h in hashes))
    print(f"{path}: {len(counts)} words, {len(hashes)} counted, {len(automaton.edges)} edges, {size} bytes")


def slot(packed, size):
    """Where an n-gram is looked for, and what tells it from others there."""
    mixed = (packed * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    return (((mixed >> 8) & 0xFFFFFFFF) * size) >> 32, (mixed >> 32) | 1


def write_letters(path, letters, counts):
    """Witten and Bell's interpolation over the letters of distinct words, each weighted by one and twice the logarithm of its count."""
    code = {letter: k + 1 for k, letter in enumerate(letters)}
    start, end = 61, 62
    grams = [collections.Counter() for _ in range(ORDER + 1)]
    for word, count in sorted(counts.items()):
        if not count or "-" in word: continue
        weight = 1 + 2 * math.log(1 + count)
        codes = [start] + [code[c] for c in word] + [end]
        for i in range(1, len(codes)):
            packed = codes[i]
            for order in range(min(i + 1, ORDER)):
                if order: packed |= codes[i - order] << 6 * order
                grams[order + 1][packed] += weight
    for order in range(3, ORDER + 1): grams[order] = {g: w for g, w in grams[order].items() if w >= LEAST}
    cost, back = {}, {}

    def look(context, count, letter):
        passed = 0.0
        for order in range(count, -1, -1):
            part = context & ((1 << 6 * order) - 1)
            key = (part << 6 | letter) | (order + 1) << 50
            if key in cost: return cost[key] + passed
            passed += back.get(part | order << 50, 0.0)
        return passed + UNKNOWN

    for order in range(1, ORDER + 1):
        total, kinds = collections.Counter(), collections.Counter()
        for gram, weight in grams[order].items():
            total[gram >> 6] += weight
            kinds[gram >> 6] += 1
        for gram, weight in sorted(grams[order].items()):
            context = gram >> 6
            shorter = context & ((1 << 6 * max(0, order - 2)) - 1)
            low = 1 / 50 if order == 1 else math.exp(-look(shorter, order - 2, gram & 63))
            share = (weight + kinds[context] * low) / (total[context] + kinds[context])
            cost[gram | order << 50] = -math.log(share)
        if order > 1:
            for context in total: back[context | (order - 1) << 50] = -math.log(kinds[context] / (total[context] + kinds[context]))
    keys = sorted(set(cost) | set(back))
    size = int(len(keys) * 1.3)
    table = [None] * size
    for key in keys:
        place, mark = slot(key, size)
        while table[place]: place = (place + 1) % size
        table[place] = (mark, min(254, round(cost[key] * 16)) if key in cost else 255, min(255, round(back.get(key, 0) * 32)))
    empty = (0, 255, 0)
    with open(path, "wb") as f:
        f.write(b"LINGUALT" + struct.pack("<6I", 1, 32 + 6 * size, ORDER, size, len(letters), 0))
        f.write(struct.pack(f"<{size}I", *((t or empty)[0] for t in table)))
        f.write(bytes((t or empty)[1] for t in table) + bytes((t or empty)[2] for t in table))
    print(f"{path}: {len(keys)} n-grams, {32 + 6 * size} bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--text", required=True)
    parser.add_argument("--leave-out", action="append", default=[])
    parser.add_argument("--hunspell", default="/usr/share/hunspell")
    parser.add_argument("-o", "--output", required=True)
    arguments = parser.parse_args()
    os.makedirs(arguments.output, exist_ok=True)
    for tag in LANGUAGES:
        counts = counted(arguments, tag)
        write_words(f"{arguments.output}/words-{tag}.bin", LETTERS[tag], counts)
        if tag == "kk": write_letters(f"{arguments.output}/letters-kk.bin", LETTERS[tag], counts)


if __name__ == "__main__":
    main()
