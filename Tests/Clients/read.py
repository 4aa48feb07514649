"""Reads a glossary as an independent program does, and prints what it finds as JSON, one line a concept.

Usage: read.py FORMAT FILE, where FORMAT is tbx or tmx (translate-toolkit), xlsx (openpyxl) or skos (rdflib).
"""
import json
import sys


def blanks(text):
    return " ".join((text or "").split())


def tbx(path):
    from translate.storage import tbx as storage

    found = {}
    for source, target in (("kk", "ru"), ("ru", "en"), ("en", "kk")):
        with open(path, "rb") as file:
            store = storage.tbxfile.parsestring(file.read())
        store.setsourcelanguage(source)
        store.settargetlanguage(target)
        for unit in store.units:
            entry = found.setdefault(unit.getid(), {"id": unit.getid(), "notes": unit.getnotes()})
            entry[source] = [[blanks(t.text), t.administrative_status] for t in unit.get_source_terms()]
            entry[f"{source}-{target}"] = [blanks(str(unit.source or "")), blanks(str(unit.target or ""))]
    return found.values()


def tmx(path):
    from translate.storage import tmx as storage

    found = {}
    for source, target in (("kk", "ru"), ("ru", "en"), ("en", "kk")):
        with open(path, "rb") as file:
            store = storage.tmxfile.parsestring(file.read())
        store.setsourcelanguage(source)
        store.settargetlanguage(target)
        for number, unit in enumerate(store.units):
            entry = found.setdefault(number, {"id": unit.getid()})
            entry[f"{source}-{target}"] = [blanks(str(unit.source or "")), blanks(str(unit.target or ""))]
    return found.values()


def xlsx(path):
    import openpyxl

    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows())
        yield {
            "sheet": sheet.title,
            "frozen": sheet.freeze_panes,
            "filter": sheet.auto_filter.ref,
            "lists": [[str(rule.sqref), rule.formula1] for rule in sheet.data_validations.dataValidation],
            "types": sorted({cell.data_type for row in rows[1:] for cell in row if cell.value is not None}),
            "rows": [[cell.value for cell in row] for row in rows],
            "colours": [row[0].fill.fgColor.rgb if row[0].fill.fill_type else None for row in rows],
        }


def skos(path):
    import rdflib
    from rdflib.namespace import DCTERMS, RDF, SKOS

    graph = rdflib.Graph().parse(path, format="turtle")
    for concept in sorted(graph.subjects(RDF.type, SKOS.Concept)):
        yield {
            "id": str(concept),
            "notation": [str(value) for value in graph.objects(concept, SKOS.notation)],
            "sources": sorted(str(value) for value in graph.objects(concept, DCTERMS.source)),
            "notes": sorted(str(value) for value in graph.objects(concept, SKOS.editorialNote)),
            "examples": sorted(str(value) for value in graph.objects(concept, SKOS.example)),
            **{
                name: sorted([label.language, str(label)] for label in graph.objects(concept, SKOS[name]))
                for name in ("prefLabel", "altLabel", "hiddenLabel")
            },
        }


if __name__ == "__main__":
    for item in {"tbx": tbx, "tmx": tmx, "xlsx": xlsx, "skos": skos}[sys.argv[1]](sys.argv[2]):
        print(json.dumps(item, ensure_ascii=False, default=str))
