// The files of lexicons/ as they were when the program was built.
#pragma once
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef struct {
  const char *name;  // relative to lexicons/, such as "concepts/academic.tsv"
  const unsigned char *bytes;
  size_t count;
} lingua_lexicon;
// All embedded files; `count` receives how many.
const lingua_lexicon *lingua_lexicons(size_t *count);
#ifdef __cplusplus
}
#endif
