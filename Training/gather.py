#!/usr/bin/env python3
"""Gathers the text that language identification learns from: OUT/<tag>.<source>.txt, one sentence or message a line.

    python3 Training/gather.py --corpora CORPORA --work WORK OUT

Sources and licences; nothing here is under the GPL, and no line of it is kept in the project:
  ntrex        news in 21 languages            NTREX-128, CC BY-SA 4.0      CORPORA/language/ntrex.tsv
  parallel     sites of the government, Tatoeba, WMT19                      CORPORA/parallel
  libreoffice  messages                        MPL-2.0                      Debian's libreoffice-l10n-*
  firefox      messages                        MPL-2.0                      Debian's firefox-esr-l10n-*
  django       messages                        BSD-3-Clause                 PyPI's django
  udhr         Declaration of Human Rights     public; packed under BSD-3   Debian's source package libexttextcat
  cldr         names of countries, units …     Unicode-3.0                  PyPI's babel
  concepts     the project's own lexicon       Apache-2.0                   lexicons/concepts
Kazakh is also written in Latin and Arabic letters by the tables of CORPORA/facts/transliteration (kk-Latn, kk-Arab), and
without the letters that scanning loses (kk-lost); these files have the lines of the Kazakh ones.

The line numbers of ntrex files are those of NTREX-128, blank where a sentence is missing, so that the trainer can hold the
same documents out in every language. Needs apt-get, dpkg-deb and pip, and about 200 MB in WORK, which is kept between runs.
"""
import argparse, gettext, glob, io, os, re, subprocess, sys, tarfile, zipfile

CYRILLIC, LATIN, ARABIC = "Cyrl", "Latn", "Arab"
SCRIPTS = {t: CYRILLIC for t in "kk kk-lost ru ky tt ba mn uk be bg sr mk tg uz-Cyrl".split()}
SCRIPTS.update({t: ARABIC for t in "kk-Arab ug ar fa ur ps".split()})
SCRIPTS.update({t: LATIN for t in (
    "en kk-Latn tr az uz tk de fr es nl it pl pt fi cs sk sl hr sr-Latn hu ro et lv lt da nb sv id ms sq vi ca is cy ga eu la tl sw eo").split()})
LIBREOFFICE = ("be bg mk mn sr tg uk uz-Latn:uz kk ru ug ar fa tr de fr es nl it pl pt fi cs sk sl hr hu ro et lv lt da nb sv id "
               "vi ca is cy ga eu en-gb:en eo").split()
FIREFOX = ("az be bg mk sr tg uk uz:uz kk ru ar fa ur tr de fr es-es:es nl it pl pt-pt:pt fi cs sk sl hr hu ro et lv lt da "
           "nb-no:nb sv-se:sv id ms sq vi ca cy en-gb:en").split()
DJANGO = ("ky tt tg mn uz be bg mk sr uk tk az tr ug fa kk ar ru de fr es nl it pl pt fi cs sk sl hr hu ro et lv lt da nb sv id "
          "sr_Latn:sr-Latn ur sq vi ca is cy ga eu ms sw io:").split()
UDHR = ("ky tt ba mn tg uz uz-Cyrl be bg mk sr-Cyrl:sr sr-Latn uk tk az tr ug fa kk ar ru en de fr es nl it pl pt fi cs sk sl hr "
        "hu ro et lv lt da nb sv id ms sq vi ca is cy ga eu la tl sw ur eo").split()
CLDR = ("kk kk_Arab:kk-Arab ky tt ba mn tg uz uz_Cyrl:uz-Cyrl be bg mk sr sr_Latn:sr-Latn uk tk az tr ug fa ar ru en de fr es nl it "
        "pl pt fi cs sk sl hr hu ro et lv lt da nb sv id ms sq vi ca is cy ga eu sw ur ps eo").split()
NTREX = {"kir": "ky", "tat": "tt", "bak": "ba", "mon": "mn", "ukr": "uk", "bel": "be", "bul": "bg", "srp-Cyrl": "sr", "mkd": "mk",
         "tgk-Cyrl": "tg", "tur": "tr", "aze-Latn": "az", "uzb": "uz", "tuk": "tk", "deu": "de", "fra": "fr", "spa": "es",
         "nld": "nl", "kk": "kk", "ru": "ru", "en": "en"}


