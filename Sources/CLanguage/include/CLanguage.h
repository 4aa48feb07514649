// The innermost loop of language identification.
#pragma once
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif
// Adds the weights of a word's letter sequences to 32 sums.
//
// `codes` are `count` letter codes with a boundary before and behind them; `rows` is a table of 1 << `bits` rows of
// `row_size` (16 or 32) signed bytes, the last of which must match the sequence. The layout is that of ScriptModel.swift.
void lingua_add_word(
    const uint8_t *codes, int32_t count, const uint8_t *rows, int32_t bits, int32_t row_size, int32_t *sums);
#ifdef __cplusplus
}
#endif
