#include "CLanguage.h"

// Vectors of the compiler's own kind: Swift widens bytes lane by lane, which is ten times slower.
typedef int8_t bytes16 __attribute__((vector_size(16), aligned(1)));
typedef int16_t shorts16 __attribute__((vector_size(32)));
typedef int32_t ints16 __attribute__((vector_size(64), aligned(4)));

enum { longest_word = 40, sequences_of_letter = 5 };

// Where the known sequences of a word have their rows. The checks lie together, where they stay in the cache; rows are asked
// for as soon as they are known to be needed.
typedef struct {
  const uint8_t *rows[(longest_word + 2) * sequences_of_letter + 1];
  int count;
} found_rows;

static inline __attribute__((always_inline)) void find(
    uint64_t key, const uint8_t *rows, const uint8_t *checks, int bits, int shift, found_rows *found) {
  uint64_t hash = key * 0x9E3779B97F4A7C15u;
  uint64_t place = hash >> (64 - bits);
  int is_known = checks[place] == (uint8_t)((uint8_t)(hash >> 24) | 1);
  const uint8_t *row = rows + (place << shift);
  __builtin_prefetch(is_known ? row : rows);
  found->rows[found->count] = row;
  found->count += is_known;
}

void lingua_add_word(
    const uint8_t *codes, int32_t count, const uint8_t *rows, const uint8_t *checks, int32_t bits, int32_t row_size,
    int32_t *sums) {
  if (count > longest_word) count = longest_word;
  int shift = row_size == 16 ? 4 : 5;
  found_rows found;
  found.count = 0;
  uint64_t window = 0;
  for (int i = 0; i < count + 2; i++) {
    window = window << 8 | codes[i];
    if (i > 0) {
      if (i <= count) find(window & 0xFF, rows, checks, bits, shift, &found);
      find(window & 0xFFFF, rows, checks, bits, shift, &found);
    }
    if (i > 1) find(window & 0xFFFFFF, rows, checks, bits, shift, &found);
    if (i > 2) find(window & 0xFFFFFFFF, rows, checks, bits, shift, &found);
    if (i > 3) find(window & 0xFFFFFFFFFF, rows, checks, bits, shift, &found);
  }
  if (count > 3) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (int i = 1; i <= count; i++) hash = (hash ^ codes[i]) * 0x100000001B3u;
    find(hash | (uint64_t)1 << 63, rows, checks, bits, shift, &found);
  }
  // No word has more sequences than fit sums of sixteen bits, each at most 127.
  shorts16 low = {0};
  if (shift == 4) {
    for (int k = 0; k < found.count; k++) low += __builtin_convertvector(*(const bytes16 *)found.rows[k], shorts16);
  } else {
    shorts16 high = {0};
    for (int k = 0; k < found.count; k++) {
      low += __builtin_convertvector(*(const bytes16 *)found.rows[k], shorts16);
      high += __builtin_convertvector(*(const bytes16 *)(found.rows[k] + 16), shorts16);
    }
    *(ints16 *)(sums + 16) += __builtin_convertvector(high, ints16);
  }
  *(ints16 *)sums += __builtin_convertvector(low, ints16);
}

int32_t lingua_is_decided(
    const int32_t *sums, const float *priors, const uint8_t *languages, int32_t count, float scale, float margin) {
  float best = -1e30f, second = -1e30f;
  int leader = -1;
  for (int k = 0; k < count; k++) {
    float value = sums[k] * scale + priors[k];
    // A lead over a variant of the same language is none.
    int is_rival = languages[k] != leader || leader == 3;
    if (value > best) {
      if (is_rival) second = best;
      best = value;
      leader = languages[k];
    } else if (is_rival && value > second) {
      second = value;
    }
  }
  return best - second > margin;
}

void lingua_count_letters(const uint8_t *bytes, int64_t count, int64_t *counts) {
  for (int64_t start = 0; start < count; start += 240) {
    int64_t end = start + 240 < count ? start + 240 : count;
    uint8_t cyrillic = 0, latin = 0, arabic = 0, other = 0;
    for (int64_t i = start; i < end; i++) {
      uint8_t byte = bytes[i];
      cyrillic += (byte & 0xFC) == 0xD0;
      latin += (uint8_t)((byte | 0x20) - 0x61) < 26;
      arabic += (byte & 0xFC) == 0xD8;
      other += (uint8_t)(byte - 0xE3) < 11;
    }
    counts[0] += cyrillic;
    counts[1] += latin;
    counts[2] += arabic;
    counts[3] += other;
  }
}

int32_t lingua_odds(
    const int32_t *sums, const float *priors, const uint8_t *languages, const float *leads, int32_t count, float scale,
    float *odds, float *language_odds) {
  float best = -1e30f;
  for (int k = 0; k < 32; k++) odds[k] = k < count ? sums[k] * scale + priors[k] + leads[languages[k]] : -1e30f;
  for (int k = 0; k < 32; k++) best = odds[k] > best ? odds[k] : best;
  float total = 0;
  for (int k = 0; k < 32; k++) {
    // e to the power of x for x <= 0 as (1 + x/1024)^1024, within a thousandth of itself.
    float y = 1 + (odds[k] - best) * (1.0f / 1024);
    y = y > 0 ? y : 0;
    for (int i = 0; i < 10; i++) y *= y;
    odds[k] = y;
  }
  for (int k = 0; k < 32; k++) total += odds[k];
  for (int k = 0; k < 32; k++) odds[k] /= total;
  int32_t likeliest = 0;
  float most = -1;
  for (int k = 0; k < 4; k++) language_odds[k] = 0;
  for (int k = 0; k < count; k++) {
    language_odds[languages[k]] += odds[k];
    if (languages[k] == 3 && odds[k] > most) {
      most = odds[k];
      likeliest = k;
    }
  }
  return likeliest;
}