def script(text):
    """The script of most letters."""
    counts = {CYRILLIC: 0, LATIN: 0, ARABIC: 0}
    for c in text:
        if "\u0400" <= c <= "\u052f": counts[CYRILLIC] += 1
        elif c.isalpha() and c < "\u0250" or "\u1e00" <= c <= "\u1eff": counts[LATIN] += 1
        elif "\u0600" <= c <= "\u06ff" and c.isalpha(): counts[ARABIC] += 1
    best = max(counts, key=counts.get)
    return best if counts[best] else None


def cleaned(text):
    """Messages without tags, place holders and mnemonics."""
    text = re.sub(r"<[^>]*>", " ", text)
    text = re.sub(r"&[a-zA-Z]+;|&#\d+;", " ", text)
    text = re.sub(r"%(\([^)]*\))?[-+0-9.$]*[a-zA-Z%]|\{[^}]*\}|\$\{?\w+\}?|\[[^\]]*\]|https?://\S+|\S+@\S+|%\w+%?", " ", text)
    text = re.sub(r"\([_~&]\w\)", " ", text)
    text = re.sub(r"[_~&#*|\\]", "", text)
    return re.sub(r"\s+", " ", text).strip()


class Output:
    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def drop_english(self):
        """Takes messages out of the other Latin files that were left in English."""
        english = set()
        for path in glob.glob(f"{self.folder}/en.*.txt"): english.update(open(path, encoding="utf-8").read().split("\n"))
        for path in glob.glob(f"{self.folder}/*.txt"):
            tag = os.path.basename(path).split(".")[0]
            if SCRIPTS[tag] != LATIN or tag in ("en", "kk-Latn") or ".ntrex" in path: continue
            lines = open(path, encoding="utf-8").read().split("\n")
            open(path, "w", encoding="utf-8").write("\n".join(l for l in lines if not l or l not in english))

    def write(self, tag, source, lines, numbered=False):
        if not tag: return
        want = SCRIPTS.get(tag)
        if want is None: raise SystemExit(f"{tag}: say its script in SCRIPTS")
        if not numbered:
            seen, kept = set(), []
            for line in lines:
                line = cleaned(line)
                if len(line) < 2 or line in seen or script(line) != want: continue
                seen.add(line)
                kept.append(line)
            lines = kept
        if not any(lines): return
        with open(f"{self.folder}/{tag}.{source}.txt", "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


def pairs(names):
    for name in names:
        package, _, tag = name.partition(":")
        yield package, tag if ":" in name else package


def run(*command, cwd):
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if result.returncode: print("gather: " + " ".join(command[:3]) + ": " + result.stderr.strip()[-300:], file=sys.stderr)
    return result.returncode == 0


def messages(data):
    """The translations of a .mo file that differ from the original."""
    try: catalogue = gettext.GNUTranslations(io.BytesIO(data))._catalog
    except Exception: return
    for key, value in catalogue.items():
        key = key[0] if isinstance(key, tuple) else key
        if not key: continue
        key = key.split("\x04")[-1]
        if value != key: yield value


def debian(package, work):
    """The folder with the unpacked package; nil where there is none."""
    folder = f"{work}/{package}"
    if not os.path.isdir(folder):
        found = glob.glob(f"{work}/{package}_*.deb")
        if not found: run("apt-get", "download", package, cwd=work)
        found = glob.glob(f"{work}/{package}_*.deb")
        if not found or not run("dpkg-deb", "-x", found[0], folder, cwd=work): return None
    return folder


def wheel(name, work):
    folder = f"{work}/wheel-{name}"
    if not os.path.isdir(folder):
        run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", work, name, cwd=work)
        found = glob.glob(f"{work}/{name}-*.whl")
        if not found: return None
        zipfile.ZipFile(found[0]).extractall(folder)
    return folder


def libreoffice(out, work):
    for name, tag in pairs(LIBREOFFICE):
        package = "uz" if name == "uz-Latn" else name
        folder = debian("libreoffice-l10n-" + package, work)
        if not folder: continue
        lines = []
        for path in sorted(glob.glob(f"{folder}/usr/lib/libreoffice/program/resource/*/LC_MESSAGES/*.mo")):
            if "sr_Latn" in path or "sr@latin" in path or "sr-Latn" in path: continue
            lines += messages(open(path, "rb").read())
        out.write(tag, "libreoffice", lines)


def firefox(out, work):
    for name, tag in pairs(FIREFOX):
        folder = debian("firefox-esr-l10n-" + name, work)
        if not folder: continue
        lines = []
        for path in sorted(glob.glob(f"{folder}/usr/lib/firefox-esr/browser/extensions/*.xpi")):
            archive = zipfile.ZipFile(path)
            for entry in sorted(archive.namelist()):
                if not entry.endswith((".ftl", ".properties", ".dtd")): continue
                text = archive.read(entry).decode("utf-8", "replace")
                if entry.endswith(".dtd"): lines += re.findall(r'<!ENTITY\s+\S+\s+"([^"]*)"', text); continue
                for line in text.split("\n"):
                    if line.startswith("#"): continue
                    found = re.match(r"\s*(?:\.?[\w.-]+\s*=|\*?\[[\w-]+\])?\s*(.*)", line)
                    if found and found.group(1) and "->" not in line and found.group(1) != "}": lines.append(found.group(1))
        out.write(tag, "firefox", lines)


def django(out, work):
    folder = wheel("django", work)
    if not folder: return
    for name, tag in pairs(DJANGO):
        lines = []
        for path in sorted(glob.glob(f"{folder}/django/**/locale/{name}/LC_MESSAGES/*.mo", recursive=True)):
            lines += messages(open(path, "rb").read())
        out.write(tag, "django", lines)


def udhr(out, work):
    folder = f"{work}/libexttextcat"
    if not os.path.isdir(folder):
        # Source packages need "deb-src" lines: a copy of the machine's own, with lists apart from the machine's.
        parts, lists = f"{work}/source-parts", f"{work}/source-lists"
        os.makedirs(parts, exist_ok=True); os.makedirs(lists + "/partial", exist_ok=True)
        for path in glob.glob("/etc/apt/sources.list.d/debian.sources"):
            text = re.sub(r"(?m)^Types:.*$", "Types: deb-src", open(path).read())
            open(f"{parts}/debian.sources", "w").write(text)
        if os.path.exists("/etc/apt/sources.list"):
            text = open("/etc/apt/sources.list").read()
            open(f"{parts}/debian.list", "w").write(re.sub(r"(?m)^deb\s", "deb-src ", text))
        options = ["-o", "Dir::Etc::SourceList=/dev/null", "-o", f"Dir::Etc::SourceParts={parts}",
                   "-o", f"Dir::State::Lists={lists}", "-o", "Dir::Cache::pkgcache=", "-o", "Dir::Cache::srcpkgcache="]
        run("apt-get", *options, "update", cwd=work)
        run("apt-get", *options, "source", "--download-only", "libexttextcat", cwd=work)
        found = glob.glob(f"{work}/libexttextcat_*.orig.tar.*")
        if not found: return
        with tarfile.open(found[0]) as archive: archive.extractall(folder, filter="data")
    for name, tag in pairs(UDHR):
        for path in glob.glob(f"{folder}/*/langclass/ShortTexts/{name}.txt"):
            text = open(path, encoding="utf-8", errors="replace").read()
            out.write(tag, "udhr", re.split(r"(?<=[.;:؛])\s+|\n", text))


def cldr(out, work):
    folder = wheel("babel", work)
    if not folder: return
    sys.path.insert(0, folder)
    from babel import localedata
    from babel.dates import get_day_names, get_month_names  # noqa: F401  (the data unpickles with these modules loaded)

    def strings(value):
        if isinstance(value, str): yield value
        elif isinstance(value, dict):
            for v in value.values(): yield from strings(v)
        elif isinstance(value, (list, tuple)):
            for v in value: yield from strings(v)

    wanted = ("languages", "territories", "scripts", "days", "months", "unit_patterns", "date_fields", "currency_names", "eras",
              "day_periods", "quarters")
    for name, tag in pairs(CLDR):
        try: data = localedata.load(name, merge_inherited=False)
        except Exception: continue
        lines = []
        for key in wanted: lines += strings(data.get(key, {}))
        out.write(tag, "cldr", sorted(set(lines)))


def ntrex(out, corpora):
    lines = {}
    for row in open(f"{corpora}/language/ntrex.tsv", encoding="utf-8").read().split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) == 6 and cells[0] == "sent": lines.setdefault(NTREX[cells[1]], {})[int(cells[3])] = cells[5]
    for tag, found in lines.items():
        out.write(tag, "ntrex", [found.get(n, "") for n in range(1, max(found) + 1)], numbered=True)


