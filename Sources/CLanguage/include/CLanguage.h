// The innermost loops of language identification.
#pragma once
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
// Adds the weights of a word's letter sequences to 32 sums.
//
// `codes` are `count` letter codes with a boundary before and behind them, at most 40; `rows` is a table of 1 << `bits` rows
// of `row_size` (16 or 32) signed bytes, and `checks` has a byte for each, which must match the sequence. The layout is that
// of ScriptModel.swift.
void lingua_add_word(
    const uint8_t *codes, int32_t count, const uint8_t *rows, const uint8_t *checks, int32_t bits, int32_t row_size,
    int32_t *sums);

// Whether one language leads all others by more than `margin`; a class of language 3 is a language of its own.
int32_t lingua_is_decided(
    const int32_t *sums, const float *priors, const uint8_t *languages, int32_t count, float scale, float margin);

// Counts letters by the first bytes of their UTF-8: Cyrillic, Latin, Arabic, others. Each is added to its count.
void lingua_count_letters(const uint8_t *bytes, int64_t count, int64_t *counts);

// Turns 32 sums into the probabilities of `count` classes: `scale` is what one unit is worth, `leads` is added by the
// language of the class. Gives the sum for each of four languages, and answers the likeliest class of language 3.
int32_t lingua_odds(
    const int32_t *sums, const float *priors, const uint8_t *languages, const float *leads, int32_t count, float scale,
    float *odds, float *language_odds);

// Finds text that may have been read in a wrong encoding: where the first block of 64 bytes at or after `start` begins that
// has a Cyrillic letter of other languages, a Latin letter with a mark, a control, a part of a drawn line, U+FFFD, a capital
// behind a small letter or more than six capitals; `count` where there is none.
size_t lingua_next_suspect(const uint8_t *text, size_t count, size_t start);

#ifdef __cplusplus
}
#endif
