// The innermost loop of transliteration: characters of one and two bytes whose results stand ready, two at a time.
#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
enum {
  // Characters are numbered 1 to 254 as the caller likes. 0 is every character that has no number, 255 is none at all.
  lingua_no_class = 0,
  lingua_nothing = 255,
  lingua_class_count = 256,
};

// Fills a table of 65,536 pairs by their classes, the first in the higher byte.
//
// `direct` and `followers` are those of SchemeTable.swift, by class, for classes 1 to `count`.
void lingua_pair_results(const uint64_t *direct, const uint8_t *followers, int32_t count, uint64_t *pairs);

// Writes what the pairs have, up to a character that has no class or needs the rules, or up to two characters before `stop`.
//
// `source` is valid UTF-8, begins with a character and is readable up to and with `stop`; `classes` has the class of a
// character by its first byte and, in the higher byte, the one after it; `copied` says by first byte whether characters of
// three or four bytes are copied. `target` has room for seven bytes for each byte before `stop`, and eight more.
// Answers how many bytes were read; `written` is how many were written.
int64_t lingua_write_pairs(
    const uint8_t *source, int64_t stop, const uint8_t *classes, const uint64_t *pairs, const uint8_t *copied,
    uint8_t *target, int64_t *written);
#ifdef __cplusplus
}
#endif