def parallel(out, corpora):
    for name, columns, source in (("economy_gov_kz.kk-en", ("kk", "en"), "economy"), ("primeminister_kz.kk-en", ("kk", "en"), "premier"),
                                  ("newstest2019.kk-en", ("kk", "en"), "newstest"), ("tatoeba.kk-ru", ("kk", "ru"), "tatoeba-ru"),
                                  ("tatoeba.kk-en", ("kk", "en"), "tatoeba-en"), ("libreoffice.kk-ru-en", ("kk", "ru", "en"), "libreoffice")):
        rows = [r.split("\t") for r in open(f"{corpora}/parallel/{name}.tsv", encoding="utf-8").read().split("\n")]
        for column, tag in enumerate(columns):
            out.write(tag, source, [r[column] for r in rows if len(r) > column])


def concepts(out):
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lexicons", "concepts")
    lines = {"kk": [], "ru": [], "en": []}
    for path in sorted(glob.glob(root + "/*.tsv")):
        header = None
        for row in open(path, encoding="utf-8"):
            if row.startswith("#") or not row.strip(): continue
            cells = row.rstrip("\n").split("\t")
            if header is None: header = cells; continue
            for tag in lines:
                if tag in header: lines[tag] += cells[header.index(tag)].split("|")
    for tag, found in lines.items(): out.write(tag, "concepts", found)


