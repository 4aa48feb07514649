#include "CICU.h"
#include <new>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

namespace {
struct ErrorCount {
  int32_t errors = 0;
};

// Writes U+FFFD for each undecodable sequence and counts it, so that no damage goes unreported.
void U_CALLCONV replaceAndCount(const void *context, UConverterToUnicodeArgs *args, const char *, int32_t,
                                UConverterCallbackReason reason, UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  auto *count = static_cast<ErrorCount *>(const_cast<void *>(context));
  count->errors += 1;
  *status = U_ZERO_ERROR;
  static const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}
} // namespace

struct lingua_converter {
  UConverter *from;
  UConverter *utf8;
  ErrorCount count;
  UChar pivot[1024];
  UChar *pivotSource, *pivotTarget;
  bool started;
};

lingua_converter *lingua_converter_open(const char *name, int32_t *code) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *from = ucnv_open(name, &status);
  UConverter *utf8 = ucnv_open("UTF-8", &status);
  lingua_converter *converter = U_FAILURE(status) ? nullptr : new (std::nothrow) lingua_converter();
  if (converter) {
    converter->from = from;
    converter->utf8 = utf8;
    converter->pivotSource = converter->pivotTarget = converter->pivot;
    converter->started = false;
    UConverterToUCallback old;
    const void *oldContext;
    ucnv_setToUCallBack(from, replaceAndCount, &converter->count, &old, &oldContext, &status);
  } else {
    if (from) ucnv_close(from);
    if (utf8) ucnv_close(utf8);
    if (U_SUCCESS(status)) status = U_MEMORY_ALLOCATION_ERROR;
  }
  *code = status;
  return converter;
}

void lingua_converter_close(lingua_converter *converter) {
  if (!converter) return;
  ucnv_close(converter->from);
  ucnv_close(converter->utf8);
  delete converter;
}

const char *lingua_converter_name(const lingua_converter *converter) {
  UErrorCode status = U_ZERO_ERROR;
  const char *name = ucnv_getName(converter->from, &status);
  return U_FAILURE(status) ? "" : name;
}

int32_t lingua_converter_to_utf8(lingua_converter *converter, const char **source, const char *source_end,
                                 char **target, const char *target_end, bool flush, int32_t *errors) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t before = converter->count.errors;
  ucnv_convertEx(converter->utf8, converter->from, target, target_end, source, source_end, converter->pivot,
                 &converter->pivotSource, &converter->pivotTarget, converter->pivot + 1024, !converter->started, flush,
                 &status);
  converter->started = true;
  *errors = converter->count.errors - before;
  return status;
}
