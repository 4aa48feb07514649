#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

const char *lingua_icu_version(void) { return U_ICU_VERSION; }
const char *lingua_icu_unicode_version(void) { return U_UNICODE_VERSION; }
const char *lingua_icu_error_name(int32_t code) { return u_errorName(static_cast<UErrorCode>(code)); }
const int32_t lingua_icu_buffer_overflow = U_BUFFER_OVERFLOW_ERROR;
