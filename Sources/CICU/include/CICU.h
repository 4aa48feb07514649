// The plain C face of the ICU services that Lingua uses. Text crosses as UTF-8 with a byte count.
// Every function that can fail reports ICU's UErrorCode: above zero is a failure, below zero a warning.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

// Version and errors (Errors.cpp)
const char *lingua_icu_version(void);
const char *lingua_icu_unicode_version(void);
const char *lingua_icu_error_name(int32_t code);
extern const int32_t lingua_icu_buffer_overflow;

// Normalisation (Normalization.cpp)
typedef enum { LINGUA_NFC = 0, LINGUA_NFD = 1, LINGUA_NFKC = 2, LINGUA_NFKD = 3, LINGUA_NFKC_CASEFOLD = 4 } lingua_form;
bool lingua_icu_is_normalized(int32_t form, const char *text, int32_t count, int32_t *status);
// Writes at most `capacity` bytes; `needed` receives the full length even when the buffer was too small.
int32_t lingua_icu_normalize(int32_t form, const char *text, int32_t count, char *out, int32_t capacity, int32_t *needed);
// One change of a normalisation, in UTF-8 offsets.
typedef struct { int32_t source_start, source_end, result_start, result_end; } lingua_change;
// As above, and fills at most `change_capacity` changes; `change_count` receives how many there are.
int32_t lingua_icu_normalize_changes(int32_t form, const char *text, int32_t count, char *out, int32_t capacity,
                                     int32_t *needed, lingua_change *changes, int32_t change_capacity,
                                     int32_t *change_count);
// Whether text can be cut before the character so that both parts can be normalised alone.
bool lingua_icu_boundary_before(int32_t form, uint32_t scalar);
// Whether NFC may change the character, or it combines with what stands before it.
bool lingua_char_may_change_in_nfc(uint32_t scalar);

// Boundaries (Boundaries.cpp)
typedef struct lingua_breaker lingua_breaker;
typedef enum { LINGUA_SENTENCE = 0, LINGUA_WORD = 1 } lingua_break_kind;
lingua_breaker *lingua_breaker_open(int32_t kind, const char *locale, int32_t *status);
lingua_breaker *lingua_breaker_clone(const lingua_breaker *breaker, int32_t *status);
void lingua_breaker_close(lingua_breaker *breaker);
int32_t lingua_breaker_set_text(lingua_breaker *breaker, const char *text, int64_t count);
// Fills `ends` with up to `capacity` following boundaries; returns how many. `rules` may be null; where it is not, it
// receives the rule status of each (a word break's number tells letters from digits from punctuation).
int32_t lingua_breaker_fill(lingua_breaker *breaker, int32_t *ends, int32_t *rules, int32_t capacity);

// Characters (Characters.cpp)
int32_t lingua_char_script(uint32_t scalar);          // UScriptCode
const char *lingua_script_short_name(int32_t script);  // ISO 15924
int8_t lingua_char_category(uint32_t scalar);          // UCharCategory
uint32_t lingua_char_fold(uint32_t scalar);            // simple case folding
uint32_t lingua_char_lower(uint32_t scalar);           // simple case mappings
uint32_t lingua_char_upper(uint32_t scalar);

// Names of countries, languages, currencies and scripts (Names.cpp)
typedef enum {
  LINGUA_COUNTRIES = 0, LINGUA_LANGUAGES = 1, LINGUA_CURRENCIES = 2, LINGUA_SCRIPTS = 3
} lingua_name_kind;
// Writes "code<tab>name<line feed>" for every code that has a name in the locale, at most `capacity` bytes; `needed`
// receives the full length even when the buffer was too small.
int32_t lingua_icu_names(int32_t kind, const char *locale, char *out, int32_t capacity, int32_t *needed);

// The order of a language's dictionary (Collation.cpp)
typedef struct lingua_collator lingua_collator;
lingua_collator *lingua_collator_open(const char *locale, int32_t *status);
void lingua_collator_close(lingua_collator *collator);
// Writes at most `capacity` bytes of a key whose byte order is the order of texts; `needed` receives the full length.
int32_t lingua_collator_key(const lingua_collator *collator, const char *text, int32_t count, uint8_t *out,
                            int32_t capacity, int32_t *needed);

// Code pages (Conversion.cpp)
typedef struct lingua_converter lingua_converter;
// Null and a status when ICU has no such converter.
lingua_converter *lingua_converter_open(const char *name, int32_t *status);
void lingua_converter_close(lingua_converter *converter);
const char *lingua_converter_name(const lingua_converter *converter);
// Converts a chunk to UTF-8, U+FFFD for what cannot be decoded. Advances `source` and `target`; `errors` receives the
// number of sequences replaced in this chunk. A buffer overflow means: call again with more room.
int32_t lingua_converter_to_utf8(lingua_converter *converter, const char **source, const char *source_end, char **target,
                                 const char *target_end, bool flush, int32_t *errors);
#ifdef __cplusplus
}
#endif
