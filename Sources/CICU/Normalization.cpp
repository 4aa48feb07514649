#include "CICU.h"
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>

namespace {
// The instances are constant singletons that ICU owns: safe to share, never freed here.
const icu::Normalizer2 *normalizer(int32_t form, UErrorCode &status) {
  switch (form) {
  case LINGUA_NFC: return icu::Normalizer2::getNFCInstance(status);
  case LINGUA_NFD: return icu::Normalizer2::getNFDInstance(status);
  case LINGUA_NFKC: return icu::Normalizer2::getNFKCInstance(status);
  case LINGUA_NFKD: return icu::Normalizer2::getNFKDInstance(status);
  default: return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }
}

int32_t run(int32_t form, const char *text, int32_t count, char *out, int32_t capacity, int32_t *needed,
            icu::Edits *edits) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *instance = normalizer(form, status);
  if (U_FAILURE(status)) return status;
  icu::CheckedArrayByteSink sink(out, capacity);
  instance->normalizeUTF8(0, icu::StringPiece(text, count), sink, edits, status);
  *needed = sink.NumberOfBytesAppended();
  if (U_SUCCESS(status) && sink.Overflowed()) status = U_BUFFER_OVERFLOW_ERROR;
  return status;
}
} // namespace

bool lingua_icu_is_normalized(int32_t form, const char *text, int32_t count, int32_t *code) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *instance = normalizer(form, status);
  bool result = U_SUCCESS(status) && instance->isNormalizedUTF8(icu::StringPiece(text, count), status);
  *code = status;
  return result;
}

int32_t lingua_icu_normalize(int32_t form, const char *text, int32_t count, char *out, int32_t capacity,
                             int32_t *needed) {
  return run(form, text, count, out, capacity, needed, nullptr);
}

int32_t lingua_icu_normalize_changes(int32_t form, const char *text, int32_t count, char *out, int32_t capacity,
                                     int32_t *needed, lingua_change *changes, int32_t change_capacity,
                                     int32_t *change_count) {
  icu::Edits edits;
  *change_count = 0;
  int32_t status = run(form, text, count, out, capacity, needed, &edits);
  UErrorCode code = U_ZERO_ERROR;
  // Edits that ran out of memory would be a list with holes.
  if (edits.copyErrorTo(code)) return code;
  int32_t k = 0;
  for (icu::Edits::Iterator it = edits.getFineChangesIterator(); it.next(code); ++k) {
    if (k >= change_capacity) continue;
    changes[k] = {it.sourceIndex(), it.sourceIndex() + it.oldLength(), it.destinationIndex(),
                  it.destinationIndex() + it.newLength()};
  }
  *change_count = k;
  return status > 0 ? status : static_cast<int32_t>(code);
}

bool lingua_icu_boundary_before(int32_t form, uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *instance = normalizer(form, status);
  return U_SUCCESS(status) && instance->hasBoundaryBefore(static_cast<UChar32>(scalar));
}

bool lingua_char_may_change_in_nfc(uint32_t scalar) {
  UChar32 c = static_cast<UChar32>(scalar);
  return u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES || u_getCombiningClass(c) != 0;
}
