#include "CLexicons.h"

// #embed is C23; clang has it as an extension before that.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A new file of lexicons/ is one EMBED block here and one row in the table below.
static const unsigned char acronyms[] = {
#embed "../../lexicons/acronyms.tsv"
};

#define ROW(name, bytes) {name, bytes, sizeof(bytes)}
static const lingua_lexicon files[] = {
    ROW("acronyms.tsv", acronyms),
};

const lingua_lexicon *lingua_lexicons(size_t *count) {
  *count = sizeof(files) / sizeof(files[0]);
  return files;
}
