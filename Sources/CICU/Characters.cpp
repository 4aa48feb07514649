#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/uscript.h>

int32_t lingua_char_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode code = uscript_getScript(static_cast<UChar32>(scalar), &status);
  return U_FAILURE(status) ? USCRIPT_UNKNOWN : code;
}
const char *lingua_script_short_name(int32_t script) { return uscript_getShortName(static_cast<UScriptCode>(script)); }
int8_t lingua_char_category(uint32_t scalar) { return u_charType(static_cast<UChar32>(scalar)); }
uint32_t lingua_char_fold(uint32_t scalar) { return u_foldCase(static_cast<UChar32>(scalar), U_FOLD_CASE_DEFAULT); }
uint32_t lingua_char_lower(uint32_t scalar) { return u_tolower(static_cast<UChar32>(scalar)); }
uint32_t lingua_char_upper(uint32_t scalar) { return u_toupper(static_cast<UChar32>(scalar)); }
