#include "CLanguage.h"

// Vectors of the compiler's own kind: Swift widens bytes lane by lane, which is ten times slower.
typedef int8_t bytes16 __attribute__((vector_size(16), aligned(1)));
typedef int16_t shorts16 __attribute__((vector_size(32)));
typedef int32_t ints16 __attribute__((vector_size(64), aligned(4)));

typedef struct {
  shorts16 low, high;
} sums_of_word;

static inline __attribute__((always_inline)) void add(
    uint64_t key, const uint8_t *rows, int bits, int is_wide, sums_of_word *word) {
  uint64_t hash = key * 0x9E3779B97F4A7C15u;
  const uint8_t *row = rows + ((hash >> (64 - bits)) << (is_wide ? 5 : 4));
  uint8_t check = (uint8_t)(hash >> 24) | 1;
  int8_t mask = row[is_wide ? 31 : 15] == check ? -1 : 0;
  word->low += __builtin_convertvector(*(const bytes16 *)row & mask, shorts16);
  if (is_wide) word->high += __builtin_convertvector(*(const bytes16 *)(row + 16) & mask, shorts16);
}

static inline __attribute__((always_inline)) void add_word(
    const uint8_t *codes, int count, const uint8_t *rows, int bits, int is_wide, int32_t *sums) {
  sums_of_word word = {{0}, {0}};
  uint64_t window = 0;
  // No word has more letters than fit sixteen-bit sums: five sequences a letter, each at most 127.
  for (int i = 0; i < count + 2; i++) {
    window = window << 8 | codes[i];
    if (i > 0) {
      if (i <= count) add(window & 0xFF, rows, bits, is_wide, &word);
      add(window & 0xFFFF, rows, bits, is_wide, &word);
    }
    if (i > 1) add(window & 0xFFFFFF, rows, bits, is_wide, &word);
    if (i > 2) add(window & 0xFFFFFFFF, rows, bits, is_wide, &word);
    if (i > 3) add(window & 0xFFFFFFFFFF, rows, bits, is_wide, &word);
  }
  if (count > 3) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (int i = 1; i <= count; i++) hash = (hash ^ codes[i]) * 0x100000001B3u;
    add(hash | (uint64_t)1 << 63, rows, bits, is_wide, &word);
  }
  *(ints16 *)sums += __builtin_convertvector(word.low, ints16);
  if (is_wide) *(ints16 *)(sums + 16) += __builtin_convertvector(word.high, ints16);
}

void lingua_add_word(
    const uint8_t *codes, int32_t count, const uint8_t *rows, int32_t bits, int32_t row_size, int32_t *sums) {
  if (row_size == 16) {
    add_word(codes, count, rows, bits, 0, sums);
  } else {
    add_word(codes, count, rows, bits, 1, sums);
  }
}