LATIN_ALPHABETS = ("2017_apostrophe", "2018_acute", "2021_jan", "mediawiki", "bgn_pcgn_1979", "passport_kz", "qazaqparat_2004",
                   "2019_draft")
LOST = {"қ": "к", "ғ": "г", "ң": "н", "ұ": "у", "ү": "у", "ө": "о", "ә": "аэ", "і": "ииы", "һ": "х"}


def table(path):
    rows = [r.rstrip("\n").split("\t") for r in open(path, encoding="utf-8") if not r.startswith("#")]
    return {r[0]: r[1] for r in rows[1:] if len(r[0]) == 1 and "\u0400" <= r[0] <= "\u052f" and not r[2]}


def kazakh_variants(out, corpora):
    """Kazakh in its other alphabets: the lines of a file take turns at them."""
    facts = f"{corpora}/facts/transliteration"
    alphabets = [table(f"{facts}/kk_latn_{a}.tsv") for a in LATIN_ALPHABETS]
    tote = table(f"{facts}/kk_arab_tote.tsv")

    def written(line, letters): return "".join(letters.get(c, c) for c in line)

    def arabic(line, number):
        line = line.replace("ия", "йа").replace("ию", "йу")
        hamza = ("\u0674", "\u0621", "")[number % 3]

        def word(found):
            text = found.group(0)
            front = re.search("[әөүі]", text) and not re.search("[екгэғқ]", text)
            return (hamza if front else "") + written(text, tote)
        return re.sub("[\u0400-\u052f]+", word, line)

    def lost(line, number):
        # Most lines lose every letter, each fourth only some of them.
        keep = set() if number % 4 else {c for k, c in enumerate(sorted(LOST)) if (number // 4 * 7 + k * 5) % 3 == 0}
        return "".join(LOST[c][(number + k) % len(LOST[c])] if c in LOST and c not in keep else c for k, c in enumerate(line))

    for path in sorted(glob.glob(f"{out.folder}/kk.*.txt")):
        source = os.path.basename(path).split(".")[1]
        # English words in Kazakh text are not Kazakh in Latin letters.
        lines = re.sub("[a-z]+", "", open(path, encoding="utf-8").read().lower()).split("\n")[:-1]
        if source == "ntrex":
            for turn in range(len(alphabets)):
                out.write("kk-Latn", f"ntrex+{turn}", [written(l, alphabets[(k + turn) % len(alphabets)]) for k, l in enumerate(lines)],
                          numbered=True)
        else:
            out.write("kk-Latn", source, [written(l, alphabets[k % len(alphabets)]) for k, l in enumerate(lines)], numbered=True)
        out.write("kk-Arab", source + ("+" if source == "cldr" else ""), [arabic(l, k) for k, l in enumerate(lines)], numbered=True)
        out.write("kk-lost", source, [lost(l, k) for k, l in enumerate(lines)], numbered=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", help="the folder with language/ntrex.tsv and parallel/; without it those are left out")
    parser.add_argument("--work", default="training-work", help="where packages are kept")
    parser.add_argument("out")
    options = parser.parse_args()
    work = os.path.abspath(options.work)
    os.makedirs(work, exist_ok=True)
    out = Output(options.out)
    libreoffice(out, work); firefox(out, work); django(out, work); udhr(out, work); cldr(out, work); concepts(out)
    if options.corpora: ntrex(out, options.corpora); parallel(out, options.corpora); kazakh_variants(out, options.corpora)
    out.drop_english()


if __name__ == "__main__": main()
